"""Answers kept in Redis for all processes: down, slow, full or garbled is a miss, counted, never an error."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from service.cache.breaker import Breaker
from service.cache.sealed import seal, unseal

TIMEOUT = 0.1  # seconds: a GET takes 0.1 ms; who waits longer is better served by the database
_PREFIX = "isnad:"


class SharedCache:
    """A Redis that may fail at any time; connects at the first use, so nothing is open before a fork."""

    def __init__(self, url: str, seconds: int, breaker: Breaker | None = None) -> None:
        self._redis: Any = redis.Redis.from_url(
            url,
            socket_timeout=TIMEOUT,
            socket_connect_timeout=TIMEOUT,
            retry=Retry(NoBackoff(), 0),  # said outright: each retry would be one more wait
            protocol=2,  # spares the HELLO that older servers refuse
            driver_info=None,
        )
        self._seconds = seconds
        self._breaker = breaker or Breaker()
        self.counts: Counter[str] = Counter()

    @property
    def degraded(self) -> bool:
        """Tell whether the last call failed."""
        return self._breaker.is_open

    def get(self, key: str) -> bytes | None:
        """Return what is kept under the key, None where Redis has or tells nothing."""
        sealed = self._call(lambda: self._redis.get(_PREFIX + key))
        value = unseal(sealed) if isinstance(sealed, bytes) else None
        self.counts["hit" if value is not None else "garbage" if sealed is not None else "miss"] += 1
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value for the time set."""
        self._call(lambda: self._redis.set(_PREFIX + key, seal(value), ex=self._seconds))

    def add(self, key: str, seconds: int, more: int = 1) -> int | None:
        """Count so many more under a key that is forgotten after so many seconds; None where Redis fails."""
        counted = self._call(lambda: self._count(_PREFIX + key, seconds, more))
        return counted if isinstance(counted, int) else None

    def ping(self) -> bool:
        """Tell whether Redis answers now (asks again only after the breaker's pause)."""
        return self._call(self._redis.ping) is not None

    def _count(self, key: str, seconds: int, more: int) -> Any:
        with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.incrby(key, more)
            pipeline.expire(key, seconds)
            return pipeline.execute()[0]

    def _call(self, ask: Callable[[], Any]) -> Any:
        if not self._breaker.allow():
            self.counts["skipped"] += 1
            return None
        try:
            answer = ask()
        except redis.ResponseError:  # it answers, if only that it is full or that the key is of another kind
            self.counts["refused"] += 1
            self._breaker.succeed()
            return None
        except (redis.RedisError, OSError, ValueError, TypeError):  # the last two: what is no Redis at all
            self.counts["failed"] += 1
            self._breaker.fail()
            return None
        self._breaker.succeed()
        return answer
