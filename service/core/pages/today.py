"""Finds the weekday on which a story was written, as its own words tell it ("اليوم الجمعة", "أمس الخميس")."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from service.core.arabic.calendars import DateWords
from service.core.arabic.letters import fold, fold_word

_OPENING = 4  # paragraphs in which a story says when it is told
_QUOTED = re.compile(r"[\"“«][^\"”»\n]{0,600}[\"”»]")
_WORD = re.compile(r"[^\W\d_][\w\u0640\u064b-\u0652\u0670]*")
_WEEK = 7


class Today(NamedTuple):
    """A weekday (Monday is 0) and the words that tell it."""

    weekday: int
    text: str


def blank_quotations(text: str) -> str:
    """Return a text with marks in place of what it quotes: others' today is not its own."""
    return _QUOTED.sub(lambda quoted: "…" * len(quoted.group()), text)


def find_today(body: str, words: DateWords) -> Today | None:
    """Return the weekday that a story calls today; None where it tells none, or two."""
    paragraphs = body.split("\n")
    opening = map(blank_quotations, paragraphs[:_OPENING])
    told = [today for text in opening for today in _told(_WORD.findall(text), words)]
    told = told or list(_of_lead(paragraphs, words))
    return told[0] if len({today.weekday for today in told}) == 1 else None


def _told(written: list[str], words: DateWords) -> Iterator[Today]:
    """A word for a day and the weekday behind it, that many days back."""
    tokens = [fold_word(word) for word in written]
    for i, token in enumerate(tokens):
        back = words.days_back.get(token.removeprefix("و"))
        if back is None:
            continue
        back += tokens[i - 1 : i] == ["اول"]
        weekday = words.weekdays.get(tokens[i + 1]) if i + 1 < len(tokens) else None
        if weekday is not None:
            yield Today((weekday + back) % _WEEK, " ".join(written[i : i + 2]))


def _of_lead(paragraphs: list[str], words: DateWords) -> Iterator[Today]:
    """The only weekday of the lead is today where the story goes on with what happened "earlier today"."""
    written = _WORD.findall(blank_quotations(paragraphs[0]))
    named = {word: words.weekdays[fold_word(word)] for word in written if fold_word(word) in words.weekdays}
    if len(set(named.values())) != 1:
        return
    qualified = any(fold_word(b) in words.other_weeks for a, b in pairwise(written) if a in named)
    if not qualified and any(words.earlier_today.search(fold(blank_quotations(text))) for text in paragraphs):
        word, weekday = next(iter(named.items()))
        yield Today(weekday, word)
