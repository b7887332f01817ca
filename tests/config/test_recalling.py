"""What a worker sends of its own from the kept answers is what the server would have sent."""

import re
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest

from config.recalling import Recaller
from tests.running import running_service, take_in_samples

_LATE = 57  # seconds of a minute
_PATHS = ("/claims?limit=3", "/entities?q=%D8%A7%D9%84&limit=2", "/articles?limit=1&fields=title")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve one corpus twice: a worker that logs who asks behind a proxy leaves all requests to the server."""
    place = tmp_path_factory.mktemp("recalling")
    database_url = f"sqlite:///{place}/isnad.sqlite"
    take_in_samples(database_url)
    with (
        running_service(database_url, place, LOG_REQUESTS="0", THREADS="1") as recalling,
        running_service(database_url, place, LOG_REQUESTS="1", THREADS="1", TRUSTED_PROXIES="1") as plain,
    ):
        yield recalling, plain


def _ask(base: str, lines: list[str], body: str = "", times: int = 1) -> bytes:
    """Return all that the server sends for a request, sent so many times over one connection."""
    host = urlsplit(base)
    asked = "\r\n".join([*lines, "Host: there"]) + "\r\n\r\n" + body
    with socket.create_connection((host.hostname or "", host.port or 0), timeout=10) as connection:
        connection.sendall((asked * times).encode())
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def _plain(answer: bytes) -> bytes:
    return re.sub(rb"(Date|X-Request-Id): [^\r]*", rb"\1: -", answer)


@pytest.mark.parametrize("path", _PATHS)
@pytest.mark.parametrize(
    ("method", "version", "more", "body"),
    [
        ("GET", "1.1", [], ""),
        ("HEAD", "1.1", [], ""),
        ("GET", "1.1", ["If-None-Match: *"], ""),
        ("GET", "1.1", ["Accept-Encoding: gzip"], ""),
        ("GET", "1.1", ["Connection: close"], ""),
        ("GET", "1.0", [], ""),
        ("GET", "1.1", ["Content-Length: 2"], "{}"),
        ("GET", "1.1", ["Origin: https://elsewhere.example"], ""),
    ],
)
def test_the_answers_are_alike(
    services: tuple[str, str], path: str, method: str, version: str, more: list[str], body: str
) -> None:
    lines = [f"{method} {path} HTTP/{version}", *more]
    for base in services:  # from now on both have kept the answer
        _ask(base, [f"GET {path} HTTP/1.1", *more[:1]], body)
    recalled, built = (_plain(_ask(base, lines, body, times=2)) for base in services)
    assert recalled == built
    assert recalled[9:12] == (b"304" if "If-None-Match: *" in more else b"200")


def _count_left(base: str, path: str, *more: str) -> tuple[str, str]:
    """Return the status of an answer and how many requests are left, as it says."""
    head = _ask(base, [f"GET {path} HTTP/1.1", *more]).partition(b"\r\n\r\n")[0].decode()
    found = re.search('RateLimit: "default";r=([0-9]+)', head)
    return head[9:12], found[1] if found else ""


def test_each_request_that_is_not_kept_is_counted_once(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path}/isnad.sqlite"
    take_in_samples(database_url)
    settings = {"LOG_REQUESTS": "0", "CACHE_BYTES": "0", "THREADS": "1", "RATE_LIMIT": "5"}
    with running_service(database_url, tmp_path, **settings) as base:
        second = time.time() % 60
        time.sleep(60 - second if second > _LATE else 0)  # requests are counted by the minute
        asked = [
            _count_left(base, "/claims?limit=1"),
            _count_left(base, "/claims?limit=2"),
            _count_left(base, "/claims?limit=2", "If-None-Match: *"),
            _count_left(base, "/claims?limit=0"),
            _count_left(base, "/claims?speaker=e0000000000000000"),
            _count_left(base, "/claims?limit=3"),
            _count_left(base, "/healthz"),
        ]
    assert asked == [("200", "4"), ("200", "3"), ("304", "2"), ("400", "1"), ("200", "0"), ("429", "0"), ("200", "")]


class _Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def access(self, answer: Any, req: Any, environ: dict[str, str], took: timedelta) -> None:
        self.lines.append(f"{req.method} {environ['RAW_URI']} {answer.status} {answer.sent} {took < timedelta(1)}")


def _recaller(found: object, log: _Log | None = None, behind_proxy: bool = False, **settings: Any) -> Recaller:
    front = SimpleNamespace(recall=lambda _environ, _at_once: found, leave=lambda _environ: None)
    given = {"accesslog": None, "max_requests": 0, "keepalive": 30, **settings}
    wsgi = SimpleNamespace(extensions={"isnad-front": front}, wsgi_app=object() if behind_proxy else front)
    return Recaller(SimpleNamespace(wsgi=wsgi, cfg=SimpleNamespace(**given), log=log))


def _request(*headers: tuple[str, str], version: tuple[int, int] = (1, 1), closing: bool = False) -> Any:
    return SimpleNamespace(
        method="GET", path="/claims", query="", uri="/claims", headers=headers, version=version,
        should_close=lambda: closing, peer_addr=("192.0.2.1", 4000),
    )  # fmt: skip


_KEPT = ("200 OK", [("Content-Type", "application/json"), ("Content-Length", "2")], b"{}")


def test_what_is_kept_is_told() -> None:
    found = _recaller(_KEPT).find(_request(), keeps=True)
    assert found is not None
    head, _, body = found.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\nContent-Type: application/json\r\n" in head
    assert b"\r\nConnection: keep-alive\r\n" in head
    assert b"\r\nConnection: close\r\n" in (_recaller(_KEPT).find(_request(), keeps=False) or b"")
    assert body == b"{}"


def test_what_is_told_is_logged_once() -> None:
    log = _Log()
    assert _recaller(_KEPT, log, accesslog="-").find(_request(), keeps=True)
    assert not _recaller(None, log, accesslog="-").find(_request(), keeps=True)
    assert log.lines == ["GET /claims 200 OK 2 True"]


@pytest.mark.parametrize(
    ("recaller", "request_"),
    [
        (_recaller(None), _request()),
        (_recaller(_KEPT, _Log(), behind_proxy=True, accesslog="-"), _request()),
        (_recaller(_KEPT, max_requests=100), _request()),
        (_recaller(_KEPT, keepalive=0), _request()),
        (_recaller(_KEPT), _request(version=(1, 0))),
        (_recaller(_KEPT), _request(closing=True)),
        (_recaller(_KEPT), _request(("CONTENT-LENGTH", "2"))),
        (_recaller(_KEPT), _request(("TRANSFER-ENCODING", "chunked"))),
    ],
)
def test_anything_else_is_left_to_the_server(recaller: Recaller, request_: Any) -> None:
    assert recaller.find(request_, keeps=True) is None
