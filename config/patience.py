"""Clients that are slow to send, by accident or on purpose: each holds a thread, so it may take only so long."""

import contextlib
import socket
import time
from collections.abc import Iterator
from typing import Any


class ReadingWatch:
    """The connections that threads are at, and since when; who is overdue is no longer listened to."""

    def __init__(self, seconds: float) -> None:
        """Allow so many seconds for a request to come in, head and body; 0: no limit."""
        self._seconds = seconds
        self._begun: dict[Any, float] = {}

    @contextlib.contextmanager
    def watching(self, conn: Any) -> Iterator[None]:
        """Watch a connection while a thread is at it."""
        self._begun[conn] = time.monotonic()
        try:
            yield
        finally:
            del self._begun[conn]

    def hang_up(self) -> None:
        """End the sending side of those that are overdue.

        A thread that waits for more wakes up and finds the request cut off; one that has the whole request and is
        still at its answer does not notice.
        """
        latest = time.monotonic() - self._seconds
        for conn, begun in list(self._begun.items()):
            if self._seconds > 0 and begun < latest:
                with contextlib.suppress(OSError):  # it is closed already
                    conn.sock.shutdown(socket.SHUT_RD)
