"""The house style that a program can see: sizes, names, captions, imports at the top."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path for folder in ("service", "config") for path in (ROOT / folder).rglob("*.py") if path.name != "__init__.py"
)
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "managers", "process", "handle", "handler", "misc"}
MOST_LINES = 250
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 5
LATE_IMPORTS = {"config/gunicorn.py"}  # loads what it needs in a forked worker, not when gunicorn reads its settings

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def parameters(function: Function) -> int:
    """Count what a caller gives: all but self and cls."""
    named = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in named)


def written_lines(function: Function) -> int:
    """Count the lines of a function below its signature and without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def captioned(tree: ast.Module) -> Iterator[str]:
    """Yield the public functions and classes of a module that lack a docstring."""
    for node in tree.body:
        named = isinstance(node, (*Function.__args__, ast.ClassDef)) and not node.name.startswith("_")
        if named and ast.get_docstring(node) is None:
            yield node.name


def inner_imports(tree: ast.AST) -> Iterator[str]:
    """Yield the imports inside functions."""
    for function in functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_keeps_the_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    caption = ast.get_docstring(tree)
    assert caption, "a module opens with one sentence that says what it does"
    assert len(text.splitlines()) <= MOST_LINES
    assert [f.name for f in functions(tree) if written_lines(f) > MOST_FUNCTION_LINES] == []
    assert [f.name for f in functions(tree) if parameters(f) > MOST_PARAMETERS] == []
    assert list(captioned(tree)) == []
    assert list(inner_imports(tree)) == [] or str(path.relative_to(ROOT)) in LATE_IMPORTS
    assert not set(path.stem.split("_")) & NAMELESS
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", text)


def test_files_are_short_on_the_whole() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert median(lengths) <= 110


def test_a_breach_is_seen() -> None:
    long_function = "def f(a, b, c, d, e, g):\n" + "    x = 1\n" * 41
    tree = ast.parse(long_function)
    found = next(functions(tree))
    assert parameters(found) > MOST_PARAMETERS
    assert written_lines(found) > MOST_FUNCTION_LINES
    assert list(captioned(tree)) == ["f"]
    assert list(inner_imports(ast.parse("def f():\n    import os"))) == ["line 2"]
