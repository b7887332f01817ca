"""The few statements that writing a batch is made of, each for many rows at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Table, Text, any_, bindparam, cast, delete, func, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator

Rows = Sequence[Mapping[str, Any]]

_CHUNK = 5000  # values in one parameter: some hundred kB


def insert_rows(db: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, which must be new."""
    _insert(db, table, rows, "")


def insert_missing(db: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows whose primary key is not there yet."""
    _insert(db, table, rows, " ON CONFLICT DO NOTHING")


def upsert_rows(db: Connection, table: Table, rows: Rows, key: Sequence[str] = ()) -> None:
    """Insert rows, or replace those that have the same key (the primary key unless told otherwise)."""
    if rows:
        names = list(key) or [column.name for column in table.primary_key]
        changed = ", ".join(f'"{name}" = excluded."{name}"' for name in rows[0] if name not in (*names, "number"))
        _insert(db, table, rows, f" ON CONFLICT ({_listed(names)}) DO UPDATE SET {changed}")


def insert_pairs(db: Connection, table: Table, pairs: Sequence[tuple[Any, ...]]) -> None:
    """Insert many rows, given as all columns in order, but for those there."""
    if pairs:
        names = [column.name for column in table.columns]
        db.exec_driver_sql(f"{_statement(db, table, names)} ON CONFLICT DO NOTHING", pairs)


def _insert(db: Connection, table: Table, rows: Rows, otherwise: str) -> None:
    """Insert by the driver: making each row a statement's parameters costs SQLAlchemy more than writing it."""
    if rows:
        names = list(rows[0])
        given = zip(*(_column(db, table, name, rows) for name in names), strict=True)
        db.exec_driver_sql(_statement(db, table, names) + otherwise, list(given))


def _column(db: Connection, table: Table, name: str, rows: Rows) -> Iterable[Any]:
    """Return one column of the rows as the driver takes it; only types of our own are not taken as they are."""
    values = [row[name] for row in rows]
    kind = table.c[name].type
    make = kind.dialect_impl(db.dialect).bind_processor(db.dialect) if isinstance(kind, TypeDecorator) else None
    return map(make, values) if make else values


def _statement(db: Connection, table: Table, names: Sequence[str]) -> str:
    marks = ", ".join(["%s" if db.dialect.name == "postgresql" else "?"] * len(names))
    return f'INSERT INTO "{table.name}" ({_listed(names)}) VALUES ({marks})'  # noqa: S608


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def add_rows(db: Connection, table: Table, rows: Rows, how: Mapping[str, str]) -> None:
    """Insert rows, or where the primary key is there join the columns named: by `sum`, `least` or `most`."""
    postgres = db.dialect.name == "postgresql"
    functions = {"least": "LEAST" if postgres else "MIN", "most": "GREATEST" if postgres else "MAX"}
    joined = ", ".join(_join(table, name, functions.get(way)) for name, way in how.items())
    keys = _listed(column.name for column in table.primary_key)
    _insert(db, table, rows, f" ON CONFLICT ({keys}) DO UPDATE SET {joined}")


def _join(table: Table, name: str, function: str | None) -> str:
    """Return an assignment; where one value is null it is the other, which SQLite's functions would forget."""
    old, new = f'{table.name}."{name}"', f'excluded."{name}"'
    if function is None:
        return f'"{name}" = {old} + {new}'
    return f'"{name}" = {function}(COALESCE({old}, {new}), COALESCE({new}, {old}))'


def delete_where(db: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Delete the rows of a column's table that hold one of the values there."""
    table: Any = column.table
    for chunk in chunks(values):
        db.execute(delete(table).where(is_among(db, column, chunk)))


def select_in(db: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows of a query that hold one of the values in a column."""
    for chunk in chunks(values):
        yield from db.execute(query.where(is_among(db, column, chunk))).all()


def is_among(db: Connection, column: ColumnElement[Any], values: list[Any]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of many values, which are one parameter.

    A list of parameters would make a new statement for each number of them, and cost more to write than to answer.
    """
    if db.dialect.name == "postgresql":
        return column == any_(cast(bindparam(None, values, unique=True), postgresql.ARRAY(column.type)))
    packed = bindparam(None, orjson.dumps(values).decode(), Text, unique=True)
    return column.in_(select(func.json_each(packed).table_valued("value").c.value))


def chunks(values: Iterable[Any], size: int = _CHUNK) -> Iterator[list[Any]]:
    """Yield values in lists of at most `size`."""
    left = iter(values)
    while chunk := list(islice(left, size)):
        yield chunk


def next_number(db: Connection, table: Table) -> int:
    """Return the first free row number; only the one writer may ask."""
    return int(db.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1
