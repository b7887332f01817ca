"""Lists the records of a query in order, from one keyset position to the next."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select, tuple_

from service.store.filters import TABLES, Condition, make_conditions
from service.store.queries import Query, Value

# What each collection is sorted by where a query does not say: the newest first.
_DEFAULT_SORT: Mapping[str, str] = {
    "articles": "published_on", "claims": "published_on", "entities": "mentions", "groups": "outlets",
}  # fmt: skip


def list_page(db: Connection, query: Query) -> tuple[tuple[bytes, ...], tuple[Value, ...] | None]:
    """Return documents in order and the position of the last, None where nothing follows.

    Records without a value to sort by come last, in either direction; records with the same value are in order of id.
    """
    table = TABLES[query.collection]
    column = table.c[query.sort or _DEFAULT_SORT[query.collection]]
    conditions = make_conditions(db, query)
    rows: list[Any] = []
    for part in _parts(table, column, query):
        if len(rows) <= query.limit:
            rows += db.execute(_slice(table, column, query, [*conditions, part]).limit(query.limit + 1 - len(rows)))
    more = len(rows) > query.limit
    rows = rows[: query.limit]
    return tuple(row[0] for row in rows), (rows[-1][1], rows[-1][2]) if more and rows else None


def _slice(table: Table, column: ColumnElement[Any], query: Query, conditions: list[Condition]) -> Select[Any]:
    document = table.c.whole if query.whole and "whole" in table.c else table.c.document
    order = (column.desc(), table.c.id.desc()) if query.descending else (column, table.c.id)
    return select(document, column, table.c.id).where(*conditions).order_by(*order)


def _parts(table: Table, column: ColumnElement[Any], query: Query) -> list[Condition]:
    """Return the stretches to read one after the other: the values that follow, then the records without one."""
    key = table.c.id
    if query.after is None:
        return [column.is_not(None), column.is_(None)]
    value, last = query.after
    if value is None:
        return [and_(column.is_(None), key < last if query.descending else key > last)]
    position = tuple_(column, key)
    return [position < (value, last) if query.descending else position > (value, last), column.is_(None)]


def count_records(db: Connection, query: Query) -> int:
    """Return how many records a query has in all."""
    table = TABLES[query.collection]
    counting = select(func.count()).select_from(table).where(*make_conditions(db, query))
    return int(db.execute(counting).scalar_one())
