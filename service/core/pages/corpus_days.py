"""Dates a page that shows no day from other pages on the same event, where they leave it one day only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from service.core.corpus import Neighbour
from service.core.pages.today import Today

# Pages that share three passages or print one text are mostly of neighbouring days, and a week holds each weekday once;
# one shared passage may be background that is printed for years (of 973 pairs 135 lie within three days).
# On 9,931 dated articles, each dated by the others: a day that lies on the day of one of those pages or beside it was
# right 30 times of 32, two days off 6 of 7, three days off 2 of 4, which is chance.
_LEAST_SHARED = 3
_NEAR = timedelta(days=3)
_BESIDE, _APART = timedelta(days=1), timedelta(days=2)  # apart only where passages are shared, not one short text
_WEEK = 7


@dataclass(frozen=True, slots=True)
class CorpusDay:
    """A day, the page's own words for it where it has some, the articles that fix it and why they do."""

    day: date
    text: str | None
    articles: tuple[str, ...]
    why: str


def date_by_corpus(
    today: Today | None, neighbours: Iterable[Neighbour], told: Sequence[tuple[str, date]]
) -> CorpusDay | None:
    """Return the day that other pages leave a page, None where they leave none or disagree.

    told: articles that tell the day of the numbered event in the page's lead.
    """
    close = sorted(
        (near for near in neighbours if near.copy.reprint or near.copy.shared >= _LEAST_SHARED),
        key=lambda near: near.article,
    )
    found = [_by_weekday(today, close) if today else _by_reprints(close), _by_event(today, told) if today else None]
    days = {each.day for each in found if each}
    return next(each for each in found if each) if len(days) == 1 else None


def _by_weekday(today: Today, close: list[Neighbour]) -> CorpusDay | None:
    days = {_nearest(near.day, today.weekday) for near in close}
    if len(days) != 1:
        return None
    (day,) = days
    if not any(_bears_out(near, day) for near in close):
        return None
    why = f"shares wording with pages of {_list(near.day for near in close)}; «{today.text}» is then {day}"
    return CorpusDay(day, today.text, tuple(near.article for near in close), why)


def _bears_out(near: Neighbour, day: date) -> bool:
    return abs(near.day - day) <= (_APART if near.copy.shared >= _LEAST_SHARED else _BESIDE)


def _nearest(day: date, weekday: int) -> date:
    """Return the only day of that weekday within three days."""
    first = day - _NEAR
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK)


def _by_reprints(close: list[Neighbour]) -> CorpusDay | None:
    """Two outlets that print the text on one day: it was that day's."""
    reprints = [near for near in close if near.copy.reprint]
    outlets = {near.outlet for near in reprints if near.outlet}
    days = {near.day for near in reprints}
    if len(outlets) < 2 or len(days) != 1:
        return None
    why = f"two outlets print its text on {_list(days)}"
    return CorpusDay(days.pop(), None, tuple(near.article for near in reprints), why)


def _by_event(today: Today, told: Sequence[tuple[str, date]]) -> CorpusDay | None:
    days = {day for _, day in told}
    if len(days) != 1:
        return None
    (day,) = days
    if day.weekday() != today.weekday:
        return None
    why = f"the event in its lead was on {day} as these pages tell, and that day is «{today.text}»"
    return CorpusDay(day, today.text, tuple(sorted({article for article, _ in told})), why)


def _list(days: Iterable[date]) -> str:
    return ", ".join(str(day) for day in sorted(set(days)))
