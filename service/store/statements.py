"""Statements that are made once: SQLite's driver is given their text, for what SQLAlchemy adds costs far more."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from service.store.queries import Value

_SQLITE = sqlite.dialect(paramstyle="named")


class Statement:
    """A statement of plain values whose parameters have names; its rows are given as they come from the driver."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        compiled = statement.compile(dialect=_SQLITE)
        self._text = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}

    def read(self, db: Connection, values: Mapping[str, Value]) -> Sequence[Any]:
        """Return all rows of the statement with these values."""
        if db.dialect.name != "sqlite":
            return db.execute(self._statement, values).all()
        try:
            rows: list[Any] = db.connection.cursor().execute(self._text, {**self._fixed, **values}).fetchall()
        except sqlite3.Error as wrong:  # SQLAlchemy's own, as from any other statement
            raise DBAPIError.instance(self._text, None, wrong, sqlite3.Error) from wrong
        return rows
