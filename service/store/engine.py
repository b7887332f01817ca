"""Connects to the corpus database, and opens its transactions: many readers, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

_WRITER_LOCK = 0x15AD  # the advisory lock that PostgreSQL's one writer holds; any fixed number would do
_BEGIN_WRITING = text(
    "SELECT pg_advisory_xact_lock(:lock), set_config('plan_cache_mode', 'auto', true), "
    "set_config('enable_seqscan', 'on', true)"
)
_WAIT_SECONDS = 60  # for another writer's batch
_CACHE_KIB = 65_536


def open_engine(url: str) -> Engine:
    """Return an engine for a SQLite file (its folder is made) or a PostgreSQL database."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(url, parsed.database)
    engine = create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    event.listen(engine, "connect", _prepare_postgresql)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _open_sqlite(url: str, database: str | None) -> Engine:
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's own comes too late to lock before reading
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{_CACHE_KIB}", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: Any, _record: object) -> None:
    """Have every statement of a reader planned for its own values, and none read a whole table that an index spares.

    The planner takes arrays of words for cheap to read, and any range of numbers for as narrow as the last.
    """
    for setting in ("plan_cache_mode = force_custom_plan", "enable_seqscan = off", "jit = off"):
        connection.execute(f"SET {setting}")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    cursor = connection.connection.cursor()  # the driver's own: what SQLAlchemy adds costs more than the statement
    cursor.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    cursor.close()


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.execute(_BEGIN_WRITING, {"lock": _WRITER_LOCK})


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open the one writing transaction; it waits for another writer, and is undone by any exception."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the corpus from its first to its last query."""
    with engine.connect() as plain:
        sqlite = engine.dialect.name == "sqlite"
        connection = plain if sqlite else plain.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection
