"""The few statements that writing a batch is made of, each for many rows at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

Rows = Sequence[Mapping[str, Any]]

_CHUNK = 2000  # values in one IN list: below every database's limit of parameters


def insert_rows(db: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, which must be new."""
    if rows:
        db.execute(table.insert(), rows)


def insert_missing(db: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows whose primary key is not there yet."""
    if rows:
        db.execute(_insert(db, table).on_conflict_do_nothing(), rows)


def upsert_rows(db: Connection, table: Table, rows: Rows, key: Sequence[str] = ()) -> None:
    """Insert rows, or replace those that have the same key (the primary key unless told otherwise)."""
    if not rows:
        return
    names = list(key) or [column.name for column in table.primary_key]
    statement = _insert(db, table)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in (*names, "number")}
    db.execute(statement.on_conflict_do_update(index_elements=names, set_=changed), rows)


def insert_pairs(db: Connection, table: Table, pairs: Sequence[tuple[Any, Any]]) -> None:
    """Insert many pairs into a table of two columns, but for those there; by the driver, which costs a third."""
    if pairs:
        mark = "%s" if db.dialect.name == "postgresql" else "?"
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({mark}, {mark}) ON CONFLICT DO NOTHING"  # noqa: S608
        db.exec_driver_sql(statement, list(pairs))


def _insert(db: Connection, table: Table) -> Any:
    make: Any = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    statement: Insert = make(table)
    return statement


def delete_where(db: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Delete the rows of a column's table that hold one of the values there."""
    table: Any = column.table
    for chunk in chunks(values):
        db.execute(delete(table).where(column.in_(chunk)))


def select_in(db: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows of a query that hold one of the values in a column."""
    for chunk in chunks(values):
        yield from db.execute(query.where(column.in_(chunk)))


def chunks(values: Iterable[Any], size: int = _CHUNK) -> Iterator[list[Any]]:
    """Yield values in lists of at most `size`."""
    left = iter(values)
    while chunk := list(islice(left, size)):
        yield chunk


def next_number(db: Connection, table: Table) -> int:
    """Return the first free row number; only the one writer may ask."""
    return int(db.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1
