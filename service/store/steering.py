"""Keeps SQLite from reading along an index that a condition or an order happens to have.

It knows no sizes, and takes any index on a value for one that leaves few rows.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import replacement_traverse


def without_index(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column as SQLite reads it without its index."""
    return UnaryExpression(column, operator=custom_op("+"))


def looked_at(
    db: Connection, conditions: Iterable[ColumnElement[bool]], table: Table, *leading: ColumnElement[Any]
) -> tuple[ColumnElement[bool], ...]:
    """Return conditions on the rows of a table as they are looked at, with no index but those of leading columns."""
    if db.dialect.name != "sqlite":
        return tuple(conditions)

    def change(element: Any, **_more: Any) -> Any:
        other = isinstance(element, Column) and element.table is table and all(element is not one for one in leading)
        return without_index(element) if other else None

    return tuple(replacement_traverse(condition, {}, change) for condition in conditions)
