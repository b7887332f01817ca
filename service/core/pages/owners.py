"""Reads who holds the rights to a page from its last lines ("جميع الحقوق محفوظة لـ… ©", "© 2020 …")."""

import re
from collections.abc import Iterator

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_person

_FOOT = 60  # lines at the end of a page that may hold its footer
_YEARS = r"(?:\d{4}(?:\s?[\-–]\s?\d{4})?)"
_NAME = r"[\s:،\"“«\-–]{0,4}(?P<name>[^©|.\d،\-–\"“”«»:()]{2,60})"
_KEPT = re.compile(
    rf"محفوظ[ةه](?P<mark>\s?[©\-–:])?\s?{_YEARS}?\s?(?P<to>لـ?(?=[\w\s\"«“]))?{_NAME}(?P<year>{_YEARS}\Z)?"
)
_SIGNED = re.compile(rf"(?:©|\(c\)|copyright)\s?(?P<to>)(?P<mark>{_YEARS})?{_NAME}(?P<year>{_YEARS}\Z)?", re.IGNORECASE)
_DATED = re.compile(
    rf"(?P<name>[^©|.\d،:()]{{2,40}}?)\s?(?P<mark>(?:©|\(c\))\s?(?P<year>{_YEARS}))(?P<to>)\Z", re.IGNORECASE
)
_ARABIC = re.compile(r"[\u0621-\u064a]{2}")


def find_known_owner(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet that the footer names as holding the rights."""
    return next((name for found in _read_foot(layout) if (name := _known(found, knowledge))), None)


def find_written_owner(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the holder of the rights as the footer writes it; it may be the company behind the outlet."""
    return next((name for found in _read_foot(layout) if (name := _written(found, knowledge))), None)


def _read_foot(layout: Layout) -> Iterator[re.Match[str]]:
    for line in reversed(layout.lines[-_FOOT:]):
        yield from _KEPT.finditer(line.text[:200])
        yield from _SIGNED.finditer(line.text[:200])
        if dated := _DATED.match(line.text[:200]):
            yield dated


def _known(found: re.Match[str], knowledge: PageKnowledge) -> str | None:
    """The letter ل before a name may be its own first one; an agency behind a bare sign took the picture."""
    if not (found["to"] or found["mark"]) and phrase_key(found["name"]) in knowledge.agencies:
        return None
    keys = (phrase_key(name) for name in ((found["to"] or "") + found["name"], _bare(found)))
    return next((knowledge.outlets[key] for key in keys if key in knowledge.outlets), None)


def _written(found: re.Match[str], knowledge: PageKnowledge) -> str | None:
    """Return a name that nobody knows; it needs a mark that it is the holder's, since a rule of use may follow."""
    name = _bare(found)
    words = [phrase_key(word) for word in name.split()]
    shown = found["to"] or found["mark"] or found["year"]
    if not shown or is_person(name, knowledge) or not 1 <= len(words) <= 4 or not _ARABIC.search(name):
        return None
    refused = knowledge.agencies | knowledge.owners
    return None if phrase_key(name) in refused or words[0] in knowledge.owners else name


def _bare(found: re.Match[str]) -> str:
    name = found["name"].strip(" -:،")
    return "ا" + name if found["to"] and name.startswith("ل") and not found["to"].endswith("ـ") else name
