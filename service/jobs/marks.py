"""Marks what a worker is at, so that a page which ends its worker is found, and is not tried for ever."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from redis import Redis, RedisError

Number = TypeVar("Number", bound=int)

FATAL = "it ended the process that was at it, again and again"
_MOST = 2  # times that a page may end a worker that is at it alone
_KEPT = 86_400  # seconds, like the results of tasks
_TASK = "task"


class Marks:
    """How often a task, and each of its pages alone, was begun and not ended; without Redis nothing counts."""

    def __init__(self, client: "Redis[Any]", task: str) -> None:
        self._client = client
        self._key = f"isnad-begun-{task}"

    @contextmanager
    def attempt(self) -> Iterator[bool]:
        """Try a task; yield whether an earlier try was cut off. One that ends, well or with an error, was not."""
        cut_off = self._add(_TASK) > 1
        try:
            yield cut_off
        finally:
            with suppress(RedisError):
                self._client.delete(self._key)

    @contextmanager
    def page(self, idx: int) -> Iterator[bool]:
        """Try one page of a task by itself; yield whether that may be: not after it ended workers before."""
        begun = self._add(str(idx))
        yield begun <= _MOST
        with suppress(RedisError):
            self._client.hdel(self._key, str(idx))

    def _add(self, name: str) -> int:
        try:
            count = int(self._client.hincrby(self._key, name, 1))
            self._client.expire(self._key, _KEPT)
        except RedisError:
            return 0
        return count
