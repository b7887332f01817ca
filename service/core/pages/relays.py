"""Finds the outlet behind a page that others carry: the source that it names, the agency whose own page it is."""

import re

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import split_sources
from service.core.pages.sources import find_agencies

_REPRINTED = re.compile(r"نشر في (?P<name>[^\d:،.\-]{2,40}?) (?:يوم|بتاريخ|في)\b")
_FIRST_ON = re.compile(r"appeared first on (?P<name>[^.\n]{2,40})")
_RELAYED = re.compile(r"المصدر\s?:\s?(?P<name>[^\s،.|:](?:[^،.|:\n]{1,50}))")
_OUTSIDE = frozenset(("furniture", "rights", "related", "title-repeated"))
_UNPROVEN = frozenset(("before-the-story", "after-the-end"))  # headlines of others


def find_relayed(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the source that an aggregator names ("المصدر: …"), agencies aside."""
    for i, mark in layout.marks.items():
        text = layout.lines[i].text[:200] if mark.role in {"date", "furniture", "staff", "signature"} else ""
        found = _REPRINTED.search(text) or _RELAYED.search(text) or _FIRST_ON.search(text and layout.lines[i].tail)
        for name in split_sources(found["name"]) if found else ():
            if len(name.split()) <= 4 and phrase_key(name) not in knowledge.agencies:
                return knowledge.outlets.get(phrase_key(name), name)
    return None


def find_own_agency(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the only agency of dateline and signature where the rest of the page names it again: it is its own."""
    names = map(phrase_key, find_agencies(layout, knowledge, layout.lead.outlet))
    known = {knowledge.outlets[name] for name in names if name in knowledge.outlets}
    outlet = known.pop() if len(known) == 1 else None
    return outlet if outlet and _is_named_outside(layout, outlet, knowledge) else None


def _is_named_outside(layout: Layout, outlet: str, knowledge: PageKnowledge) -> bool:
    for i, mark in layout.marks.items():
        if mark.role in _OUTSIDE and mark.reason not in _UNPROVEN:
            words = [phrase_key(word) for word in layout.lines[i].text[:200].split()]
            runs = (" ".join(words[at : at + n]) for n in (1, 2, 3) for at in range(len(words) - n + 1))
            if any(knowledge.outlets.get(key) == outlet for run in runs for key in (run, run.removeprefix("ل"))):
                return True
    return False
