"""Every pattern of code and lexicon is found by itself and must not stall on strings made to stall it.

What looks through the head of a line, of bounded length, may take the square of that length; nothing may take more.
That whole pages take linear time is held by test_slices.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from re import _parser  # type: ignore[attr-defined]  the parsed pattern tells what it looks for
from time import process_time
from typing import Any

import service
from service.core.knowledge import Lexicon
from service.lexicon.loading import load_lexicon

_LENGTH = 500  # characters, as many as the longest head of a line that a pattern is given
_SHORT = 0.005  # seconds: what takes less is not looked at further
_TRIES = 9  # a busy machine makes single runs longer, never shorter: the least of them is compared
_SQUARE = 40  # times as long for four times the length: between the square's 16 and the cube's 64
_COMMON = (" ", "ا", "1", '"', "«", "-", ".", "/", "\n", "<a ", "و", "ab ", "12/", "1,1", "نص ", "نص/", "(", "،", "@a")


def test_all_patterns_are_found() -> None:
    assert len(_patterns()) > 40


def test_no_pattern_stalls() -> None:
    slow = [(pattern.pattern, unit) for pattern in _patterns() for unit in _units(pattern) if _stalls(pattern, unit)]
    assert not slow


def test_a_pattern_that_stalls_would_be_seen() -> None:
    assert any(_stalls(re.compile(r"\w+a\w+!"), "a") for _ in range(3))  # a busy machine may hide it once


@cache
def _patterns() -> tuple[re.Pattern[Any], ...]:
    for module in pkgutil.walk_packages(service.__path__, "service."):
        if not module.name.endswith("wsgi"):
            importlib.import_module(module.name)
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("service.")]
    seen: set[int] = set()
    found = [p for module in modules for value in vars(module).values() for p in _inside(value, seen)]
    return tuple(dict.fromkeys([*found, *_inside(load_lexicon(), seen)]))


def _inside(value: object, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    if id(value) in seen or isinstance(value, str | bytes | int | float | type):
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _inside(inner, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _inside(inner, seen)
    elif is_dataclass(value) or isinstance(value, Lexicon):
        for field in fields(value):
            yield from _inside(getattr(value, field.name, None), seen)


def _units(pattern: re.Pattern[Any]) -> Iterator[Any]:
    """Yield strings to write over and over: common ones, what the pattern names, and each two of its letters."""
    kind = str if isinstance(pattern.pattern, str) else bytes
    letters = [chr(code) for code in dict.fromkeys(_literals(_parser.parse(pattern.pattern)))][:12]
    units = [*_COMMON, *letters, *(a + b for a in letters[:5] for b in (*letters[:5], " ", "ا", "1")), "".join(letters)]
    for unit in dict.fromkeys(filter(None, units)):
        yield unit if kind is str else unit.encode()


def _literals(parsed: Any) -> Iterator[int]:
    for operation, value in parsed:
        if str(operation) in {"LITERAL", "NOT_LITERAL"}:
            yield value
        elif str(operation) == "RANGE":
            yield value[0]
        else:
            yield from _literals_inside(value)


def _literals_inside(value: Any) -> Iterator[int]:
    if isinstance(value, _parser.SubPattern) or (isinstance(value, list) and value and isinstance(value[0], tuple)):
        yield from _literals(value)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _literals_inside(inner)


def _stalls(pattern: re.Pattern[Any], unit: Any) -> bool:
    quarter, whole = (unit * (length // len(unit)) for length in (_LENGTH // 4, _LENGTH))
    if _time(pattern, whole) < _SHORT:
        return False
    return _least(pattern, whole) > _SQUARE * _least(pattern, quarter)


def _least(pattern: re.Pattern[Any], text: Any) -> float:
    return min(_time(pattern, text) for _ in range(_TRIES))


def _time(pattern: re.Pattern[Any], text: Any) -> float:
    begin = process_time()
    for _ in zip(pattern.finditer(text), range(100_000), strict=False):
        pass
    return process_time() - begin
