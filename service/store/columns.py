"""The kinds of columns that the tables share, alike on SQLite and PostgreSQL."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData()

# Compared by code points everywhere, whatever language the database was made for.
TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # INTEGER PRIMARY KEY is SQLite's row number


def text(name: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    """Return a column of text."""
    return Column(name, TEXT, primary_key=key, nullable=empty)


def count(name: str, *, key: bool = False) -> Column[int]:
    """Return a column of whole numbers."""
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


def number() -> Column[int]:
    """Return the key column of rows that are numbered by their id."""
    return Column("number", NUMBER, primary_key=True, autoincrement=False)
