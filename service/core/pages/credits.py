"""Finds the outlet that stands where others sign: in a byline, beside a day, as who took a picture, with an issue."""

import re

from service.core.pages.bylines import names_beside_day
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import split_sources

_PICTURE = 12  # lines below the title in which its picture's text stands
_ISSUE = re.compile(r"(?P<name>[^\d:|\-–]{3,40}?)\s?[\-–|]\s?العدد\b")


def find_signing_outlet(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet that signs instead of a person ("كتب: …")."""
    for i, mark in layout.marks.items():
        if mark in {("byline", "signing-word"), ("byline", "name-and-source")}:
            for part in split_sources(layout.lines[i].text):
                if _is_outlet(part, knowledge):
                    return knowledge.outlets[phrase_key(part)]
    return None


def find_credited_outlet(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the outlet of an issue's number, else a known one beside the day or in a picture's credit."""
    return _of_issue(layout) or _of_stamp(layout, knowledge) or _of_picture(layout, knowledge)


def _of_issue(layout: Layout) -> str | None:
    """Return what stands before the number of an issue in a line with its day ("المرفأ - العدد 803 - …")."""
    found = (_ISSUE.match(layout.lines[i].text) for i in layout.dates)
    return next((match["name"].strip() for match in found if match), None)


def _of_stamp(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet beside the day below the title ("المرفأ | وكالات نشر في: …")."""
    below = layout.title if layout.title is not None else -1
    names = (name for i in layout.dates if i > below for name in names_beside_day(layout, i, knowledge))
    return next((knowledge.outlets[phrase_key(name)] for name in names if _is_outlet(name, knowledge)), None)


def _of_picture(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet that took the picture between title and story ("…، فيتو")."""
    below = layout.title + 1 if layout.title is not None else 0
    for i in range(below, min(below + _PICTURE, layout.body[0] if layout.body else below)):
        parts = split_sources(layout.lines[i].text)
        if len(parts) > 1 and _is_outlet(parts[-1], knowledge):
            return knowledge.outlets[phrase_key(parts[-1])]
    return None


def _is_outlet(name: str, knowledge: PageKnowledge) -> bool:
    key = phrase_key(name)
    return key in knowledge.outlets and key not in knowledge.agencies and key not in knowledge.places
