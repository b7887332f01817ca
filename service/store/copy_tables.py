"""The tables of articles' fingerprints, of what articles copy from one another, and of what dates the undated."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table

from service.store.columns import count, metadata, text

prints = Table(
    "prints",
    metadata,
    text("article_id", key=True),
    Column("runs", LargeBinary, nullable=False),
)

print_keys = Table(
    "print_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    text("article_id", key=True),
    sqlite_with_rowid=False,
)

common_keys = Table(
    "common_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
)

copies = Table(
    "copies",
    metadata,
    text("left", key=True),
    text("right", key=True),
    count("shared"),
    Column("reprint", Boolean, nullable=False),
    Index("copies_by_right", "right"),
)

undated = Table(
    "undated",
    metadata,
    text("article_id", key=True),
    Column("weekday", Integer, nullable=True),
    text("told", empty=True),
    text("found", empty=True),
)

event_days = Table(
    "event_days",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    text("article_id", key=True),
    text("day", empty=True),
    Index("event_days_by_article", "article_id"),
)
