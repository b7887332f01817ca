"""gunicorn's threaded worker, with refusals of its own (a broken or oversized request) as problem documents."""

import secrets
import socket
from typing import Any

import orjson
from gunicorn.workers.gthread import ThreadWorker

_LONGEST = 200  # characters of the server's own message, which may quote the request


class ProblemWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Refuses as the service does: RFC 9457, no HTML."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Let gunicorn find the status and log the error, and send what it says in our form."""
        super().handle_error(req, _Refusing(client), addr, exc)


class _Refusing:
    """A socket whose one message, gunicorn's page of HTML, goes out as a problem document."""

    def __init__(self, client: socket.socket) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def sendall(self, data: bytes) -> None:
        """Send a problem document in place of the page."""
        self._client.sendall(_as_problem(data))


def _as_problem(page: bytes) -> bytes:
    head, _, body = page.partition(b"\r\n\r\n")
    _, _, line = head.partition(b"\r\n")[0].partition(b" ")
    status, _, reason = line.decode("latin-1").partition(" ")
    detail = _text_of(body.decode("latin-1"))
    problem = {
        "type": f"urn:isnad:problem:{reason.lower().replace(' ', '-')}",
        "title": reason,
        "status": int(status),
        "detail": detail or f"{reason}: refused before it was read whole.",
        "instance": "",
        "errors": [],
    }
    sent = orjson.dumps(problem)
    fields = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        "Content-Type: application/problem+json",
        "Cache-Control: no-store",
        f"X-Request-Id: {secrets.token_hex(8)}",
        f"Content-Length: {len(sent)}",
    )
    return "\r\n".join(fields).encode("latin-1") + b"\r\n\r\n" + sent


def _text_of(page: str) -> str:
    """Return the message in gunicorn's page: what stands behind the heading."""
    message = page.partition("</h1>")[2].partition("</body>")[0].strip()
    return "".join(char for char in message if char.isprintable())[:_LONGEST]
