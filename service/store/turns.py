"""Whose turn it is to read: of SQLite's readers in a process one works at a time, unless it takes long."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine

from service.store.engine import reading

_PATIENCE = 0.005  # seconds that a reader waits for its turn: longer than most answers take


class Turns:
    """Reading transactions that take turns, on one connection that stays open: taking another costs as much as a page.

    At once SQLite's readers would fight for the interpreter at each step of a statement, which doubles what all of them
    cost. Who waits for too long, and whoever reads from PostgreSQL, works beside the others.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._taken = engine.dialect.name == "sqlite"
        self._turn = Lock()
        self._open: Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the corpus from its first to its last query."""
        if not self._taken or not self._turn.acquire(timeout=_PATIENCE):
            with reading(self._engine) as connection:
                yield connection
            return
        try:
            if self._open is None:
                self._open = self._engine.connect()
            with self._open.begin():
                yield self._open
        except Exception:
            self._close()
            raise
        finally:
            self._turn.release()

    def _close(self) -> None:
        """Let the next reader begin with another connection, whatever happened to this one."""
        if self._open is not None:
            self._open.close()
            self._open = None
