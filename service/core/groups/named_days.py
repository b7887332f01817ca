"""Reads the days that a content names (15 مارس, عام 2024, الخميس المقبل) and tells which of them cannot be one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from service.core.arabic.tokens import Token
from service.core.groups.knowledge import LikenessKnowledge

NEAR = "~"  # opens a day that is told from a weekday: it moves where a page is printed again a day later
_YEAR = re.compile(r"(?:19|20)\d\d")
_LAST_DAY = 31
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # 29 February is left out rather than its year asked for
_MOST_BEFORE = 6  # tokens in front of a month: 3 و4 و5 من أبريل


def read_days(
    tokens: Sequence[Token], published: date | None, counted: Iterable[float], knowledge: LikenessKnowledge
) -> tuple[str, ...]:
    """Return the days named as year-month-day with .. for what is not told, years that no figure counts, in order."""
    figures = {int(value) for value in counted}
    found: set[str] = set()
    taken: set[int] = set()
    for i, token in enumerate(tokens):
        month, last = _month_at(tokens, i, knowledge) if token.folded in knowledge.month_openings else (0, i)
        if month:
            found.update(_days_of_month(tokens, i, last, month, taken))
        elif published and token.folded in knowledge.calendar.weekdays:
            found.update(_weekday_at(tokens, i, published, knowledge))
    years = (t.folded for i, t in enumerate(tokens) if i not in taken and t.kind == "number")
    found.update(year for year in years if _YEAR.fullmatch(year) and int(year) not in figures)
    return tuple(sorted(found))


def _month_at(tokens: Sequence[Token], i: int, knowledge: LikenessKnowledge) -> tuple[int, int]:
    """Return the month named at token i and the token behind it; (0, i) where none is."""
    if tokens[i].kind != "word":
        return 0, i
    months, word = knowledge.calendar.months, tokens[i].folded
    of_two = months.get(f"{word} {tokens[i + 1].folded}") if i + 1 < len(tokens) else None
    if of_two:
        return of_two, i + 2
    of_one = months.get(word)
    return (of_one, i + 1) if of_one else (0, i)


def _days_of_month(tokens: Sequence[Token], first: int, last: int, month: int, taken: set[int]) -> Iterator[str]:
    """Yield the days of a month that is named with at least one; a month alone is often a word of another sense."""
    year = _year_behind(tokens, last, taken)
    for i in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        token = tokens[i]
        if token.kind == "number" and token.folded.isdigit() and 1 <= int(token.folded) <= _LAST_DAY:
            taken.add(i)
            if int(token.folded) <= _LENGTHS[month - 1]:
                yield f"{year}-{month:02}-{int(token.folded):02}"
        elif token.kind == "number" or token.folded not in {"من", "و", "الي", "حتي", "شهر", "-", "ال"}:
            return


def _year_behind(tokens: Sequence[Token], i: int, taken: set[int]) -> str:
    while i < len(tokens) and tokens[i].folded in {"من", "عام", "سنه", "العام"}:
        i += 1
    if i < len(tokens) and tokens[i].kind == "number" and _YEAR.fullmatch(tokens[i].folded):
        taken.add(i)
        return tokens[i].folded
    return ".."


def _weekday_at(tokens: Sequence[Token], i: int, published: date, knowledge: LikenessKnowledge) -> Iterator[str]:
    weekday = knowledge.calendar.weekdays[tokens[i].folded]
    if i + 1 < len(tokens) and tokens[i + 1].folded in knowledge.future:
        ahead = (weekday - published.weekday() - 1) % 7 + 1
        yield NEAR + (published + timedelta(days=ahead)).isoformat()


def clashing_days(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """Return the first days of both sides where none of one side can be one of the other, else None."""
    if not left or not right or any(_may_be_one(a, b) for a, b in product(left, right)):
        return None
    return left[0].lstrip(NEAR), right[0].lstrip(NEAR)


def firm_days(days: Sequence[str]) -> tuple[str, ...]:
    """Return the days that no weekday had to tell."""
    return tuple(day for day in days if not day.startswith(NEAR))


def _may_be_one(day: str, other: str) -> bool:
    parts = zip(day.lstrip(NEAR).split("-"), other.lstrip(NEAR).split("-"), strict=False)
    return all(a == b or ".." in (a, b) for a, b in parts)
