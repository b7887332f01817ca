"""Clients that send half a request and then nothing: the threads they hold are free again soon."""

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.running import running_service

_POST = b"POST /articles HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
_PAGE = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال.".encode()
_HALVES = {
    "head": b"GET /claims HTTP/1.1\r\nHost: a\r\nX-Half: ",
    "body": _POST + b"Content-Length: 999\r\n\r\n" + _PAGE,
    "refused": _POST.replace(b"text/plain", b"image/png") + b"Content-Length: 999\r\n\r\nabc",
    "refused-chunk": _POST.replace(b"text/plain", b"image/png") + b"Transfer-Encoding: chunked\r\n\r\n400\r\nabc",
    "chunk": _POST + b"Transfer-Encoding: chunked\r\n\r\n400\r\n" + _PAGE,
}


@pytest.mark.parametrize("half", ["head", "body", "chunk"])
def test_slow_clients_do_not_hold_the_service(
    sample_url: str, tmp_path: Path, half: str, held: Callable[..., None]
) -> None:
    settings = {"WORKERS": "1", "THREADS": "2", "READ_SECONDS": "1", "LOG_REQUESTS": "0"}
    with running_service(sample_url, tmp_path, **settings) as base, ExitStack() as stack:
        before = httpx.get(f"{base}/articles").json()["total"]
        began = time.monotonic()
        address = (urlsplit(base).hostname, urlsplit(base).port)
        slow = [stack.enter_context(socket.create_connection(address, timeout=10)) for _ in range(4)]
        for connection in slow:
            connection.sendall(_HALVES[half])
        assert httpx.get(f"{base}/stats", timeout=20).status_code == 200  # a list would need no thread
        assert 0.9 < time.monotonic() - began < 8  # two at a time, each for a second or two
        answers = [connection.recv(1000) for connection in slow]
        assert all(answer.startswith(b"HTTP/1.1 400 ") or half == "head" for answer in answers), answers
        assert httpx.get(f"{base}/articles").json()["total"] == before
    assert "Traceback" not in (tmp_path / "service.log").read_text(encoding="utf-8")
    held("clients that stop in the midst of a request: hung up on, others are answered, no half page is taken in")


@pytest.mark.parametrize("half", ["body", "chunk", "refused", "refused-chunk"])
def test_a_page_cut_short_by_its_sender_is_not_taken_in(
    sample_url: str, tmp_path: Path, half: str, held: Callable[..., None]
) -> None:
    with running_service(sample_url, tmp_path, LOG_REQUESTS="0") as base:
        before = httpx.get(f"{base}/articles").json()["total"]
        with socket.create_connection((urlsplit(base).hostname, urlsplit(base).port), timeout=10) as connection:
            connection.sendall(_HALVES[half])
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(1000).startswith(
                b"HTTP/1.1 415 " if half.startswith("refused") else b"HTTP/1.1 400 "
            )
        assert httpx.get(f"{base}/articles").json()["total"] == before
    held("a page whose sender ends in the midst of it: refused, not taken in by half")
