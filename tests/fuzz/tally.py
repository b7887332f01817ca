"""Counts what was tried, what failed, how long the slowest took; an input that hangs is a failure too."""

import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_SLOW = 5.0  # seconds of processor time that no small input may take
_HANGS = 60  # seconds after which an input is given up


class HangError(RuntimeError):
    """An input took longer than anything may."""


@dataclass
class Tally:
    """What became of the inputs of one kind."""

    tried: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    failures: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> int:
        """Return how many inputs failed, or took too long."""
        return self.failures.total() + (self.slowest > _SLOW)

    def try_all(self, what: str, times: int, once: Callable[[], None]) -> None:
        """Try so many inputs; the first failure of each sort is printed."""
        began = time.monotonic()
        signal.signal(signal.SIGALRM, _give_up)
        for number in range(times):
            start = time.process_time()
            signal.alarm(_HANGS)
            try:
                once()
            except Exception as wrong:  # all of them are what is looked for
                self._note(f"{what} {number}", wrong)
            finally:
                signal.alarm(0)
            self.slowest = max(self.slowest, time.process_time() - start)
        self.tried += times
        self.seconds += time.monotonic() - began

    def _note(self, where: str, wrong: Exception) -> None:
        found = f"{type(wrong).__name__}: {str(wrong)[:200]}"
        if not self.failures[found]:
            print(f"  {where}: {found}\n{traceback.format_exc(limit=-3)}", file=sys.stderr)
        self.failures[found] += 1

    def row(self, what: str) -> str:
        """Return a line of the table."""
        return f"| {what} | {self.tried:,} | {self.failed:,} | {self.slowest:.2f} | {self.seconds:.0f} |"


def peak_memory() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _give_up(_signal: int, _frame: Any) -> None:
    raise HangError(f"no end after {_HANGS} seconds")
