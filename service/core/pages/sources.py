"""Finds who signed a page and where it was written: author, agencies, place."""

import re
from collections.abc import Iterator

from service.core.pages.bylines import names_beside_day, read_byline
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import split_sources, town_behind

_CLOSING = re.compile(r"\((?P<names>[^()]{2,60})\)[\s.]{0,3}\Z")
_INITIALS = re.compile(r"[.!؟»\"”]\s{1,3}(?P<name>(?:[\u0621-\u064a]ـ?[\s.]{1,3}){1,2}[\u0621-\u064a])[\s.]{0,3}\Z")
_CREDIT = re.compile(r"\([^()]{2,40}\)")  # a picture's, on a line of its own
_DASHES = re.compile(r"[|/–—:-]")
_AROUND = " .()[]-،•"
_RIGHT_ABOVE = 4  # lines above a story without a title in which its source stands
_BESIDE = 8  # lines before the title and after the story in which it is signed


def find_agencies(layout: Layout, knowledge: PageKnowledge, outlet: str | None) -> tuple[str, ...]:
    """Return the agencies that dateline and signature name, as written; outlet: the page's own."""
    opening = layout.lead.outlet
    found = [*layout.lead.agencies, *_closing(layout, knowledge)]
    if opening and opening != outlet and phrase_key(opening) in knowledge.agencies:  # بيروت - رويترز: …
        found.insert(0, opening)
    start = layout.body[0] if layout.body else 0
    below = layout.title if layout.title is not None else start - _RIGHT_ABOVE
    last = layout.body[-1] + _BESIDE if layout.body else len(layout.lines)
    for i, mark in layout.marks.items():
        if not below < i <= last or i < start and _CREDIT.fullmatch(layout.lines[i].text):
            continue
        if mark.role in {"signature", "dateline", "outlet", "byline"}:
            found += _agencies_in(layout.lines[i].text, knowledge)
        if i in layout.dates:
            found += [name for name in names_beside_day(layout, i, knowledge) if phrase_key(name) in knowledge.agencies]
    return tuple(dict.fromkeys(found))


def _agencies_in(text: str, knowledge: PageKnowledge) -> Iterator[str]:
    return (name for name in split_sources(text.replace("-", " - ")) if phrase_key(name) in knowledge.agencies)


def _closing(layout: Layout, knowledge: PageKnowledge) -> list[str]:
    """Return the agencies in parentheses behind the last sentence, where they stand there alone."""
    closing = _CLOSING.search(layout.lines[layout.body[-1]].tail) if layout.body else None
    names = split_sources(closing["names"]) if closing else []
    return names if all(_is_agency(name, knowledge) for name in names) else []


def _is_agency(name: str, knowledge: PageKnowledge) -> bool:
    """Tell an agency by its name or its letters, however they are parted ("يو .بي .آي")."""
    return phrase_key(name) in knowledge.agencies or phrase_key(name.replace(".", " ")) in knowledge.agencies


def find_author(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the person or handle that signs the page."""
    first = (layout.title or 0) - _BESIDE
    last = (layout.body[-1] if layout.body else len(layout.lines)) + _BESIDE
    found = [
        (sign.rank, i, sign.name)
        for i in range(max(first, 0), min(last + 1, len(layout.lines)))
        if (sign := read_byline(layout, i, knowledge))
    ]
    return min(found)[2] if found else layout.lead.author or _initials(layout, knowledge)


def _initials(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return two or three loose letters behind the last sentence; those of an agency are no author's."""
    found = _INITIALS.search(layout.lines[layout.body[-1]].tail) if layout.body else None
    if found is None or phrase_key(found["name"]) in knowledge.agencies:
        return None
    return found["name"]


def find_place(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the place of the dateline, whether it opens the story or stands on a line of its own."""
    if layout.lead.place:
        return layout.lead.place
    for i, mark in layout.marks.items():
        if layout.title is not None and i <= layout.title:
            continue
        text = layout.lines[i].text
        if i in layout.dates and layout.title is not None:
            town = text[: layout.dates[i][0].start].strip(_AROUND)
            if phrase_key(town) in knowledge.places:
                return town
        if mark.role in {"dateline", "outlet", "byline"}:
            found = town_behind(text, knowledge) or _town_in(text, mark.role, knowledge)
            if found:
                return found
    return None


def _town_in(text: str, role: str, knowledge: PageKnowledge) -> str | None:
    parts = _DASHES.split(text) if role == "dateline" else split_sources(text)
    named = parts[1:] if role == "outlet" else parts
    return next((part.strip() for part in named if phrase_key(part) in knowledge.places), None)
