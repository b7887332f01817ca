"""A clock that jumps: waiting is measured by a clock that cannot, and counting goes on."""

import ast
from collections.abc import Callable
from pathlib import Path

import service
from service.api.limits import RequestCounter

_MAY_ASK_THE_TIME = {"limits.py"}  # minutes of the wall clock, the same for all processes


def test_nothing_waits_by_the_wall_clock(held: Callable[..., None]) -> None:
    for file in Path(service.__path__[0]).rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        asked = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "time"
                 and isinstance(node.value, ast.Name) and node.value.id == "time"]  # fmt: skip
        assert not asked or file.name in _MAY_ASK_THE_TIME, file
    held("no pause, timeout or age is measured by a clock that can jump")


def test_a_clock_that_jumps_neither_locks_out_nor_lets_in(held: Callable[..., None]) -> None:
    now = [1_000_000_020.0]
    counter = RequestCounter(None, lambda: now[0])
    assert [counter.add("one")[0] for _ in range(3)] == [1, 2, 3]
    for jump in (-86_400, 3600, -7, 86_400 * 365):
        now[0] += jump
        count, wait = counter.add("one")
        assert count <= 4
        assert 0 < wait <= 60
        held("clock jumped: limits count on and wait at most a minute")
