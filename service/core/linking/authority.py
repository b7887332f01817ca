"""Reads an authority file: entities with ids of their own, as JSON lines of ours or as FollowTheMoney entities."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from service.core.errors import LexiconError
from service.core.linking.spelling import name_key, split_name
from service.core.records import EntityType

_SAFE_ID = re.compile(r"[A-Za-z0-9._~-]{1,200}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,15}")
_SCHEMAS: Mapping[str, EntityType] = {
    "Person": "person",
    "Organization": "organization",
    "PublicBody": "organization",
    "Company": "organization",
    "LegalEntity": "organization",
    "Place": "place",
}
_TYPES = frozenset(_SCHEMAS.values())


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """An entity of the authority file: its id, type, names as given, and Wikidata id."""

    id: str
    type: EntityType
    names: tuple[str, ...]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """The entries of an authority file by type and name key; a name that two entries share names neither."""

    by_name: Mapping[tuple[EntityType, str], AuthorityEntry] = field(default_factory=dict)

    def find(self, kind: EntityType, name: str) -> AuthorityEntry | None:
        """Return the entry that a name means, in any spelling."""
        return self.by_name.get((kind, name_key(name)))


def read_authority(lines: Iterable[str]) -> Authority:
    """Return the authority of a file's lines; a line that is not such an entity raises LexiconError with its number.

    Ours: {"id", "type", "names": [...] or "name", "wikidata"}. FollowTheMoney: {"id", "schema", "properties": {"name",
    "alias", "wikidataId"}}; its entities of other schemas (addresses, ownerships) are passed over, weak aliases too.
    """
    found: dict[tuple[EntityType, str], AuthorityEntry | None] = {}
    lines_of: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        entry = _read_line(line, number) if line.strip() else None
        if entry and lines_of.setdefault(entry.id, number) != number:
            raise LexiconError(f"line {number}: line {lines_of[entry.id]} has the id {entry.id!r} too")
        for key in _keys(entry) if entry else ():
            other = found.setdefault(key, entry)
            if other is not None and entry is not None and other.id != entry.id:
                found[key] = None
    return Authority({key: entry for key, entry in found.items() if entry is not None})


def _keys(entry: AuthorityEntry) -> Iterable[tuple[EntityType, str]]:
    """A bare word is no name of a person: it would draw in all who share the surname."""
    for name in entry.names:
        if split_name(name) and (entry.type != "person" or len(split_name(name)) > 1):
            yield entry.type, name_key(name)


def _read_line(line: str, number: int) -> AuthorityEntry | None:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as broken:
        raise LexiconError(f"line {number}: not JSON ({broken})") from broken
    if not isinstance(given, dict):
        raise LexiconError(f"line {number}: not a JSON object")
    if "schema" in given:
        return _read_followthemoney(given, number)
    names, kind = given.get("names", given.get("name")), given.get("type")
    names = [names] if isinstance(names, str) and "name" in given else names
    if kind not in _TYPES:
        raise LexiconError(f"line {number}: type is one of {', '.join(sorted(_TYPES))}, not {kind!r}")
    wikidata = given.get("wikidata")
    return _entry(given.get("id"), cast(EntityType, kind), names, [wikidata] if wikidata else [], number)


def _read_followthemoney(given: dict[str, Any], number: int) -> AuthorityEntry | None:
    kind = _SCHEMAS.get(str(given["schema"]))
    properties = given.get("properties")
    if kind is None:
        return None
    if not isinstance(properties, dict):
        raise LexiconError(f"line {number}: properties are an object")
    names = [*_listed(properties, "name"), *_listed(properties, "alias"), *_listed(properties, "previousName")]
    return _entry(given.get("id"), kind, names, _listed(properties, "wikidataId"), number)


def _listed(properties: dict[str, Any], name: str) -> list[Any]:
    values = properties.get(name, [])
    return values if isinstance(values, list) else [values]


def _entry(key: Any, kind: EntityType, names: Any, wikidata: list[Any], number: int) -> AuthorityEntry:
    if not isinstance(key, str) or not _SAFE_ID.fullmatch(key):
        raise LexiconError(f"line {number}: id is of ASCII letters, digits and . _ ~ -, not {key!r}")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise LexiconError(f"line {number}: names are a list of texts, at least one")
    if wikidata and not _WIKIDATA.fullmatch(str(wikidata[0])):
        raise LexiconError(f"line {number}: a Wikidata id is Q and a number, not {wikidata[0]!r}")
    return AuthorityEntry(key, kind, tuple(names), str(wikidata[0]) if wikidata else None)
