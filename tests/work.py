"""Counts what a function does without a clock, so that a busy machine fails no test."""

import sys
from collections.abc import Callable
from typing import Any


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, `work` calls."""
    return _count(work, {"call", "c_call"}, sys.getprofile(), sys.setprofile)


def lines_of(work: Callable[[], object]) -> int:
    """Return how many lines of Python `work` runs, each round of a loop anew."""
    return _count(work, {"line"}, sys.gettrace(), sys.settrace)


def _count(work: Callable[[], object], events: set[str], before: Any, listen: Callable[[Any], None]) -> int:
    count = 0

    def note(_frame: object, event: str, _argument: object) -> Callable[..., object]:
        nonlocal count
        count += event in events
        return note

    listen(note)
    try:
        work()
    finally:
        listen(before)
    return count
