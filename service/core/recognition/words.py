"""What is known of single words before any context: lists, frequencies, clusters, and the clitics in front."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from service.core.arabic.remembering import remember

_ARTICLE = "ال"
_REMEMBERED = 1 << 16  # words whose stem is kept
_SHORTEST = 3
_CLITIC_COST = 0.2  # a stripped word must be five times as frequent as the written one
_PREPOSITIONS = ("ب", "ل", "ك")
_RARER = 3  # bits by which a word with "and" is rarer than without
_LISTED = 8.0  # a listed name counts as a word seen this often
NAME_KINDS = frozenset({"given", "propn", "name2", "name3", "first", "family"})  # persons' lists, few other words
IMPERFECT = "يتن"  # letters with which verbs begin
_RARE_KINDS = frozenset({"name1", "city1"})  # lists so long that they hold words with a clitic too


class WordUse(NamedTuple):
    """How a word is used in news: the bits of its frequency, its coarse and its fine cluster, its odds in sports."""

    bits: int
    coarse: str
    fine: str
    topic: int = 0


UNSEEN = WordUse(0, "", "")
Phrases = tuple[tuple[tuple[str, ...], str], ...]  # the words behind a name's first, and the kind of name


class Stem(NamedTuple):
    """A written word parted into the clitics in front (و ف ب ك ل) and the rest."""

    clitics: str
    rest: str


@dataclass(frozen=True, slots=True)
class WordLists:
    """Folded words: kinds from the lists (one letter or a few each), uses from text, names of several words.

    phrases: by their first and by their second word.
    """

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uses: Mapping[str, WordUse] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[str, Phrases]] = field(default_factory=dict)
    _stems: dict[str, Stem] = field(default_factory=dict, repr=False, compare=False)


def find_stem(word: str, lists: WordLists) -> Stem:
    """Return the reading of a folded word that the lists and frequencies make likeliest."""
    found = lists._stems.get(word)
    if found is None:
        found = _choose_stem(word, lists)
        if len(lists._stems) < _REMEMBERED:
            lists._stems[word] = found
    return found


def _choose_stem(word: str, lists: WordLists) -> Stem:
    best, best_weight = Stem("", word), max(_weight(word, lists), _LISTED if word in lists.kinds else 0.0)
    for stem in _readings(word):
        if _puts_and_inside(stem, lists) and (word in lists.kinds or _is_of_father(stem, lists)):
            continue
        weight = _weight(stem.rest, lists) * (_CLITIC_COST if len(stem.clitics) == 1 else _CLITIC_COST / 2)
        if weight > best_weight:
            best, best_weight = stem, weight
    return best


def _puts_and_inside(stem: Stem, lists: WordLists) -> bool:
    """Tell a preposition before "and", which no word has: a listed بوشمال is a name, بولاية is ب and ولاية."""
    if stem.clitics[-1:] not in _PREPOSITIONS or not stem.rest.startswith("و"):
        return False
    return lists.uses.get(stem.rest[1:], UNSEEN).bits >= lists.uses.get(stem.rest, UNSEEN).bits + _RARER


def _is_of_father(stem: Stem, lists: WordLists) -> bool:
    """Tell بوعمران, after a father's given name."""
    return stem.clitics[-1:] == "ب" and "given" in lists.kinds.get(stem.rest[1:], ())


def _weight(word: str, lists: WordLists) -> float:
    use = lists.uses.get(word, UNSEEN)
    listed = not _RARE_KINDS.issuperset(lists.kinds.get(word, ()))
    return float(1 << use.bits if use.bits else 0) + listed * _LISTED


@remember(1 << 15)
def _readings(word: str) -> tuple[Stem, ...]:
    found = []
    rests = [("", word)]
    if word[:1] in "وف" and len(word) > _SHORTEST:
        rests.append((word[0], word[1:]))
        found.append(Stem(word[0], word[1:]))
    for clitics, rest in rests:
        if rest[:2] == "لل" and len(rest) > _SHORTEST:
            found.append(Stem(clitics + "ل", _ARTICLE + rest[2:]))
        if rest[:1] in "بلك" and len(rest) > _SHORTEST:
            found.append(Stem(clitics + rest[0], rest[1:]))
    return tuple(found)


def find_name_stem(word: str, lists: WordLists) -> Stem:
    """Return the reading of a word that stands for a place or institution.

    News of one country has "بجندوبة" so often that it passes for a word: where the lists do not hold it, and the rest
    is seen as often, the clitic is one all the same.
    """
    found = find_stem(word, lists)
    if found.clitics or word in lists.kinds or word.lstrip("وف").startswith("لل"):
        return found
    least = lists.uses.get(word, UNSEEN).bits or 1
    for stem in _readings(word):
        by_father = stem.clitics == "ب" and stem.rest[0] == "و"  # بو, not ب and و
        if not by_father and lists.uses.get(stem.rest, UNSEEN).bits >= least:
            return stem
    return found


@remember(1 << 15)
def stems_of(word: str) -> tuple[Stem, ...]:
    """Return a folded word parted in every way into clitics and the rest, as it is written first."""
    return (Stem("", word), *_readings(word))


@remember(1 << 15)
def listed_stems(word: str) -> tuple[Stem, ...]:
    """Return how a word may be parted as the first of a listed name, the short ones among them ("لبي بي سي")."""
    short = len(word) == _SHORTEST and word[0] in "بلو"
    return (*stems_of(word), Stem(word[0], word[1:])) if short else stems_of(word)


@remember(1 << 15)
def readings_of(word: str) -> tuple[str, ...]:
    """Return what a folded word may be without the clitics in front, as it is written first."""
    return tuple(stem.rest for stem in stems_of(word))


def bare(word: str) -> str:
    """Return a folded word without the article."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word
