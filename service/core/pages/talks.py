"""Finds the outlet to which people speak in its own stories: قال لـ«الصباح»."""

import re
from collections.abc import Iterator

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.marked import Layout
from service.core.pages.names import known_outlet
from service.core.pages.sources import find_agencies

_SPOKEN_TO = re.compile(
    r"لـ?\s?(?:[«\"“]|#187;)(?P<name>[^»\"”«#]{2,40})(?:[»\"”]|#171;)"
    r"|(?<!\w)ل(?P<bare>ال\w+)|(?<!\w)ل\s(?P<apart>ال\w+)(?=\s?[،,:]|\s[إأ]ن\s)"  # without marks: لالصباح
)


def find_told_by_title(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the outlet that the headline says was spoken to ("لـ«الصباح»")."""
    title = layout.lines[layout.title].text if layout.title is not None else ""
    outside = [layout.lines[i].text for i, mark in layout.marks.items() if mark.role in {"furniture", "rights"}]
    for name in _spoken_to(title):
        known = known_outlet(name, knowledge)
        if known or any(name in text for text in outside):
            return known or name
    return None


def _spoken_to(text: str) -> Iterator[str]:
    return (found["name"] or found["bare"] or found["apart"] for found in _SPOKEN_TO.finditer(text))


def find_told(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet that people spoke to in the story ("قال لـ«الصباح»"), where it is one and no agency's."""
    if find_agencies(layout, knowledge, None):
        return None
    names = (name for i in layout.body for name in _spoken_to(layout.lines[i].text))
    found = {known for name in names if (known := known_outlet(name, knowledge))}
    return found.pop() if len(found) == 1 else None
