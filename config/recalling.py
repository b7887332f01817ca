"""Tells what the application kept of an answer, without the environment and the checks that a new one takes."""

import time
from datetime import timedelta
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from gunicorn import SERVER, util

_WITH_BODY = {"HTTP_CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING"}


class Recaller:
    """Answers what a worker may answer by bytes alone: a bodiless request of a client that keeps its connection."""

    def __init__(self, worker: Any) -> None:
        """Learn from a worker that has loaded its application whether it may be asked at all."""
        front = getattr(worker.wsgi, "extensions", {}).get("isnad-front")
        self._sees_clients = front is not None and worker.wsgi.wsgi_app is front  # else a proxy tells who asks
        self._log = worker.log if worker.cfg.accesslog else None
        counts = worker.cfg.max_requests or not worker.cfg.keepalive or (self._log and not self._sees_clients)
        self._front = None if counts else front
        self.answers = self._front is not None

    def find(self, req: Any, keeps: bool, at_once: bool = False) -> bytes | None:
        """Return the answer that is kept, head and body, and log it; None where none is or the request is not so plain.

        It says whether the worker keeps the connection. At once: only where nobody need be waited for.
        """
        if self._front is None or req.version != (1, 1) or req.should_close():
            return None
        began = time.monotonic()
        environ = _read_environ(req)
        if self._sees_clients and isinstance(req.peer_addr, tuple):
            environ["REMOTE_ADDR"] = req.peer_addr[0]
        found = self._front.recall(environ, at_once) if not environ.keys() & _WITH_BODY else None
        if found is None:
            self._front.leave(environ)
            return None
        if self._log is not None:
            environ |= {"RAW_URI": req.uri, "SERVER_PROTOCOL": "HTTP/1.1"}
            self._log.access(_as_sent(*found), req, environ, timedelta(seconds=time.monotonic() - began))
        return _render("keep-alive" if keeps else "close", *found)


def _read_environ(req: Any) -> dict[str, Any]:
    path = util.unquote_to_wsgi_str(req.path)
    environ = {"REQUEST_METHOD": req.method, "PATH_INFO": path, "QUERY_STRING": req.query}
    for name, value in req.headers:
        key = "HTTP_" + name.replace("-", "_")
        environ[key] = f"{environ[key]},{value}" if key in environ else value
    return environ


def _as_sent(status: str, headers: list[tuple[str, str]], body: bytes) -> Any:
    """Return an answer as gunicorn's log wants to see it."""
    return SimpleNamespace(status=status, headers=headers, sent=len(body))


def _render(connection: str, status: str, headers: list[tuple[str, str]], body: bytes) -> bytes:
    fields = "".join([f"{name}: {value}\r\n" for name, value in headers])
    date = _date(int(time.time()))
    head = f"HTTP/1.1 {status}\r\nServer: {SERVER}\r\nDate: {date}\r\nConnection: {connection}\r\n{fields}\r\n"
    return head.encode("latin-1") + body


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    return str(util.http_date(second))
