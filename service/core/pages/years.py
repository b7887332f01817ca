"""Finds the year of a day that a page writes without one, where what else the page shows leaves one year only."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from service.core.arabic.dates import YearlessDay
from service.core.arabic.letters import fold
from service.core.pages.leads import ToldYearless
from service.core.pages.marked import Layout

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/\-]?(\d{1,2})?(?=[/\-])")
_NEXT_TO = (-1, 0)  # a year that a page shows is that of its fetching, of the story or of one told in it


class Shown(NamedTuple):
    """A year that a page shows, and where it does."""

    year: int
    source: str
    text: str


def fix_year(told: ToldYearless, today: int | None, layout: Layout) -> tuple[date, str] | None:
    """Return the day and why its year is known; None where the page leaves it open.

    today: the weekday on which the story was written, where it says so. With a weekday one year near those shown has
    to fit, which one in seven does by chance; without it an address or two sources must show it.
    """
    written = told.written
    shown = tuple(_shown_years(written, layout))
    weekday = written.weekday if written.weekday is not None or told.back else today
    years = _by_weekday(written, weekday, shown) if weekday is not None else _agreed(written, shown)
    if len(years) != 1:
        return None
    (year,) = years
    day = written.in_year(year)
    texts = ", ".join(dict.fromkeys(f"«{each.text}»" for each in shown if year - each.year in {0, -1}))
    return (day + timedelta(told.back), f"written without a year; {texts} leave {year}") if day else None


def _by_weekday(written: YearlessDay, weekday: int, shown: tuple[Shown, ...]) -> set[int]:
    near = {each.year + step for each in shown for step in _NEXT_TO}
    days = {year: written.in_year(year) for year in near}
    return {year for year, day in days.items() if day is not None and day.weekday() == weekday}


def _agreed(written: YearlessDay, shown: tuple[Shown, ...]) -> set[int]:
    """The year in an address counts alone; else the latest year, where two sources show it."""
    addressed = {each.year for each in shown if each.source == "address"}
    latest = max((each.year for each in shown), default=0)
    twice = len({each.source for each in shown if each.year == latest}) > 1
    years = addressed or ({latest} if twice else set())
    return {year for year in years if written.in_year(year)}


def _shown_years(written: YearlessDay, layout: Layout) -> Iterator[Shown]:
    for i, mark in layout.marks.items():
        text = layout.lines[i].text
        if mark.role == "rights":
            years = YEAR.findall(fold(text[:300]))
            yield from (Shown(int(max(years)), "rights", max(years)) for _ in years[:1])
        elif mark.reason == "address":
            yield from _of_address(written, text)
    yield from _of_address(written, layout.address)
    for found in layout.dates.values():
        yield Shown(found[0].day.year, "dates", found[0].text)
    years = [year for i in layout.body for year in YEAR.findall(fold(layout.lines[i].text))]
    if years:
        yield Shown(int(max(years)), "story", max(years))


def _of_address(written: YearlessDay, text: str) -> Iterator[Shown]:
    for found in _IN_ADDRESS.finditer(text[:300]):
        if found[2] is None or int(found[2]) == written.month:
            yield Shown(int(found[1]), "address", found[0].strip("/"))
