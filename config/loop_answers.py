"""Answers in a worker's own loop: what is at hand goes out before a thread would have woken up for it."""

from typing import Any

from gunicorn.http import Request

from config.recalling import Recaller

_HEAD = 8192  # bytes that are read at once; a longer head is a thread's
_END = b"\r\n\r\n"


class LoopAnswers:
    """Answers on connections that are kept open, between two looks at the sockets.

    The loop must never wait: whatever a client has not sent whole, has no plain answer at hand, or is not taken by the
    client at one go is left to a thread.
    """

    def __init__(self, recaller: Recaller) -> None:
        """Answer what the recaller finds."""
        self._recaller = recaller

    def answer(self, conn: Any, keeps: bool) -> bytes | None:
        """Answer the request that has come, and return what the client did not take of it; None: a thread has to."""
        if not (self._recaller.answers and _is_whole(conn)):
            return None
        parser, met = conn.parser, None
        try:
            met = next(parser)
            found = self._recaller.find(met, keeps, at_once=True)
        except Exception as wrong:  # whatever it is, a thread meets it, and answers it
            met, found = wrong, None
        if found is None:
            conn.parser = _Met(conn, parser, met)
            return None
        try:
            return found[conn.sock.send(found) :]
        except OSError:
            return found


class _Met:
    """Stands for the parser of a connection whose next request, or what is wrong with it, was met already."""

    def __init__(self, conn: Any, parser: Any, met: Request | Exception) -> None:
        self._conn = conn
        self._parser = parser
        self._met = met

    def __next__(self) -> Any:
        self._conn.parser = self._parser
        if isinstance(self._met, Exception):
            raise self._met
        return self._met


def _is_whole(conn: Any) -> bool:
    """Read what a connection has, and tell whether that is the head of one request that may have no body."""
    try:
        data: bytes = conn.sock.recv(_HEAD)
    except OSError:
        return False
    conn.parser.unreader.unread(data)
    return data.startswith((b"GET ", b"HEAD ")) and data.find(_END) == len(data) - len(_END)
