"""Reads the page's name where nobody knows it: above the headline, beside a town, or where the story is told to it."""

import re
from collections import Counter

from service.core.pages.brands import is_masthead_name, is_voice_name
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_person

_PARTS = re.compile(r"\s{2,}|\s?[|•>»]\s?|\s[–—-]\s")
_BESIDE = re.compile(r"\s?[/|]\s?|\s[–—-]\s")
_QUOTED = re.compile(r"(?P<to>لـ?\s?)?[«\"“](?P<name>[^»\"”«]{2,30})[»\"”]")
_ABOVE = frozenset(("before-the-story", "parted-by-bars", "parted-by-blanks"))
_NAME = 3  # words
_SHORT = 5  # letters of a single word that may be a name, with its article
_TO = "لل"  # how "to" begins a word with the article
_NEWS = "اخبار"


def find_masthead(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name beside a town below the headline, to which the story is told, or with which the page begins.

    What else may stand there, a section, a town or a reporter, has another form: a name is made of words with the
    article or opens like names of papers do ("صوت …"), or the story has somebody speak to it ("قال للأفق").
    """
    return _beside_town(layout, knowledge) or _told_in_marks(layout, knowledge) or _of_first_line(layout, knowledge)


def _beside_town(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name on a line of its own with a town ("راية البحر/ بيروت")."""
    for i, mark in layout.marks.items():
        if mark.role in ("byline", "dateline") and (layout.title is None or i > layout.title):
            parts = [part.strip() for part in _BESIDE.split(layout.lines[i].text)]
            names = [part for part in parts if phrase_key(part) not in knowledge.places]
            if len(parts) == 2 and len(names) == 1 and _may_be_outlet(names[0], knowledge):
                return names[0]
    return None


def _told_in_marks(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the only name in marks that somebody spoke to and that the story has twice ("قال لـ«الأفق»")."""
    found = [match for i in layout.body for match in _QUOTED.finditer(layout.lines[i].text)]
    times = Counter(match["name"] for match in found)
    told = {match["name"] for match in found if match["to"] and times[match["name"]] > 1}
    names = [name for name in told if not _is_another(name, knowledge) and _is_definite(phrase_key(name).split())]
    return names[0] if len(names) == 1 and len(names[0].split()) <= _NAME else None


def _may_be_outlet(name: str, knowledge: PageKnowledge) -> bool:
    words = phrase_key(name).split()
    return 1 <= len(words) <= _NAME and not _is_another(name, knowledge) and _is_formed(words, knowledge)


def _of_first_line(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name that stands first on the page, alone or before a menu or a motto."""
    line = next(
        (line for line, mark in _lines_above(layout) if mark.reason in _ABOVE and _leads(line, knowledge)), None
    )
    if line is None or line.words > _NAME and not _PARTS.search(line.text):
        return None
    name, *others = (part.strip(" :،") for part in _PARTS.split(line.text) if part.strip(" :،"))
    words = phrase_key(name).split()
    if not 1 <= len(words) <= _NAME or _is_another(name, knowledge):
        return None
    menu = len(others) > 1 and any(phrase_key(part) in knowledge.phrases.sections for part in others)
    named = (
        _is_formed(words, knowledge) or _is_spoken_to(words, layout) or menu and words[0] == _NEWS and len(words) > 1
    )
    return name if named and (menu or len(others) <= 1) else None


def _lines_above(layout: Layout) -> list[tuple[PageLine, Mark]]:
    return [(layout.lines[i], layout.marks[i]) for i in range(layout.title or 0) if i in layout.marks]


def _leads(line: PageLine, knowledge: PageKnowledge) -> bool:
    """Tell a line that may begin with a name from a menu of sections, or a word that announces news."""
    phrases = knowledge.phrases
    first = phrase_key(_PARTS.split(line.text)[0])
    return line.arabic and not any(first in names for names in (phrases.home, phrases.labels, phrases.title_tags))


def _is_another(name: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a name is known to be something else: a section, a town, a person, an agency, a day."""
    key, phrases = phrase_key(name), knowledge.phrases
    known = (phrases.sections, phrases.share_names, knowledge.places, knowledge.agencies, knowledge.signing)
    words = key.split()
    told = knowledge.offices.intersection(words) or knowledge.dates.weekdays.keys() & set(words)
    return (
        bool(told)
        or any(key in names for names in known)
        or (is_person(name, knowledge) and not is_voice_name(key, knowledge))
        or key.startswith(phrases.starts)
    )


def _is_formed(words: list[str], knowledge: PageKnowledge) -> bool:
    """Tell whether words are made as names of media are; one alone, or two with the article, that open no section."""
    key = " ".join(words)
    if is_masthead_name(key, knowledge) or is_voice_name(key, knowledge):
        return True
    if words[0] in knowledge.section_heads or words[-1] in knowledge.section_ends:
        return False
    return _is_definite(words)


def _is_definite(words: list[str]) -> bool:
    return all(word.startswith("ال") for word in words) and len(words[0]) >= _SHORT


def _is_spoken_to(words: list[str], layout: Layout) -> bool:
    """Tell whether the story names it as whom somebody spoke to, in one word with "to"."""
    name = " ".join(words)
    told = _TO + name.removeprefix("ال") if name.startswith("ال") else "ل" + name
    return any(f" {told} " in f" {phrase_key(layout.lines[i].text)} " for i in layout.body)
