"""The core is pure: no input or output, clock, chance, logging or framework, told from its syntax alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "service" / "core"
MODULES = sorted(CORE.rglob("*.py"))

# What a module of the core may import besides the core itself.
PURE = {
    *("abc", "array", "bisect", "collections", "contextlib", "copy", "dataclasses", "datetime", "decimal", "difflib"),
    *("enum", "fractions", "functools", "hashlib", "heapq", "html", "itertools", "json", "math", "operator", "re"),
    *("string", "types", "typing", "unicodedata", "zlib", "__future__"),
}
# What one step alone may import, and why.
ALLOWED = {
    "lxml": ("pages/markup",),  # parses HTML from memory
    "trafilatura": ("pages/markup",),  # finds the story in HTML from memory
    "pycrfsuite": ("entities/tagger",),  # tags from a model in memory
    "hijridate": ("arabic/dates", "pages/dating"),  # a table of months
    "urllib.parse": ("pages/", "identity"),
}
FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def may_import(name: str, place: str) -> bool:
    """Return whether the module at `place` (under service/core) may import `name`."""
    if name == "service.core" or name.startswith("service.core."):
        return True
    for allowed, places in ALLOWED.items():
        if name == allowed or name.startswith(allowed + "."):
            return place.startswith(places)
    return name.partition(".")[0] in PURE


def impure_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the calls that read a clock or talk to the world."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
                yield f"{node.func.id} in line {node.lineno}"
            if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                yield f".{node.func.attr}() in line {node.lineno}"
        if isinstance(node, ast.Global):
            yield f"global in line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_module_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = str(path.relative_to(CORE))
    assert [name for name in imported(tree) if not may_import(name, place)] == []
    assert list(impure_calls(tree)) == []


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "from pathlib import Path",
        "import random",
        "import logging",
        "from time import time",
        "import flask",
    ],
)
def test_an_impure_import_is_seen(code: str) -> None:
    assert not all(may_import(name, "claims/cues.py") for name in imported(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["open('x')", "print(1)", "date.today()", "datetime.now(UTC)", "def f():\n    global x"]
)
def test_an_impure_call_is_seen(code: str) -> None:
    assert list(impure_calls(ast.parse(code)))
