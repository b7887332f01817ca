"""Finds numbered events ("الجولة الثالثة من الحوار …") beside the day that a dated story tells for them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from service.core.arabic.calendars import DateWords
from service.core.arabic.dates import find_dates
from service.core.arabic.letters import fold
from service.core.identity import make_number
from service.core.pages.today import Today, find_today
from service.core.records import Article

_PHRASE = 5  # words of a numbered event that two stories must have in common
_MOST = 60  # phrases that one story gives
_SENTENCE = re.compile(r"(?<!\d)[.!?؟۔]+(?!\d)|\n")
_WORD = re.compile(r"\w+")
_REACH = 400  # characters of a sentence that are looked at


class DayHints(NamedTuple):
    """What a story tells of days: of numbered events where it shows its own, else what others may date it by."""

    dated: bool
    today: Today | None
    told: Mapping[int, date]
    events: tuple[int, ...]


def find_hints(article: Article, words: DateWords) -> DayHints:
    """Return what an article tells of days; a day that the corpus gave is not its own."""
    day = article.published_on if article.date_evidence.basis != "corpus" else None
    if day is not None:
        return DayHints(True, None, told_days(article.body, day, words), ())
    today = find_today(article.body, words)
    return DayHints(False, today, {}, lead_events(article.body, words) if today else ())


def told_days(body: str, published: date, words: DateWords) -> dict[int, date]:
    """Return by key the numbered events that a story dates; one that it gives two days is left out."""
    found: dict[int, set[date]] = {}
    for sentence in _SENTENCE.split(body):
        folded = fold(sentence[:_REACH])
        keys = tuple(_keys(folded, words))
        if not keys:
            continue
        days = {*(_passed(folded, published, words)), *(written.day for written in find_dates(folded, words))}
        if len(days) == 1:
            for key in keys:
                found.setdefault(key, set()).update(days)
    single = {key: days.pop() for key, days in found.items() if len(days) == 1}
    return dict(list(single.items())[:_MOST])


def lead_events(body: str, words: DateWords) -> tuple[int, ...]:
    """Return the keys of the numbered events in a story's first sentence."""
    return tuple(dict.fromkeys(_keys(fold(_SENTENCE.split(body.lstrip(), maxsplit=1)[0][:_REACH]), words)))[:_MOST]


def _passed(folded: str, published: date, words: DateWords) -> Iterator[date]:
    """A day without a year that is "past" is the last one before publication."""
    for found in words.patterns.passed.finditer(folded):
        number = int(found["day"]) if found["day"] else words.ordinals[" ".join(found["ordinal"].split())]
        month = words.months[" ".join(found["month"].split())]
        for year in (published.year, published.year - 1):
            try:
                day = date(year, month, number)
            except ValueError:
                break
            if day < published:
                yield day
                break


def _keys(folded: str, words: DateWords) -> Iterator[int]:
    """Keys of runs of five words whose second is an ordinal: a meeting, its number and what it is one of."""
    tokens = _WORD.findall(folded)
    for i in range(1, len(tokens) - _PHRASE + 2):
        if _is_ordinal(tokens[i], words) and tokens[i - 1].lstrip("و").removeprefix("ال") in words.events:
            yield make_number("event " + " ".join(tokens[i - 1 : i - 1 + _PHRASE]))


def _is_ordinal(word: str, words: DateWords) -> bool:
    return word in words.ordinals or word.removesuffix("ه") in words.ordinals or word == "الاولي"
