"""Lists the records of a query in order, from one keyset position to the next."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select, tuple_

from service.store.driving import Road, choose_road
from service.store.filters import TABLES, Condition
from service.store.queries import Query, Value
from service.store.searching import find_rows, is_found_in_order


def list_page(db: Connection, query: Query) -> tuple[tuple[bytes, ...], tuple[Value, ...] | None]:
    """Return documents in order and the position of the last, None where nothing follows.

    Records without a value to sort by come last, in either direction; records with the same value are in order of id.
    """
    in_order = find_rows(db, query) if is_found_in_order(db, query) else _rows(db, choose_road(db, query), query)
    rows: dict[str, Any] = {}
    for row in in_order:
        rows.setdefault(row[2], row)
        if len(rows) > query.limit:
            break
    more = len(rows) > query.limit
    kept = list(rows.values())[: query.limit]
    return tuple(row[0] for row in kept), (kept[-1][1], kept[-1][2]) if more and kept else None


def _rows(db: Connection, road: Road, query: Query) -> Iterator[Any]:
    """Yield the rows of a road, those with a value to sort by before those without."""
    table = TABLES[query.collection]
    document = table.c.whole if query.whole and "whole" in table.c else table.c.document
    order = (road.value.desc(), road.key.desc()) if query.descending else (road.value, road.key)
    ordered = select(document, road.value, road.key).select_from(road.source).where(*road.conditions).order_by(*order)
    step = query.limit + 1
    begins_without = query.after is not None and query.after[0] is None
    for stretch in ["without"] if begins_without else ["with", "without"]:
        after = query.after if stretch == "with" or begins_without else None
        while True:
            part = ordered.where(_part(road, query, stretch, after)).limit(step)
            found = [db.execute(part.where(branch)).all() for branch in road.branches]
            rows = _merge(found, query.descending)[:step]
            yield from rows
            if len(rows) < step:
                break
            after = (rows[-1][1], rows[-1][2])


def _merge(branches: Sequence[Sequence[Any]], descending: bool) -> Sequence[Any]:
    """Return the rows of all branches in order; both databases compare text by code points, as Python does."""
    if len(branches) == 1:
        return branches[0]
    return sorted(chain.from_iterable(branches), key=lambda row: (row[1], row[2]), reverse=descending)


def _part(road: Road, query: Query, stretch: str, after: tuple[Value, ...] | None) -> Condition:
    known = road.value.is_not(None) if stretch == "with" else road.value.is_(None)
    if after is None:
        return known
    if stretch == "without":
        return and_(known, _follows(road.key, after[1], query.descending))
    position = tuple_(road.value, road.key)
    return position < after if query.descending else position > after


def _follows(column: ColumnElement[Any], value: Value, descending: bool) -> Condition:
    return column < value if descending else column > value
