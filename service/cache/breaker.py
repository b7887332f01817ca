"""A circuit breaker: after a failure nobody waits for the other side again until a pause is over."""

import time
from collections.abc import Callable
from threading import Lock

FIRST_PAUSE = 1.0  # seconds: a restarted Redis is used again soon
LONGEST_PAUSE = 30.0  # seconds: a dead one costs one short timeout in this time


class Breaker:
    """Closed while calls succeed; open for a pause after a failure, doubled with each failed trial."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._pause = FIRST_PAUSE
        self._until: float | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the last call failed."""
        return self._until is not None

    def allow(self) -> bool:
        """Tell whether a call may be made now; once the pause is over, exactly one caller may try."""
        if self._until is None:
            return True
        with self._lock:
            now = self._clock()
            if self._until is not None and now < self._until:
                return False
            self._until = now + self._pause
            return True

    def succeed(self) -> None:
        """Close: the other side answers."""
        if self._until is not None:
            with self._lock:
                self._until, self._pause = None, FIRST_PAUSE

    def fail(self) -> None:
        """Open: the other side is down or slow."""
        with self._lock:
            self._pause = FIRST_PAUSE if self._until is None else min(self._pause * 2, LONGEST_PAUSE)
            self._until = self._clock() + self._pause
