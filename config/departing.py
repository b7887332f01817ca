"""Connections that were answered for the last time: they are closed once the client has closed its side, or soon."""

import selectors
import socket
import time
from functools import partial
from typing import Any

_LONGEST = 2.0  # seconds that a client may take to close its side
_AT_ONCE = 1 << 16  # bytes


class Departing:
    """Sees connections off in the worker's loop, which never waits for one.

    Closed at once, a connection with bytes that nobody read is reset, and the client may lose the end of its answer
    (RFC 9112, 9.6). gunicorn has the loop wait for the client, for two seconds, while all others wait.
    """

    def __init__(self, worker: Any) -> None:
        """See off connections of this worker, which counts them until they are closed."""
        self._worker = worker
        self._since: dict[Any, float] = {}

    def see_off(self, conn: Any) -> None:
        """Tell a client that nothing more will come, and listen until it has closed its side."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:  # the client was faster
            self._close(conn)
            return
        self._since[conn] = time.monotonic()
        self._worker.poller.register(conn.sock, selectors.EVENT_READ, partial(self._read_on, conn))

    def hang_up(self) -> None:
        """Close the connections of clients that take too long."""
        latest = time.monotonic() - _LONGEST
        for conn, since in list(self._since.items()):
            if since > latest:
                break
            self._leave(conn)

    def _read_on(self, conn: Any, client: socket.socket) -> None:
        try:
            more = client.recv(_AT_ONCE)
        except OSError:
            more = b""
        if not more:
            self._leave(conn)

    def _leave(self, conn: Any) -> None:
        del self._since[conn]
        self._worker.poller.unregister(conn.sock)
        self._close(conn)

    def _close(self, conn: Any) -> None:
        self._worker.nr_conns -= 1
        conn.close()
