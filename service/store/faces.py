"""Keeps what likeness compares of claims: their faces, candidate keys and how alike they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Connection, Table, delete, select

from service.core.corpus import ClaimFace
from service.store.tables import claim_clashes, claim_edges, claim_keys, claims
from service.store.writing import chunks, insert_pairs, select_in

_DAYS = ("published_on", "said_on")


def pack_face(face: ClaimFace) -> bytes:
    """Return a face as it is stored."""
    return orjson.dumps(tuple(face))


def unpack_face(data: bytes) -> ClaimFace:
    """Return a stored face."""
    fields: dict[str, Any] = dict(zip(ClaimFace._fields, orjson.loads(data), strict=True))
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(tuple(part) if isinstance(part, list) else part for part in value)
    return ClaimFace(**fields | {name: _day(fields[name]) for name in _DAYS})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def load_faces(db: Connection, ids: Iterable[str]) -> dict[str, ClaimFace]:
    """Return the faces of claims."""
    return {
        row.id: unpack_face(row.face) for row in select_in(db, select(claims.c.id, claims.c.face), claims.c.id, ids)
    }


def save_keys(db: Connection, keys: Sequence[tuple[int, int, str]]) -> None:
    """Write the keys of claims, as (key, day, claim id)."""
    insert_pairs(db, claim_keys, keys)


def find_owners(db: Connection, probes: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the (key, day, claim id) rows that probes (key, first day, last day) find; a row may come more than once.

    Each probe reads its own days of its key, so that a key which years have filled costs what those days hold.
    """
    for chunk in chunks(sorted(probes)):
        asked = ", ".join(f"({key}, {first}, {last})" for key, first, last in chunk)
        statement = (
            f"WITH probes (key, first, last) AS (VALUES {asked}) "  # noqa: S608  numbers of ours
            "SELECT k.key, k.day, k.claim_id FROM probes AS p CROSS JOIN claim_keys AS k "
            "WHERE k.key = p.key AND k.day BETWEEN p.first AND p.last"
        )
        yield from ((row[0], row[1], row[2]) for row in db.exec_driver_sql(statement))


def count_owners(db: Connection, keys: Iterable[int], most: int) -> dict[int, int]:
    """Return how many claims have each key, counted no further than to `most`; keys that none has are left out."""
    few = f"(SELECT 1 FROM claim_keys AS k WHERE k.key = p.value LIMIT {most}) AS few"  # noqa: S608  a number of ours
    rows = _ask_of_keys(db, f"p.value, (SELECT count(*) FROM {few})", keys)  # noqa: S608
    return {row[0]: row[1] for row in rows}


def find_held(db: Connection, keys: Iterable[int]) -> set[int]:
    """Return which of these keys any claim has."""
    return {row[0] for row in _ask_of_keys(db, "p.value", keys)}


def _ask_of_keys(db: Connection, asked: str, keys: Iterable[int]) -> Iterator[Any]:
    """Yield what is asked of each key (p.value) that any claim has."""
    postgres = db.dialect.name == "postgresql"
    given = "unnest(CAST(%s AS bigint[])) AS p(value)" if postgres else "json_each(?) AS p"
    statement = (
        f"SELECT {asked} FROM {given} "  # noqa: S608
        "WHERE EXISTS (SELECT 1 FROM claim_keys AS k WHERE k.key = p.value)"
    )
    for chunk in chunks(sorted(keys)):
        yield from db.exec_driver_sql(statement, (chunk if postgres else orjson.dumps(chunk).decode(),)).all()


def load_keys(db: Connection, table: Table, keys: Iterable[int]) -> list[tuple[int, str]]:
    """Return the (key, record id) pairs of a table of keys without days that have one of these keys."""
    owner = next(column for column in table.columns if column.name != "key")
    return [(row[0], row[1]) for row in select_in(db, select(table.c.key, owner), table.c.key, keys)]


def save_scores(db: Connection, scores: Mapping[tuple[str, str], float]) -> None:
    """Write how alike two claims are, of pairs that had no score."""
    insert_pairs(db, claim_edges, [(*pair, score) for pair, score in scores.items()])


def load_scores(db: Connection, ids: Iterable[str]) -> dict[tuple[str, str], float]:
    """Return how alike these claims are to others, by pair."""
    wanted = list(ids)
    c = claim_edges.c
    rows = (
        row for column in (c.left, c.right) for row in select_in(db, select(c.left, c.right, c.score), column, wanted)
    )
    return {(left, right): score for left, right, score in rows}


def save_clashes(db: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Write pairs of claims that disagree on something."""
    insert_pairs(db, claim_clashes, list(pairs))


def load_clashes(db: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of claims that disagree of which one is among these."""
    return load_pairs(db, claim_clashes, ids)


def load_pairs(db: Connection, table: Table, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of a table of pairs of claims of which one is among these."""
    wanted = list(ids)
    return {(row.left, row.right) for column in (table.c.left, table.c.right)
            for row in select_in(db, select(table.c.left, table.c.right), column, wanted)}  # fmt: skip


def delete_pairs(db: Connection, table: Table, pairs: Iterable[tuple[str, str]]) -> None:
    """Delete these pairs from a table of pairs of claims."""
    for left, right in pairs:
        db.execute(delete(table).where(table.c.left == left, table.c.right == right))
