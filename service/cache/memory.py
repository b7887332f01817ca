"""Answers kept in the process: the least recently used go when their bytes exceed the limit."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class MemoryCache(Generic[Kept]):
    """A map from keys to values whose sizes in bytes together stay under a limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._items: OrderedDict[str, tuple[Kept, int]] = OrderedDict()
        self._lock = Lock()
        self.bytes = 0

    def get(self, key: str) -> Kept | None:
        """Return what is kept under the key, and count it as just used."""
        with self._lock:
            found = self._items.get(key)
            if found is None:
                return None
            self._items.move_to_end(key)
            return found[0]

    def put(self, key: str, value: Kept, size: int) -> None:
        """Keep a value of so many bytes; one larger than an eighth of the limit is not kept."""
        if size * 8 > self._limit:
            return
        with self._lock:
            self._forget(key)
            self._items[key] = (value, size)
            self.bytes += size
            while self.bytes > self._limit:
                self._forget(next(iter(self._items)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._items.clear()
            self.bytes = 0

    def __len__(self) -> int:
        return len(self._items)

    def _forget(self, key: str) -> None:
        found = self._items.pop(key, None)
        if found is not None:
            self.bytes -= found[1]
