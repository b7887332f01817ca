"""Reads the lexicon's YAML files and refuses what a linguist did not mean to write."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from service.core.arabic.letters import fold
from service.core.errors import LexiconError


class _StrictLoader(yaml.CSafeLoader):
    """A YAML loader that refuses a key given twice."""


def _mapping_without_repeats(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise LexiconError(f"{key_node.start_mark}: the key {key!r} stands twice")
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_without_repeats)


def lexicon_folder() -> Traversable:
    """Return the folder that holds the lexicon's files."""
    return files("service.lexicon")


def read_yaml(name: str) -> dict[str, Any]:
    """Return the mapping in the file `name`, with every key and scalar checked."""
    text = lexicon_folder().joinpath(name).read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as broken:
        raise LexiconError(f"{name}: {broken}") from broken
    if not isinstance(content, dict):
        raise LexiconError(f"{name}: a lexicon file is a mapping")
    _check(name, content)
    return content


def _check(name: str, value: Any) -> None:
    for entry in _scalars(value):
        if not isinstance(entry, str):
            raise LexiconError(f"{name}: {entry!r} is not text; quote it")
        if "،" in entry.strip("،") and len(entry) > 1:
            raise LexiconError(f"{name}: {entry!r} holds an Arabic comma; a list is parted by ','")


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    else:
        yield value


def folded_set(name: str, entries: list[str]) -> frozenset[str]:
    """Return the folded entries of a list; two entries that fold alike are an error."""
    seen: dict[str, str] = {}
    for entry in entries:
        folded = " ".join(fold(entry).split())
        if folded in seen:
            raise LexiconError(f"{name}: {entry!r} folds like {seen[folded]!r}")
        seen[folded] = entry
    return frozenset(seen)
