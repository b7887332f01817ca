"""One empty SQLite corpus after another, by the one engine that keeps what it compiled: a law makes hundreds."""

import sqlite3
import tempfile
from functools import cache

from sqlalchemy import Engine

from service.store.corpus import create_corpus
from service.store.engine import open_engine


def emptied_corpus() -> Engine:
    """Return the engine of this process's own corpus, now empty: whoever used it before is done with it."""
    engine, empty, _ = _corpus()
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver
        empty.backup(driver)
    return engine


@cache
def _corpus() -> tuple[Engine, sqlite3.Connection, "tempfile.TemporaryDirectory[str]"]:
    folder = tempfile.TemporaryDirectory(prefix="isnad-")
    engine = open_engine(f"sqlite:///{folder.name}/isnad.sqlite")
    create_corpus(engine)
    empty = sqlite3.connect(":memory:")
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver
        driver.backup(empty)
    return engine, empty, folder
