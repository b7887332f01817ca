"""Limits how often one address may ask for what the cache does not answer, over all processes where Redis is."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any

from flask import Flask, request

from service.api.errors import Problem
from service.cache.shared import SharedCache

_WINDOW = 60  # seconds
_FREE = frozenset({"/healthz", "/readyz", "/metrics"})
_COUNTED = "isnad.rate"  # where a request's environment holds what was counted of it


class RequestCounter:
    """Counts requests in the running minute, in Redis where it answers, else in this process."""

    def __init__(self, shared: SharedCache | None, clock: Callable[[], float] = time.time) -> None:
        self._shared = shared
        self._clock = clock
        self._counts: dict[str, int] = {}
        self._minute = 0
        self._lock = Lock()

    def add(self, who: str, more: int = 1) -> tuple[int, int]:
        """Count one request more, and return how many there were and in how many seconds counting starts anew."""
        now = self._clock()
        minute = int(now // _WINDOW)
        counted = self._shared.add(f"rate:{minute}:{who}", _WINDOW, more) if self._shared else None
        return self._add_here(minute, who, more) if counted is None else counted, math.ceil(
            (minute + 1) * _WINDOW - now
        )

    def _add_here(self, minute: int, who: str, more: int) -> int:
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, {}
            self._counts[who] = self._counts.get(who, 0) + more
            return self._counts[who]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many requests a minute an address may make, how many it made, in how many seconds counting starts anew."""

    most: int
    count: int
    reset: int


class Limiter:
    """Counts each request that the cache does not answer, once, whether Flask answers it or not."""

    def __init__(self, most: int, counter: RequestCounter) -> None:
        """Allow an address so many requests a minute; 0 means no limit."""
        self._most = most
        self._counter = counter

    def admit(self, environ: dict[str, Any]) -> bool:
        """Count a request that was not counted yet, and tell whether it may be answered.

        Where its environment does not tell its address it may not: nothing is counted then.
        """
        if self._most <= 0 or environ["PATH_INFO"] in _FREE:
            return True
        if _COUNTED not in environ:
            if "REMOTE_ADDR" not in environ:
                return False
            environ[_COUNTED] = Rate(self._most, *self._counter.add(environ["REMOTE_ADDR"] or "unknown"))
        return bool(environ[_COUNTED].count <= self._most)

    def take_back(self, environ: dict[str, Any]) -> None:
        """Uncount a request that will be counted again where it is answered."""
        if environ.pop(_COUNTED, None) is not None:
            self._counter.add(environ["REMOTE_ADDR"] or "unknown", -1)


def tell_rate(environ: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the header fields that tell of a request's count, none where it was not counted."""
    rate = environ.get(_COUNTED)
    if rate is None:
        return []
    return [
        ("RateLimit-Policy", f'"default";q={rate.most};w={_WINDOW}'),
        ("RateLimit", f'"default";r={max(0, rate.most - rate.count)};t={rate.reset}'),
    ]


def limit_requests(app: Flask, limiter: Limiter) -> None:
    """Answer 429 to an address that has asked more often than it may."""

    @app.before_request
    def check() -> None:
        if not limiter.admit(request.environ):
            rate = request.environ[_COUNTED]
            problem = Problem(429, f"More than {rate.most} requests a minute; wait {rate.reset} seconds.")
            problem.headers["Retry-After"] = str(rate.reset)
            raise problem
