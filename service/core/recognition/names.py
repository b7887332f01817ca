"""A name found in a sentence, and how the names of several finders become one row without overlap."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from service.core.records import EntityType

OPENING, CLOSING = frozenset("\"“”«»'‘"), frozenset("\"“”«»'’")

FATHERS = frozenset({"بن", "بنت"})
LINKS = frozenset({"ولد", "بن", "بنت", "ديل", "دي", "دو", "دا", "فان", "فون", "لو"})  # a name goes on behind these


class Name(NamedTuple):
    """Tokens start to end (half-open) of a sentence that name something; rule and score say why."""

    start: int
    end: int
    type: EntityType
    rule: str
    score: float


def scan_names(places: Iterable[int], read: Callable[[int], Name | None]) -> list[Name]:
    """Return what read finds at places of a sentence, in order, leaving out those inside a name found before."""
    found: list[Name] = []
    free = 0
    for i in places:
        if i >= free and (name := read(i)):
            found.append(name)
            free = name.end
    return found


def by_token(names: Iterable[Name]) -> dict[int, Name]:
    """Return names by every token that they hold."""
    return {i: name for name in names for i in range(name.start, name.end)}


def touching(owners: Mapping[int, Name], start: int, end: int) -> list[Name]:
    """Return the names that hold one of the tokens start to end, in order."""
    return list(dict.fromkeys(owners[i] for i in range(start, end) if i in owners))


def choose_names(names: Iterable[Name]) -> list[Name]:
    """Return names that do not overlap, in order: the surer first, the longer of two equally sure."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(names, key=lambda n: (-n.score, n.start - n.end, n.start)):
        places = range(name.start, name.end)
        if name.end > name.start and taken.isdisjoint(places):
            taken.update(places)
            chosen.append(name)
    return sorted(chosen)
