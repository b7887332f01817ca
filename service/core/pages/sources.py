"""Finds who signed a page and where it was written: author, agencies, place."""

import re

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout

_CLOSING = re.compile(r"\((?P<name>[^()]{2,30})\)[\s.]{0,3}\Z")
_INITIALS = re.compile(r"[.!؟»\"”]\s{1,3}(?P<name>(?:[\u0621-\u064a]ـ?[\s.]{1,3}){1,2}[\u0621-\u064a])[\s.]{0,3}\Z")
_SPLIT = re.compile(r"[|/–—:]|\s-\s|-\s")
_DASHES = re.compile(r"[|/–—:-]")
_AROUND = " .()[]-،•"
_SIGN = re.compile(r"[\s:\-–/]+")


def find_agencies(layout: Layout, knowledge: PageKnowledge) -> tuple[str, ...]:
    """Return the agencies that dateline and signature name, as written."""
    found = list(layout.lead.agencies)
    closing = _CLOSING.search(layout.lines[layout.body[-1]].tail) if layout.body else None
    if closing and phrase_key(closing["name"]) in knowledge.agencies:
        found.append(closing["name"].strip())
    for i, mark in layout.marks.items():
        below = layout.title if layout.title is not None else layout.body[0] if layout.body else -1
        if (mark.role in {"signature", "dateline", "outlet"} or mark.reason == "bare-name") and i > below:
            for part in _SPLIT.split(layout.lines[i].text):
                name = part.strip(" .()[]-،")
                if phrase_key(name) in knowledge.agencies and name not in found:
                    found.append(name)
        if mark.role == "date" and i > below:
            last = layout.lines[i].text[layout.dates[i][-1].end :].split()[-1:]
            found += [name for name in last if phrase_key(name) in knowledge.agencies and name not in found]
    return tuple(found)


def find_author(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the person or handle that signs the page."""
    for i in sorted(i for i, mark in layout.marks.items() if mark.role == "byline"):
        text = layout.lines[i].text.strip("() ")
        if layout.marks[i].reason == "handle":
            return text
        if layout.marks[i].reason == "bare-name":
            return re.split(r"\s-\s|/", text)[0].strip()
        if layout.marks[i].reason == "place-and-name":
            return text.partition(":")[2].strip()
        name = _SIGN.split(text, maxsplit=1)[-1].strip(" :-.،/")
        if 2 <= len(name.split()) <= 6 and phrase_key(name) not in knowledge.unsigned:
            return name
    return _initials(layout, knowledge)


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
        if mark.role == "date" and layout.title is not None and i > layout.title:
            town = layout.lines[i].text[: layout.dates[i][0].start].strip(_AROUND)
            if phrase_key(town) in knowledge.places:
                return town
        named = mark.role in {"dateline", "outlet"} or mark.reason in {"place-and-name", "bare-name"}
        if named and (layout.title is None or i > layout.title):
            parts = (_DASHES if mark.role == "dateline" else _SPLIT).split(layout.lines[i].text)
            for part in parts[1:] if mark.role == "outlet" else parts:
                if phrase_key(part) in knowledge.places:
                    return part.strip()
    return None
