"""Every error is a problem document (RFC 9457), also those that the web server itself answers."""

import json
import socket
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

FIELDS = {"type", "title", "status", "detail", "instance", "errors"}
PAGE = "قال وزير النقل إن الجسر سيفتح غدا."


def text(page: bytes) -> dict[str, Any]:
    return {"content": page, "headers": {"Content-Type": "text/plain"}}


REQUESTS = {
    "unknown route": ("GET", "/nothing", {}, 404),
    "unknown record": ("GET", "/articles/a0123456789abcdef", {}, 404),
    "id of another form": ("GET", "/claims/%D8%AC", {}, 404),
    "unknown job": ("GET", "/jobs/j0123456789abcdef", {}, 404),
    "method": ("DELETE", "/claims", {}, 405),
    "form": ("GET", "/claims", {"headers": {"Accept": "image/png"}}, 406),
    "parameter": ("GET", "/claims?limit=x", {}, 400),
    "too large": ("POST", "/articles", text(b"x" * 250_000), 413),
    "media type": ("POST", "/articles", {"content": b"x", "headers": {"Content-Type": "image/png"}}, 415),
    "binary": ("POST", "/articles", text(bytes(range(256)) * 9), 415),
    "empty": ("POST", "/articles", text(b" "), 422),
    "not Arabic": ("POST", "/articles", text(b"Only Latin letters " * 9), 422),
    "not JSON": ("POST", "/analyze", {"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
    "unknown field": ("POST", "/articles", {"json": {"body": PAGE, "bodi": "x"}}, 422),
}  # fmt: skip


@pytest.mark.parametrize("name", REQUESTS)
def test_an_error_is_a_problem(api: httpx.Client, name: str) -> None:
    method, path, more, status = REQUESTS[name]
    before = api.get("/articles?limit=1").json()["total"]
    answer = api.request(method, path, **more)
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem.keys() >= FIELDS
    assert problem["status"] == status
    assert problem["instance"] == httpx.URL(path).raw_path.decode() or name == "id of another form"
    assert all({"code", "message"} <= fault.keys() for fault in problem["errors"])
    assert "Traceback" not in answer.text
    assert api.get("/articles?limit=1").json()["total"] == before
    if status == 405:
        assert "GET" in answer.headers["Allow"]
    if name == "unknown field":
        assert problem["errors"][0]["pointer"] == "/bodi"


SENT = {
    "a line that is none": (b"nonsense\r\n\r\n", 400),
    "too long a line": (b"GET /claims?q=" + b"x" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
    "too long a header": (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", 431),
    "a header that is none": (b"GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400),
    "an unknown version": (b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", 400),
}


@pytest.mark.parametrize("name", SENT)
def test_the_web_server_answers_problems_too(live: str, name: str) -> None:
    sent, status = SENT[name]
    place = urlsplit(live)
    with socket.create_connection((place.hostname, place.port), timeout=10) as plain:
        plain.sendall(sent)
        received = b""
        while part := plain.recv(65536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    assert int(head.split()[1]) == status
    assert b"application/problem+json" in head
    assert json.loads(body).keys() >= FIELDS
    assert json.loads(body)["status"] == status
    assert b"X-Request-Id" in head
