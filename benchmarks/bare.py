"""The least that could answer, to compare with: given bytes by a WSGI callable, by one GET of Redis, by Flask."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import redis
from flask import Flask, Response


def _body() -> bytes:
    return Path(os.environ["BENCH_BODY"]).read_bytes()


def make_wsgi() -> Callable[..., Iterable[bytes]]:
    """Return a WSGI callable that answers every request with the bytes in the file BENCH_BODY."""
    body = _body()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]

    def answer(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", headers)
        return [body]

    return answer


def make_redis() -> Callable[..., Iterable[bytes]]:
    """Return a WSGI callable that answers every request with what one GET of a Redis at BENCH_REDIS gives."""
    client: Any = redis.Redis.from_url(os.environ["BENCH_REDIS"], protocol=2, driver_info=None)
    client.set("body", _body())

    def answer(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = client.get("body")
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def make_flask() -> Flask:
    """Return a Flask application with one route that answers with the bytes in the file BENCH_BODY."""
    app, body = Flask(__name__), _body()

    @app.get("/claims")
    def claims() -> Response:
        return Response(body, mimetype="application/json")

    return app
