"""Lists the shorter names under which a full name may appear later on its page."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from service.core.linking.countries import country_of_nisba
from service.core.linking.knowledge import LinkingKnowledge
from service.core.records import EntityType

_LONGEST = 12  # words of a name that are cut into shorter ones
_MOST_GROUPS = 4  # middle names of which every choice may be left out


class Short(NamedTuple):
    """A shorter name with the rule that makes it, and how sure a page's use of it is (0..1)."""

    words: tuple[str, ...]
    rule: str
    score: float


def shorten(kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge) -> Iterator[Short]:
    """Yield the shorter forms of a name, the surest first; a place has none (النيل is not النيل الأبيض)."""
    if not 1 < len(words) <= _LONGEST:
        return
    if kind == "person":
        yield from _shorten_person(words)
    elif kind == "organization":
        yield from _shorten_organization(words, knowledge)


def _shorten_person(words: tuple[str, ...]) -> Iterator[Short]:
    """Yield what a person is called later; nobody by the father's name alone (نادر بن سعد is not سعد)."""
    if words[-2] != "بن":
        yield Short(words[-1:], "surname-in-article", 0.95)
    for start in range(1, len(words) - 1):
        yield Short(words[start:], "short-form", 0.9)
        yield Short(words[: start + 1], "short-form", 0.9)
    yield from _without_middle(words)
    yield Short(words[:1], "given-name-in-article", 0.7)


def _without_middle(words: tuple[str, ...]) -> Iterator[Short]:
    """نادر بن سعد البحراوي is also نادر البحراوي: any of the middle names may go."""
    groups: list[tuple[str, ...]] = []
    for word in words[1:-1]:
        if groups and groups[-1] == ("بن",):
            groups[-1] = ("بن", word)
        else:
            groups.append((word,))
    if groups and groups[-1] == ("بن",):
        return
    kept_counts = range(len(groups)) if len(groups) <= _MOST_GROUPS else (0,)
    for kept in kept_counts:
        for choice in combinations(groups, kept):
            middle = tuple(word for group in choice for word in group)
            yield Short((words[0], *middle, words[-1]), "nasab", 0.9)


def _shorten_organization(words: tuple[str, ...], knowledge: LinkingKnowledge) -> Iterator[Short]:
    for end in range(len(words) - 1, 1, -1):
        sure = all(country_of_nisba(word, knowledge.nisbas) for word in words[end:])
        yield Short(words[:end], "short-form", 0.9 if sure else 0.8)
    if words[0].startswith("ال") and words[1].startswith("ال"):
        yield Short(words[:1], "short-form", 0.8)
