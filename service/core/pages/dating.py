"""Chooses the day of publication among the days on a page, and says on what evidence."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate, pairwise
from typing import NamedTuple

from service.core.arabic.dates import WrittenDate, find_dates
from service.core.arabic.letters import fold
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.records import DateBasis, DateEvidence

_DARK = ("الوضع المظلم", "الوضع الداكن", "الوضع الليلي", "الوضع الفاتح", "dark mode")
_BESIDE = 5  # lines
_TODAY = "اليوم"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


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
        return Published(None, None, DateEvidence("none", None, None, warnings))
    i = min(usable, key=lambda i: (_is_update(layout, i, knowledge), _distance(layout, i)))
    written = layout.dates[i][-1] if layout.dates[i][0].form == "hijri" else layout.dates[i][0]
    basis: DateBasis = "timestamp" if written.clock is not None else "page_date"
    return _published(layout, Found(written, basis, i, warnings), knowledge)


def day_of_metadata(text: str, knowledge: PageKnowledge) -> Published | None:
    """Return the day that a page's metadata gives."""
    found = find_dates(text, knowledge.dates)
    if not found:
        return None
    return Published(found[0].day, found[0].instant, DateEvidence("metadata", text, None))


def _published(layout: Layout, found: Found, knowledge: PageKnowledge) -> Published:
    written, warnings = found.written, found.warnings
    if _lead_weekday(layout, knowledge) not in {None, written.day.weekday()}:
        warnings = (*warnings, "dateline-and-weekday-disagree")
    evidence = DateEvidence(found.basis, written.text, layout.lines[found.line].number, warnings)
    return Published(written.day, written.instant, evidence)


def _lead_weekday(layout: Layout, knowledge: PageKnowledge) -> int | None:
    """Return the weekday that the lead calls today."""
    lead = layout.lines[layout.body[0]].text[:300] if layout.body else ""
    words = [phrase_key(word) for word in lead.split()]
    for first, second in pairwise(words):
        if first == _TODAY and second in knowledge.dates.weekdays:
            return knowledge.dates.weekdays[second]
    return None


def _fetch_lines(layout: Layout, shown: Sequence[int], knowledge: PageKnowledge) -> set[int]:
    """Return the date lines of a masthead: beside a dark-mode switch, or first on the page and far from the title.

    A day far from the title is the story's where the lead calls its weekday today, which one in seven does by chance,
    and an address on the page or the latest year in the story bears it out.
    """
    if layout.title is None:
        return set()
    above = [i for i in layout.dates if i < layout.title]
    dark = {phrase_key(mark) for mark in _DARK}
    if any(line.key in dark for line in layout.lines[: layout.title]):
        return set(above)
    today = _lead_weekday(layout, knowledge)
    far = (i for i in above if _shown_between(shown, i, layout.title) > 2 and not _beside_byline(layout, i))
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
    years = [year for i in layout.body for year in _YEAR.findall(fold(layout.lines[i].text))]
    return bool(years) and max(years) == f"{day:%Y}"


def _shown_between(shown: Sequence[int], start: int, end: int) -> int:
    """Return how many lines that show something lie between two; shown[i] counts those before line i."""
    return shown[end] - shown[start + 1]


def _near_story(layout: Layout, shown: Sequence[int], i: int) -> bool:
    return not layout.body or i < layout.body[-1] or _shown_between(shown, layout.body[-1], i) <= 3


def _is_update(layout: Layout, i: int, knowledge: PageKnowledge) -> bool:
    head = phrase_key(layout.lines[i].text[: layout.dates[i][0].start])
    return any(head.startswith(label) for label in knowledge.phrases.updated_labels)


def _distance(layout: Layout, i: int) -> int:
    anchor = layout.title if layout.title is not None else (layout.body[0] if layout.body else 0)
    return abs(i - anchor) * 2 + (i < anchor)
