"""Remembers what was found of single words, in memory that stays bounded however long the words are."""

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

Found = TypeVar("Found")

_MOST_READ = 16_000_000  # bytes of pages between two clearings; hostile ones keep ten times their size in memory
_caches: list["_lru_cache_wrapper[Any]"] = []


def remember(most: int) -> Callable[[Callable[..., Found]], "_lru_cache_wrapper[Found]"]:
    """Return a decorator that keeps the results for the `most` words that were asked for last."""

    def decorate(function: Callable[..., Found]) -> "_lru_cache_wrapper[Found]":
        kept = lru_cache(maxsize=most)(function)
        _caches.append(kept)
        return kept

    return decorate


class ReadBytes:
    """Counts the bytes of the pages that were read, and has everything forgotten in time."""

    def __init__(self, most: int = _MOST_READ) -> None:
        self._most = most
        self._read = 0

    def add(self, count: int) -> None:
        """Count the bytes of one page more."""
        self._read += count
        if self._read > self._most:
            self._read = 0
            for cache in _caches:
                cache.cache_clear()
