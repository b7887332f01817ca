"""gunicorn's threaded worker: sheds what waited too long, and refuses as the service does, by problem documents."""

import secrets
import selectors
import socket
import time
from functools import partial
from typing import Any

import orjson
from gunicorn.workers.gthread import ThreadWorker

from config.bodies import checked_body
from config.departing import Departing
from config.loop_answers import LoopAnswers
from config.patience import ReadingWatch
from config.recalling import Recaller
from config.settings import load_settings

_LONGEST = 200  # characters of the server's own message, which may quote the request
_ALWAYS = "/healthz"  # a busy process is alive: who asks that must not be told to restart it
_RETRY_AFTER = 2  # seconds


class ProblemWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Refuses as the service does: RFC 9457, no HTML.

    A request that waited for a thread longer than QUEUE_SECONDS is answered 503 at once: whoever asked may have gone,
    and the work saved lets the next ones be answered in time.
    """

    def init_process(self) -> None:
        """Learn how long a request may wait, and how long it may take to come in."""
        settings = load_settings()
        self.patience = settings.queue_seconds
        self.watch = ReadingWatch(settings.read_seconds)
        self.departing = Departing(self)
        self.crowded = False  # whether others wait to be let in
        super().init_process()

    def accept(self, listener: Any) -> None:
        """Let in those who wait; gunicorn lets in one a turn of the loop, and a turn may answer a thousand others."""
        before = -1
        while before < self.nr_conns < self.worker_connections:
            before = self.nr_conns
            super().accept(listener)
        self.crowded = self.nr_conns > before

    def enqueue_req(self, conn: Any) -> None:
        """Have a thread answer, and note since when; a new connection waits for its first request in the loop.

        gunicorn has a thread wait with it, for five seconds: as many idle clients as threads would stop the service.
        """
        if conn.initialized or self.cfg.is_ssl:
            conn.queued_at = time.monotonic()
            super().enqueue_req(conn)
        else:
            conn.init()
            self._listen(conn)

    def _listen(self, conn: Any) -> None:
        conn.sock.setblocking(False)
        conn.set_timeout()
        self.keepalived_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_client_socket_readable, conn))

    @property
    def keeps(self) -> bool:
        """Tell whether a connection may stay open: not where others wait to be let in."""
        return bool(self.alive and not self.crowded)

    def on_client_socket_readable(self, conn: Any, client: socket.socket) -> None:
        """Answer in the loop what nobody need be waited for; let a thread answer the rest."""
        keeps = self.keeps
        rest = self.loop.answer(conn, keeps)
        if rest is None:
            super().on_client_socket_readable(conn, client)
            return
        self.keepalived_conns.remove(conn)
        if keeps and not rest:
            conn.set_timeout()
            self.keepalived_conns.append(conn)  # the one that waits longest stands first
            return
        self.poller.unregister(client)
        if rest:
            self._hand_over(conn, rest, keeps)
        else:
            self.departing.see_off(conn)

    def _hand_over(self, conn: Any, rest: bytes, keeps: bool) -> None:
        """Let a thread send the rest of an answer, which the client takes slowly."""
        conn.sock.setblocking(True)
        sending = self.tpool.submit(_send, conn.sock, rest, keeps)
        sending.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def finish_request(self, conn: Any, done: Any) -> None:
        """Go on with a connection that a thread is done with, or see it off."""
        if done.exception() or done.result():
            super().finish_request(conn, done)
        else:
            self.departing.see_off(conn)

    def handle(self, conn: Any) -> Any:
        """Note how long the connection waited before a thread had time for it, and how long it is at it."""
        conn.waited = time.monotonic() - conn.queued_at
        with self.watch.watching(conn):
            return super().handle(conn)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Look after connections as gunicorn does, at least once a second, and after those that threads wait for."""
        super().wait_for_and_dispatch_events(timeout)
        self.watch.hang_up()
        self.departing.hang_up()

    def load_wsgi(self) -> None:
        """Load the application, and learn what it keeps."""
        super().load_wsgi()
        if not self.cfg.accesslog:  # else gunicorn makes a line of each request, for a logger that drops it
            self.log._access_log_enabled = False
        self.recaller = Recaller(self)
        self.loop = LoopAnswers(self.recaller)

    def handle_request(self, req: Any, conn: Any) -> bool:
        """Answer a request, from what is kept if that is possible, or shed it if it waited too long."""
        if not 0 < self.patience < conn.waited or req.path == _ALWAYS:
            keeps = self.keeps
            with checked_body(req):
                found = self.recaller.find(req, keeps)
                if found is not None:
                    return _send(conn.sock, found, keeps)
                if not keeps:
                    req.force_close()
                return bool(super().handle_request(req, conn))
        self.log.info("shed %s after %.1f s", req.path, conn.waited)
        detail = f"The service is busy: the request waited {conn.waited:.1f} s for its turn."
        conn.sock.sendall(_problem(503, "Service Unavailable", detail, f"Retry-After: {_RETRY_AFTER}"))
        return False

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Let gunicorn find the status and log the error, and send what it says in our form."""
        super().handle_error(req, _Refusing(client), addr, exc)


def _send(client: socket.socket, rest: bytes, keeps: bool) -> bool:
    """Send bytes, and tell whether the connection stays open."""
    client.sendall(rest)
    return keeps


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
    return _problem(int(status), reason, detail or f"{reason}: refused before it was read whole.")


def _problem(status: int, reason: str, detail: str, *more: str) -> bytes:
    problem = {
        "type": f"urn:isnad:problem:{reason.lower().replace(' ', '-')}",
        "title": reason,
        "status": status,
        "detail": detail,
        "instance": "",
        "errors": [],
    }
    sent = orjson.dumps(problem)
    fields = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        "Content-Type: application/problem+json",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        f"X-Request-Id: {secrets.token_hex(8)}",
        *more,
        f"Content-Length: {len(sent)}",
    )
    return "\r\n".join(fields).encode("latin-1") + b"\r\n\r\n" + sent


def _text_of(page: str) -> str:
    """Return the message in gunicorn's page: what stands behind the heading."""
    message = page.partition("</h1>")[2].partition("</body>")[0].strip()
    return "".join(char for char in message if char.isprintable())[:_LONGEST]
