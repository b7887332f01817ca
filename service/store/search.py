"""Keeps SQLite's full-text index in step with the rows; PostgreSQL's own follows by itself."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table


def index_rows(db: Connection, table: Table, numbers: Sequence[tuple[int, str]]) -> None:
    """Enter rows (number or place, terms) into the index; in order of number, which is what FTS5 writes fastest."""
    if db.dialect.name == "sqlite" and numbers:
        statement = f"INSERT INTO {table.name}_terms (rowid, terms) VALUES (?, ?)"  # noqa: S608
        db.exec_driver_sql(statement, sorted(numbers))


def forget_rows(db: Connection, table: Table, numbers: Sequence[tuple[int, str]]) -> None:
    """Take rows out of the index; terms must be those they were entered with."""
    if db.dialect.name == "sqlite" and numbers:
        index = f"{table.name}_terms"
        statement = f"INSERT INTO {index} ({index}, rowid, terms) VALUES ('delete', ?, ?)"  # noqa: S608
        db.exec_driver_sql(statement, sorted(numbers))
