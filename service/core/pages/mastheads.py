"""Reads the page's name from the first line above the headline, where its form or the story shows it to be a name."""

import re

from service.core.pages.brands import is_masthead_name
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_person

_PARTS = re.compile(r"\s{2,}|\s?[|•>»]\s?|\s[–—-]\s")
_ABOVE = frozenset(("before-the-story", "parted-by-bars", "parted-by-blanks"))
_NAME = 3  # words
_SHORT = 5  # letters of a single word that may be a name, with its article
_TO = "لل"  # how "to" begins a word with the article


def find_masthead(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name that stands first on the page, alone or before a menu or a motto.

    What else may stand there, a section or a headline's first words, has another form: a name is made of words with the
    article or opens like names of papers do ("صوت …"), or the story has somebody speak to it ("قال للأفق").
    """
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
    alone = menu or len(others) <= 1
    return name if alone and (_is_formed(words, knowledge) or _is_spoken_to(words, layout)) else None


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
        or is_person(name, knowledge)
        or key.startswith(phrases.starts)
    )


def _is_formed(words: list[str], knowledge: PageKnowledge) -> bool:
    """Tell whether words are made as names of media are; one alone, or two with the article, that open no section."""
    if is_masthead_name(" ".join(words), knowledge) or (len(words) > 1 and words[0] in knowledge.masthead_voices):
        return True
    if words[0] in knowledge.section_heads or words[-1] in knowledge.section_ends:
        return False
    return all(word.startswith("ال") for word in words) and len(words[0]) >= _SHORT


def _is_spoken_to(words: list[str], layout: Layout) -> bool:
    """Tell whether the story names it as whom somebody spoke to, in one word with "to"."""
    name = " ".join(words)
    told = _TO + name.removeprefix("ال") if name.startswith("ال") else "ل" + name
    return any(f" {told} " in f" {phrase_key(layout.lines[i].text)} " for i in layout.body)
