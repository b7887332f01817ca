"""Keeps how many records there are, in all and by the commonest filters, so that no total counts rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, String, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from service.store.statements import Statement
from service.store.tables import tallies

# The columns by which each collection is tallied; "" stands for all its records.
TALLIED: Mapping[str, tuple[str, ...]] = {
    "articles": ("outlet", "published_on"),
    "claims": ("outlet", "published_on", "said_on", "lag", "mode", "stance", "anonymous"),
    "entities": ("type", "country"),
    "groups": ("outlets", "origins", "conflicting"),
}

# Made once: every list asks for its total, and making the statement costs more than answering it.
_TALLY = Statement(
    select(tallies.c["count"]).where(
        *(tallies.c[name] == bindparam(name, type_=String) for name in ("collection", "name", "value"))
    )
)

Row = Mapping[str, Any]


def tally_rows(db: Connection, collection: str, written: Iterable[Row], deleted: Iterable[Row] = ()) -> None:
    """Add rows that were written to the tallies and take out those that were deleted, or stood there before."""
    counts: Counter[tuple[str, str]] = Counter()
    for rows, sign in ((list(written), 1), (list(deleted), -1)):
        counts["", ""] += sign * len(rows)
        for name in TALLIED[collection]:
            for value, count in Counter(row[name] for row in rows).items():
                counts[name, as_text(value)] += sign * count
    _add(db, collection, counts)


def tally_values(db: Connection, collection: str, name: str, counts: Mapping[str, int]) -> None:
    """Add so many records for each value of what no column of the collection itself holds."""
    _add(db, collection, {(name, value): count for value, count in counts.items()})


def _add(db: Connection, collection: str, given: Mapping[tuple[str, str], int]) -> None:
    counts = {key: count for key, count in given.items() if count}
    if not counts:
        return
    make: Any = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    statement = make(tallies)
    added = {"count": tallies.c.count + statement.excluded["count"]}
    values = [
        {"collection": collection, "name": name, "value": value, "count": count}
        for (name, value), count in counts.items()
    ]
    db.execute(statement.on_conflict_do_update(index_elements=["collection", "name", "value"], set_=added), values)
    if any(count < 0 for count in counts.values()):
        db.execute(delete(tallies).where(tallies.c.collection == collection, tallies.c.count <= 0))


def as_text(value: Any) -> str:
    """Return a value as tallies name it; empty where there is none."""
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


def read_tally(db: Connection, collection: str, name: str, values: Iterable[Any]) -> int:
    """Return how many records have one of the values in a tallied column; name "" and value "" for all records."""
    return sum(
        count
        for value in dict.fromkeys(values)
        for (count,) in _TALLY.read(db, {"collection": collection, "name": name, "value": as_text(value)})
    )


def read_tallies(db: Connection, collection: str, name: str) -> dict[str, int]:
    """Return the tally of every value of a column."""
    c = tallies.c
    query = select(c.value, c.count).where(c.collection == collection, c.name == name, c.count > 0)
    return {row[0]: row[1] for row in db.execute(query)}


def read_between(db: Connection, collection: str, name: str, days: tuple[Any, Any]) -> int:
    """Return how many records have a value in a column of days, from the first to the last that are given."""
    c = tallies.c
    first, last = days
    total = select(func.coalesce(func.sum(c.count), 0)).where(c.collection == collection, c.name == name)
    return int(db.execute(total.where(c.value >= (first or "0"), c.value <= (last or "9999-12-31"))).scalar_one())
