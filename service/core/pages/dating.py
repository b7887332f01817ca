"""Chooses the day of publication among the days on a page, and says on what evidence."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate
from typing import NamedTuple

from service.core.arabic.dates import WrittenDate
from service.core.arabic.letters import fold
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.leads import ToldYearless, find_lead_weekday, find_told_day, find_told_yearless
from service.core.pages.marked import Layout
from service.core.pages.years import YEAR, fix_year
from service.core.records import DateBasis, DateEvidence

_DARK = ("الوضع المظلم", "الوضع الداكن", "الوضع الليلي", "الوضع الفاتح", "dark mode")
_BESIDE = 5  # lines
_OTHERS = frozenset(("after-the-end", "in-a-box-of-others", "headline-and-its-day", "headline-and-cut-lead"))
_HIJRI_YEAR = re.compile(r"(?<!\d)1[345]\d\d(?!\d)")
_HEADLINE = 5  # words that a headline has at least
_BELOW = 3  # lines shown between the story and its day below it; twice as many where none may be another's headline
_ABOVE = 2  # lines shown between a day and the title below it; more are a masthead's
_MOST_YEARLESS = 3  # days without a year that are looked at


class Published(NamedTuple):
    """The day, the moment where it is known, and the evidence."""

    day: date | None
    at: datetime | None
    evidence: DateEvidence


class Found(NamedTuple):
    """A day on the page that is its own: how it stands there, on which line, and what was passed over."""

    written: WrittenDate
    basis: DateBasis
    line: int
    warnings: tuple[str, ...]


def find_day(layout: Layout, knowledge: PageKnowledge) -> Published:
    """Return the day that the page shows as its own; None where it shows none."""
    shown = list(accumulate((not line.blank for line in layout.lines), initial=0))
    ignored = _fetch_lines(layout, shown, knowledge)
    warnings = ("fetch-date-ignored",) if ignored else ()
    if layout.lead.date is not None:
        found = Found(layout.lead.date, "dateline", layout.body[0], warnings)
        return _published(layout, found, knowledge)
    usable = [i for i in layout.dates if i not in ignored and _near_story(layout, shown, i)]
    if not usable:
        return _find_unstamped(layout, shown, warnings, knowledge)
    today = find_lead_weekday(layout, knowledge)
    i = min(usable, key=lambda i: _rank(layout, i, today, knowledge))
    written = layout.dates[i][-1] if layout.dates[i][0].form == "hijri" else layout.dates[i][0]
    basis: DateBasis = "timestamp" if written.clock is not None else "page_date"
    return _published(layout, Found(written, basis, i, warnings), knowledge)


def _rank(layout: Layout, i: int, today: int | None, knowledge: PageKnowledge) -> tuple[bool, bool, bool, int]:
    """Return what makes a day less likely the page's own: an update, Hijri alone, not the lead's weekday, far off."""
    other = today not in {None, layout.dates[i][0].day.weekday()}
    return _is_update(layout, i, knowledge), _is_hijri(layout, i), other, _distance(layout, i)


def _find_unstamped(
    layout: Layout, shown: Sequence[int], warnings: tuple[str, ...], knowledge: PageKnowledge
) -> Published:
    """Return the day that the lead tells, or that is written without its year where the page shows that otherwise."""
    told = find_told_day(layout, knowledge)
    if told is not None:
        number = layout.lines[told.line].number
        return Published(told.day, None, DateEvidence("weekday", told.text, number, warnings))
    stamps = [ToldYearless(day, i, 0) for i, day in layout.yearless.items() if _beside_story(layout, shown, i)]
    written = [*find_told_yearless(layout, knowledge), *stamps][:_MOST_YEARLESS]
    weekday = find_lead_weekday(layout, knowledge)
    found = {fixed: each for each in reversed(written) if (fixed := fix_year(each, weekday, layout))}
    if len({day for day, _ in found}) != 1:
        return Published(None, None, DateEvidence("none", None, None, warnings))
    (day, why), each = next(iter(found.items()))
    marks = (*warnings, "year-not-shown")
    number = layout.lines[each.line].number
    return Published(day, None, DateEvidence("page_date", each.written.text, number, marks, (), why))


def _beside_story(layout: Layout, shown: Sequence[int], i: int) -> bool:
    """Tell whether a line is near the title or the story, not in a masthead or among links to other stories."""
    title = layout.title if layout.title is not None else i
    return _near_story(layout, shown, i) and (i > title or _shown_between(shown, i, title) <= _ABOVE)


def _published(layout: Layout, found: Found, knowledge: PageKnowledge) -> Published:
    written, warnings = found.written, found.warnings
    if find_lead_weekday(layout, knowledge) not in {None, written.day.weekday()}:
        warnings = (*warnings, "dateline-and-weekday-disagree")
    evidence = DateEvidence(found.basis, written.text, layout.lines[found.line].number, warnings)
    return Published(written.day, written.instant, evidence)


def _fetch_lines(layout: Layout, shown: Sequence[int], knowledge: PageKnowledge) -> set[int]:
    """Return the date lines of a masthead: beside a dark-mode switch, or first on the page and far from the title.

    A day far from the title is the story's where the lead calls its weekday today, which one in seven does by chance,
    and an address on the page or the latest year in the story bears it out.
    """
    if layout.title is None:
        return set()
    above = [i for i in layout.dates if i < layout.title and not _is_labelled(layout, i, knowledge)]
    dark = {phrase_key(mark) for mark in _DARK}
    if any(line.key in dark for line in layout.lines[: layout.title]):
        return set(above)
    today = find_lead_weekday(layout, knowledge)
    tickers = [i for i, mark in layout.marks.items() if mark.role == "ticker" and i < layout.title]
    apart = [i for i in above if _shown_between(shown, i, layout.title) > _ABOVE or i < max(tickers, default=-1)]
    far = (i for i in apart if not _beside_byline(layout, i))
    return {
        i for i in far if layout.dates[i][0].day.weekday() != today or not _borne_out(layout, layout.dates[i][0].day)
    }


def _beside_byline(layout: Layout, i: int) -> bool:
    """Tell whether the line before or after, blank ones aside, says who wrote the story."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(layout.lines) and layout.lines[j].blank and abs(j - i) < _BESIDE:
            j += step
        if j in layout.marks and layout.marks[j].role == "byline":
            return True
    return False


def _borne_out(layout: Layout, day: date) -> bool:
    addresses = (layout.lines[i].text for i, mark in layout.marks.items() if mark.reason == "address")
    if any(f"{day:%Y%m%d}" in re.sub(r"[/\-_]", "", text) for text in addresses):
        return True
    years = [year for i in layout.body for year in YEAR.findall(fold(layout.lines[i].text))]
    return bool(years) and max(years) == f"{day:%Y}"


def _shown_between(shown: Sequence[int], start: int, end: int) -> int:
    """Return how many lines that show something lie between two; shown[i] counts those before line i."""
    return shown[end] - shown[start + 1]


def _near_story(layout: Layout, shown: Sequence[int], i: int) -> bool:
    if not layout.body or i < layout.body[-1]:
        return True
    between = _shown_between(shown, layout.body[-1], i)
    if not _BELOW < between <= 2 * _BELOW:
        return between <= _BELOW
    below = range(layout.body[-1] + 1, i)
    others = (layout.marks[j].reason in _OTHERS and layout.lines[j].words >= _HEADLINE for j in below)
    return not any(others)


def _is_update(layout: Layout, i: int, knowledge: PageKnowledge) -> bool:
    return _label(layout, i).startswith(tuple(knowledge.phrases.updated_labels))


def _is_hijri(layout: Layout, i: int) -> bool:
    """Tell whether a line gives its days in the Hijri calendar alone, by which a day may begin the evening before."""
    return all(_HIJRI_YEAR.search(fold(written.text)) for written in layout.dates[i])


def _is_labelled(layout: Layout, i: int, knowledge: PageKnowledge) -> bool:
    return _label(layout, i) in knowledge.phrases.published_labels


def _label(layout: Layout, i: int) -> str:
    return phrase_key(layout.lines[i].text[: layout.dates[i][0].start])


def _distance(layout: Layout, i: int) -> int:
    anchor = layout.title if layout.title is not None else (layout.body[0] if layout.body else 0)
    return abs(i - anchor) * 2 + (i < anchor)
