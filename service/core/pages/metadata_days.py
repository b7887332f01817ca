"""Reads the day of publication from what a page's metadata or its address says."""

import re
from datetime import UTC, date, datetime

from service.core.arabic.dates import find_dates
from service.core.pages.dating import Published
from service.core.pages.knowledge import PageKnowledge
from service.core.records import DateEvidence

_IN_ADDRESS = re.compile(r"/(20\d\d)[/\-](\d{1,2})[/\-](\d{1,2})(?:/|\b)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")  # since 1970, or with the thousandths behind


def day_of_metadata(text: str, knowledge: PageKnowledge) -> Published | None:
    """Return the day that a page's metadata gives."""
    evidence = DateEvidence("metadata", text, None)
    found = find_dates(text, knowledge.dates)
    if found:
        return Published(found[0].day, found[0].instant, evidence)
    if seconds := _SECONDS.fullmatch(text):
        moment = datetime.fromtimestamp(int(seconds[1]), UTC)
        return Published(moment.date(), moment, evidence)
    compact = _COMPACT.fullmatch(text)
    day = _day(compact) if compact else None
    return Published(day, None, evidence) if day else None


def day_of_address(address: str) -> Published | None:
    """Return the day in the path of a page's own address."""
    found = _IN_ADDRESS.search(address)
    day = _day(found) if found else None
    return Published(day, None, DateEvidence("metadata", address, None)) if day else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
