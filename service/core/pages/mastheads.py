"""Reads the page's name where nobody knows it: above the headline, beside a town, or where the story is told to it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from service.core.pages.brands import is_masthead_name, is_voice_name
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_media_name, is_person

_PARTS = re.compile(r"\s{2,}|\s?[|•>»]\s?|\s[–—-]\s")
_BESIDE = re.compile(r"\s?[/|]\s?|\s[–—-]\s")
_QUOTED = re.compile(r"(?P<to>لـ?\s?)?[«\"“](?P<name>[^»\"”«]{2,30})[»\"”]")
_ABOVE = frozenset(("before-the-story", "parted-by-bars", "parted-by-blanks"))
_AROUND = frozenset(("furniture", "menu", "rights", "share"))
_NAME, _LINE, _FURNITURE = 3, 12, 40  # words of a name, of a line that holds it, of furniture that is read
_HEAD = 60  # characters of a story before its first colon
_SHORT = 5  # letters of a single word that may be a name, with its article
_TO = "لل"  # how "to" begins a word with the article
_NEWS = "اخبار"


def find_masthead(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name beside a town below the headline, to which the story is told, or with which the page begins.

    What else may stand there, a section, a town or a reporter, has another form: a name is made of words with the
    article or opens like names of papers do ("صوت …"), or the story has somebody speak to it ("قال للأفق").
    """
    return (
        _beside_town(layout, knowledge)
        or _told_in_marks(layout, knowledge)
        or _of_first_line(layout, knowledge)
        or _in_furniture(layout, knowledge)
    )


def _beside_town(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name beside a town below the headline ("راية البحر/ بيروت", "صوت البحر – بيروت – سليم الراوي")."""
    for text in _below_headline(layout):
        parts = [part.strip() for part in _BESIDE.split(text) if phrase_key(part)]
        names = [part for part in parts if phrase_key(part) not in knowledge.places]
        if len(parts) == 2 and len(names) == 1 and _may_be_outlet(names[0], knowledge):
            return names[0]
        formed = [name for name in names if _has_medium_s_words(phrase_key(name), knowledge)]
        if len(formed) == 1 and len(parts) > 1 and not _is_another(formed[0], knowledge):
            if len(names) < len(parts) or is_media_name(phrase_key(formed[0]), knowledge):
                return formed[0]
    return None


def _below_headline(layout: Layout) -> Iterator[str]:
    """Yield the short lines between headline and story, and what stands before the first colon of the story."""
    first = next((i for i in layout.body if layout.lines[i].paragraph), None)
    if first is None:
        return
    for i in range(0 if layout.title is None else layout.title + 1, first):
        if layout.lines[i].words <= _LINE:
            yield layout.lines[i].text
    head, colon, _ = layout.lines[first].text[:_HEAD].partition(":")
    if colon:
        yield head


def _in_furniture(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the only name with a medium's last word that menus and footers hold ("تابعوا … نيوز")."""
    names = {}
    for i, mark in layout.marks.items():
        words = layout.lines[i].text.split()[:_FURNITURE] if mark.role in _AROUND else []
        for name in map(" ".join, pairwise(words)):
            first, _, last = phrase_key(name).partition(" ")
            if last in knowledge.site_ends and first not in knowledge.other_sites and not _is_another(name, knowledge):
                names[phrase_key(name)] = name
    return next(iter(names.values())) if len(names) == 1 else None


def _told_in_marks(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the only name in marks that somebody spoke to and that the story has twice ("قال لـ«الأفق»")."""
    found = [match for i in layout.body for match in _QUOTED.finditer(layout.lines[i].text)]
    times = Counter(match["name"] for match in found)
    told = {match["name"] for match in found if match["to"] and times[match["name"]] > 1}
    names = [name for name in told if _may_be_words(name) and not _is_another(name, knowledge)]
    formed = [name for name in names if _is_definite(key := phrase_key(name)) or _has_medium_s_words(key, knowledge)]
    return formed[0] if len(formed) == 1 else None


def _may_be_outlet(name: str, knowledge: PageKnowledge) -> bool:
    return _may_be_words(name) and not _is_another(name, knowledge) and _is_formed(phrase_key(name).split(), knowledge)


def _may_be_words(name: str) -> bool:
    return 1 <= len(phrase_key(name).split()) <= _NAME


def _of_first_line(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name that stands first on the page, alone or before a menu or a motto."""
    line = next(
        (line for line, mark in _lines_above(layout) if mark.reason in _ABOVE and _leads(line, knowledge)), None
    )
    if line is None or line.words > _NAME and not _PARTS.search(line.text):
        return None
    name, *others = (part.strip(" :،") for part in _PARTS.split(line.text) if part.strip(" :،"))
    words = phrase_key(name).split()
    if not _may_be_words(name) or _is_another(name, knowledge):
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
    menu = line.words > 1 and line.key.split()[0] in phrases.home
    known = any(first in names for names in (phrases.home, phrases.labels, phrases.title_tags))
    return line.arabic and not menu and not known


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
    if _has_medium_s_words(" ".join(words), knowledge):
        return True
    if words[0] in knowledge.section_heads or words[-1] in knowledge.section_ends:
        return False
    return _is_definite(" ".join(words))


def _has_medium_s_words(key: str, knowledge: PageKnowledge) -> bool:
    return is_masthead_name(key, knowledge) or is_voice_name(key, knowledge)


def _is_definite(key: str) -> bool:
    words = key.split()
    return all(word.startswith("ال") for word in words) and len(words[0]) >= _SHORT


def _is_spoken_to(words: list[str], layout: Layout) -> bool:
    """Tell whether the story names it as whom somebody spoke to, in one word with "to"."""
    name = " ".join(words)
    told = _TO + name.removeprefix("ال") if name.startswith("ال") else "ل" + name
    return any(f" {told} " in f" {phrase_key(layout.lines[i].text)} " for i in layout.body)
