"""What reading figures, stance and days knows: number words, qualifiers, openers of stances, day words."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.core.arabic.calendars import DateWords
from service.core.arabic.numbers import NumberWords
from service.core.records import Qualifier, Stance

Phrase = tuple[str, ...]  # folded words
StancePhrases = Mapping[str, Mapping[Phrase, Stance]]  # by their first word, then by those behind it


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What stands around a number: qualifiers, and what shows that it counts nothing or ends the noun phrase."""

    before: Mapping[Phrase, Qualifier]
    after: Mapping[Phrase, Qualifier]
    percent: tuple[Phrase, ...]
    not_nouns: frozenset[str]
    continuers: frozenset[str]
    bare_after: frozenset[str]
    approximators: frozenset[str]
    labels: frozenset[str]
    names: frozenset[str]
    year_heads: frozenset[str]
    year_links: frozenset[str]
    plurals: frozenset[str]
    hour_heads: frozenset[str]
    no_fractions: frozenset[str]
    measures: frozenset[str]
    people: frozenset[str]
    settings: frozenset[str]
    comparing: frozenset[str]


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Openers by stance; markers of the speaker's own act; words that negate and that only seem to."""

    openers: StancePhrases
    markers: StancePhrases
    refutations: StancePhrases
    possible: frozenset[str]
    own: frozenset[str]
    bodies: Mapping[str, frozenset[str]]  # by the word without its article
    homes: Mapping[str, tuple[Phrase, ...]]  # names of a state that its adjective does not show, by the adjective
    capitals: Mapping[str, Phrase]  # of a state, by its adjective
    intends: frozenset[str]
    passive_futures: frozenset[str]
    state_bodies: frozenset[str]  # first words of names of bodies that speak for their state
    acting: frozenset[str]  # words of kind of bodies that do what an officer tells, without the article
    planned: frozenset[str]
    coming: frozenset[str]
    fronted: frozenset[str]
    states: frozenset[str]
    negators: frozenset[str]
    not_negations: Mapping[str, tuple[Phrase, ...]]  # by their first word
    clause_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class DayWords:
    """The words of dates, phrases for days near that of writing with how far (0 today), and times that name no day."""

    calendar: DateWords
    relative: Mapping[str, tuple[Phrase, ...]]  # by their first word
    days: Mapping[Phrase, int]
    past: frozenset[str]
    future: frozenset[str]
    vague: Mapping[str, tuple[Phrase, ...]]  # by their first word


@dataclass(frozen=True, slots=True)
class FigureKnowledge:
    """All that figures, stance, negation, days and narration look up."""

    numbers: NumberWords
    words: FigureWords
    stance: StanceWords
    days: DayWords
