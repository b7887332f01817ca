"""Limits how often one address may ask for what the cache does not answer, over all processes where Redis is."""

import math
import time
from collections.abc import Callable
from threading import Lock

from flask import Flask, Response, g, request

from service.api.errors import Problem
from service.cache.shared import SharedCache

_WINDOW = 60  # seconds
_FREE = frozenset({"/healthz", "/readyz", "/metrics"})


class RequestCounter:
    """Counts requests in the running minute, in Redis where it answers, else in this process."""

    def __init__(self, shared: SharedCache | None, clock: Callable[[], float] = time.time) -> None:
        self._shared = shared
        self._clock = clock
        self._counts: dict[str, int] = {}
        self._minute = 0
        self._lock = Lock()

    def add(self, who: str) -> tuple[int, int]:
        """Count one request more, and return how many there were and in how many seconds counting starts anew."""
        now = self._clock()
        minute = int(now // _WINDOW)
        counted = self._shared.add(f"rate:{minute}:{who}", _WINDOW) if self._shared else None
        return counted or self._add_here(minute, who), math.ceil((minute + 1) * _WINDOW - now)

    def _add_here(self, minute: int, who: str) -> int:
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, {}
            self._counts[who] = self._counts.get(who, 0) + 1
            return self._counts[who]


def limit_requests(app: Flask, most: int, counter: RequestCounter) -> None:
    """Answer 429 to an address that has asked more often than `most` a minute; 0 means no limit."""
    if most <= 0:
        return

    @app.before_request
    def check() -> None:
        if request.path in _FREE:
            return
        count, reset = counter.add(request.remote_addr or "unknown")
        g.rate = (max(0, most - count), reset)
        if count > most:
            problem = Problem(429, f"More than {most} requests a minute; wait {reset} seconds.")
            problem.headers["Retry-After"] = str(reset)
            raise problem

    @app.after_request
    def tell(response: Response) -> Response:
        if "rate" in g:
            left, reset = g.rate
            response.headers["RateLimit-Policy"] = f'"default";q={most};w={_WINDOW}'
            response.headers["RateLimit"] = f'"default";r={left};t={reset}'
        return response
