"""Lists the records of a query in order, from one keyset position to the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, Table, and_, bindparam, select, tuple_

from service.store.driving import Road, choose_road
from service.store.filters import TABLES, Condition
from service.store.queries import Collection, Query, Value
from service.store.searching import DATED, find_rows, is_found_in_order
from service.store.statements import Statement


class _Stretch(NamedTuple):
    """The rows with a value to sort by, or those without; from the first on, or from behind a place."""

    known: bool
    goes_on: bool


def list_page(db: Connection, query: Query) -> tuple[tuple[bytes, ...], tuple[Value, ...] | None]:
    """Return documents in order and the position of the last, None where nothing follows.

    Records without a value to sort by come last, in either direction; records with the same value are in order of id.
    """
    query = _begin_at_bound(query)
    in_order = find_rows(db, query) if is_found_in_order(db, query) else _rows(db, choose_road(db, query), query)
    rows: dict[str, Any] = {}
    for row in in_order:
        rows.setdefault(row[2], row)
        if len(rows) > query.limit:
            break
    more = len(rows) > query.limit
    kept = list(rows.values())[: query.limit]
    return tuple(row[0] for row in kept), (kept[-1][1], kept[-1][2]) if more and kept else None


def _begin_at_bound(query: Query) -> Query:
    """Return the query without a position before the first day that a filter keeps: PostgreSQL would walk up to it."""
    name = "published_to" if query.descending else "published_from"
    bounds = [i.values[0] for i in query.filters if i.name == name and not i.negated]
    if query.after is None or query.sort not in ("", "published_on") or query.collection not in DATED:
        return query
    before = any(_begins_behind(bound, query.after, query.descending) for bound in bounds)
    return replace(query, after=None) if before else query


def _rows(db: Connection, road: Road, query: Query) -> Iterator[Any]:
    """Yield the rows of a road, those with a value to sort by before those without."""
    step = query.limit + 1
    begins_without = query.after is not None and query.after[0] is None
    for known in [False] if begins_without else [True, False]:
        after = query.after if known or begins_without else None
        while True:
            place = {} if after is None else {"value": after[0], "key": after[1]}
            found = _read_branches(db, road, query, (known, after), {"step": step, **place})
            rows = _merge(found, query.descending)[:step]
            yield from rows
            if len(rows) < step:
                break
            after = (rows[-1][1], rows[-1][2])


def _read_branches(
    db: Connection, road: Road, query: Query, reached: tuple[bool, tuple[Value, ...] | None], given: Mapping[str, Value]
) -> list[Sequence[Any]]:
    known, after = reached
    stretch = _Stretch(known, after is not None)
    if road.is_whole:
        whole = _state_whole(query.collection, road.value.name, query.whole, query.descending, stretch)
        return [whole.read(db, given)]
    return [db.execute(statement, given).all() for statement in _select_branches(road, query, stretch, after)]


def _select_branches(
    road: Road, query: Query, stretch: _Stretch, after: tuple[Value, ...] | None
) -> Iterator[Select[Any]]:
    table = TABLES[query.collection]
    begins = road.begins or [None] * len(road.branches)
    for branch, begin in zip(road.branches, begins, strict=True):
        one = replace(road, conditions=(*road.conditions, branch))
        fresh = after is not None and _begins_behind(begin, after, query.descending)
        part = stretch._replace(goes_on=False) if fresh else stretch
        yield _select(one, table, query.whole, query.descending, part)


def _begins_behind(begin: Value, after: tuple[Value, ...], descending: bool) -> bool:
    """Tell whether all of a branch lies behind a position: SQLite reads from one bound, and may take the wider one."""
    if begin is None or after[0] is None:
        return False
    return str(begin) < str(after[0]) if descending else str(begin) > str(after[0])


@lru_cache
def _state_whole(collection: Collection, sort: str, whole: bool, descending: bool, stretch: _Stretch) -> Statement:
    """Return what lists a whole collection: to make the statement costs more than to answer it."""
    table = TABLES[collection]
    return Statement(_select(Road(table, table.c[sort], table.c.id, ()), table, whole, descending, stretch))


def _select(road: Road, table: Table, whole: bool, descending: bool, stretch: _Stretch) -> Select[Any]:
    """Return what selects `step` rows of a road: the first of a stretch, or those behind `value` and `key`.

    Those that are led to by their parts come in any order.
    """
    document = table.c.whole if whole and "whole" in table.c else table.c.document
    value, key = road.value.label("value"), road.key.label("key")
    behind = [_lies_behind(road, descending, stretch.known)] if stretch.goes_on else []
    conditions = [road.value.is_not(None) if stretch.known else road.value.is_(None), *behind, *road.conditions]
    order = (road.value.desc(), road.key.desc()) if descending else (road.value, road.key)
    rows = select(value, key).select_from(road.source).where(*conditions).order_by(*order)
    rows = rows.limit(bindparam("step", type_=Integer))
    if not road.is_of_parts:
        return rows.with_only_columns(document, value, key, maintain_column_froms=True)
    places = rows.distinct().subquery("places")
    return select(document, places.c.value, places.c.key).join_from(places, table, table.c.id == places.c.key)


def _merge(branches: Sequence[Sequence[Any]], descending: bool) -> Sequence[Any]:
    """Return the rows of all branches in order; both databases compare text by code points, as Python does."""
    return sorted(chain.from_iterable(branches), key=lambda row: (row[1], row[2]), reverse=descending)


def _lies_behind(road: Road, descending: bool, known: bool) -> Condition:
    """Return the condition that rows stand behind the position `value` and `key`.

    Of rows strictly behind it PostgreSQL counts none that share its value: where nearly all do it would think any index
    good enough, and walk all that a filter does not keep.
    """
    key = bindparam("key", type_=road.key.type)
    if not known:
        return road.key < key if descending else road.key > key
    position = tuple_(road.value, road.key)
    place = tuple_(bindparam("value", type_=road.value.type), key)
    return and_(position <= place if descending else position >= place, road.key != key)
