"""The two layers of the cache of answers: the process's own, and the Redis that all processes share."""

from service.cache.memory import MemoryCache
from service.cache.shared import SharedCache

_OVERHEAD = 400  # bytes that a kept answer costs beside its own


class AnswerCache:
    """Looks into the process first, then into Redis; what Redis has comes into the process."""

    def __init__(self, memory: MemoryCache[bytes], shared: SharedCache | None) -> None:
        self.memory = memory
        self.shared = shared

    @property
    def state(self) -> str:
        """Return `ok`, or `degraded` while Redis fails."""
        return "degraded" if self.shared is not None and self.shared.degraded else "ok"

    def get(self, key: str) -> bytes | None:
        """Return the answer kept under a key."""
        kept = self.memory.get(key)
        if kept is None and self.shared is not None:
            kept = self.shared.get(key)
            if kept is not None:
                self.memory.put(key, kept, len(kept) + len(key) + _OVERHEAD)
        return kept

    def put(self, key: str, answer: bytes) -> None:
        """Keep an answer in both layers."""
        self.memory.put(key, answer, len(answer) + len(key) + _OVERHEAD)
        if self.shared is not None:
            self.shared.put(key, answer)
