"""Loads what reading figures, stance and days knows from YAML and from the calendar data of the locales."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from service.core.arabic.clitics import without_article
from service.core.arabic.letters import fold
from service.core.arabic.numbers import NumberWords
from service.core.details.knowledge import DayWords, FigureKnowledge, FigureWords, Phrase, StancePhrases, StanceWords
from service.core.errors import LexiconError
from service.core.records import Qualifier, Stance
from service.lexicon.calendars import load_date_words
from service.lexicon.yaml_files import folded_set, read_yaml

_Kind = TypeVar("_Kind", bound=str)


def load_figure_knowledge() -> FigureKnowledge:
    """Return the checked knowledge."""
    return FigureKnowledge(_number_words(), _figure_words(), _stance_words(), _day_words())


def _number_words() -> NumberWords:
    name = "numbers.yaml"
    entries = read_yaml(name)
    values, joined, scales = (_whole(name, entries[key]) for key in ("values", "joined", "scales"))
    fractions = {fold(word): float(share) for word, share in entries["fractions"].items()}
    return NumberWords(
        values=values,
        joined=joined,
        teens=folded_set(name, entries["teens"]),
        ordinals=folded_set(name, entries["ordinals"]),
        hundreds=folded_set(name, entries["hundreds"]),
        scales=scales,
        scale_plurals=_whole(name, entries["scale_plurals"]),
        short_scales=_whole(name, entries["short_scales"]),
        short_units=folded_set(name, entries["short_units"]),
        fractions=fractions,
        rejected=folded_set(name, list(entries["rejected"])),
        first=frozenset(article + word for word in {*values, *joined, *scales, *fractions} for article in ("", "ال")),
    )


def _figure_words() -> FigureWords:
    name = "figures.yaml"
    entries = read_yaml(name)
    sets = {key: folded_set(name, entries[key]) for key in entries if isinstance(entries[key], list)}
    percent = sets.pop("percent")
    before: Mapping[Phrase, Qualifier] = _phrases(name, entries["before"])
    after: Mapping[Phrase, Qualifier] = _phrases(name, entries["after"])
    approximators = frozenset(phrase[-1] for phrase in before)
    return FigureWords(before=before, approximators=approximators, after=after, percent=_longest_first(percent), **sets)


def _stance_words() -> StanceWords:
    name = "stance.yaml"
    entries = read_yaml(name)
    sets = {key: folded_set(name, entries[key]) for key in entries if isinstance(entries[key], list)}
    openers, markers, refutations = (_stances(name, entries[key]) for key in ("openers", "markers", "refutations"))
    not_negations = _by_first_word(_longest_first(sets.pop("not_negations")))
    bodies: dict[str, frozenset[str]] = defaultdict(frozenset)
    for word in sets.pop("bodies"):
        bodies[without_article(word)] |= {word}
    for officer, served in entries["officers"].items():
        bodies[fold(officer)] |= {fold(body) for body in served}
    homes = {fold(nation): tuple(tuple(fold(word).split()) for word in row) for nation, row in entries["homes"].items()}
    capitals = {fold(nation): tuple(fold(city).split()) for nation, city in entries["capitals"].items()}
    return StanceWords(openers=openers, markers=markers, refutations=refutations, not_negations=not_negations,
                       bodies=dict(bodies), homes=homes, capitals=capitals, **sets)  # fmt: skip


def _stances(name: str, entries: dict[Stance, list[str]]) -> StancePhrases:
    found: dict[str, dict[Phrase, Stance]] = defaultdict(dict)
    for phrase, stance in _phrases(name, entries).items():
        found[phrase[0]][phrase[1:]] = stance
    return dict(found)


def _day_words() -> DayWords:
    name = "days.yaml"
    entries = read_yaml(name)
    days = {words: int(days) for words, days in _phrases(name, entries["relative"]).items()}
    return DayWords(
        calendar=load_date_words(),
        relative=_by_first_word(days),
        days=days,
        past=folded_set(name, entries["past"]),
        future=folded_set(name, entries["future"]),
        vague=_by_first_word(_longest_first(folded_set(name, entries["vague"]))),
    )


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        found[phrase[0]].append(phrase)
    return {word: tuple(those) for word, those in found.items()}


def _whole(name: str, entries: dict[str, str]) -> dict[str, int]:
    folded_set(name, list(entries))
    return {fold(word): int(value) for word, value in entries.items()}


def _phrases(name: str, entries: dict[_Kind, list[str]]) -> dict[Phrase, _Kind]:
    """Return folded phrases with the key they stand under; one phrase under two keys is an error."""
    found: dict[Phrase, _Kind] = {}
    for key, phrases in entries.items():
        for phrase in folded_set(name, phrases):
            words = tuple(phrase.split())
            if words in found:
                raise LexiconError(f"{name}: {phrase!r} stands under {found[words]} and {key}")
            found[words] = key
    return found


def _longest_first(phrases: frozenset[str]) -> tuple[Phrase, ...]:
    return tuple(sorted((tuple(p.split()) for p in phrases), key=lambda words: (-len(words), words)))
