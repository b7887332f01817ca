"""Keeps numbers, tallies and the search index in step with rows of searched tables that change or go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select

from service.store.numbering import ID_BITS, ORDERED_BY, find_places, place_of
from service.store.search import forget_rows, index_rows
from service.store.tallies import TALLIED, tally_rows
from service.store.writing import delete_where, next_number, select_in, upsert_rows


class Ranked(NamedTuple):
    """A row of entities or groups without its keys, and the rank that orders it."""

    rank: int
    fields: Mapping[str, Any]


def save_ranked(db: Connection, table: Table, rows: Sequence[Ranked]) -> None:
    """Write rows, new or changed, with their numbers and places."""
    old = _load(db, table, (row.fields["id"] for row in rows))
    keyed = _give_keys(db, table, rows, old)
    _index(db, table, keyed, old)
    tally_rows(db, table.name, keyed, (row._mapping for row in old.values()))
    upsert_rows(db, table, keyed, ["id"])


def _give_keys(db: Connection, table: Table, rows: Sequence[Ranked], old: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows with their keys: a number of their own for good, a place that changes when their rank does."""
    ranks = {row.fields["id"]: row.rank for row in rows}
    moved = {key for key, rank in ranks.items() if key not in old or old[key].place >> ID_BITS != rank}
    places = find_places(db, table.c.place, {key: place_of(ranks[key], key) for key in moved})
    first = next_number(db, table)
    numbers = {key: first + count for count, key in enumerate(key for key in ranks if key not in old)}
    numbers |= {key: row.number for key, row in old.items()}
    places |= {key: row.place for key, row in old.items() if key not in moved}
    return [{"number": numbers[key], "place": places[key], **row.fields}
            for key, row in zip(ranks, rows, strict=True)]  # fmt: skip


def _index(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]], old: Mapping[str, Any]) -> None:
    known = {key: (row.place, row.terms) for key, row in old.items()}
    changed = [row for row in rows if known.get(row["id"]) != (row["place"], row["terms"])]
    forget_rows(db, table, [known[row["id"]] for row in changed if row["id"] in known])
    index_rows(db, table, [(row["place"], row["terms"]) for row in changed])


def delete_rows(db: Connection, table: Table, ids: Iterable[str]) -> None:
    """Delete rows of a searched table by id, out of its index and the tallies too."""
    old = _load(db, table, ids)
    forget_rows(db, table, [(row._mapping[ORDERED_BY[table.name]], row.terms) for row in old.values()])
    tally_rows(db, table.name, (), (row._mapping for row in old.values()))
    delete_where(db, table.c.id, old)


def _load(db: Connection, table: Table, ids: Iterable[str]) -> dict[str, Any]:
    """Return what the index and the tallies know of rows, by id."""
    names = dict.fromkeys(("number", ORDERED_BY[table.name], "id", "terms", *TALLIED[table.name]))
    query = select(*(table.c[name] for name in names))
    return {row.id: row for row in select_in(db, query, table.c.id, ids)}
