"""Tells by its form what a short line names: a person, a medium."""

import re

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key

_TITLE = re.compile(
    r"(?:[دأم]|أ\s?\.\s?د|الدكتور|الدكتورة)\s?[./]\s?"
    r"|(?:الدكتور|الدكتورة|الشيخ|الأستاذ|الأستاذة|المهندس|المهندسة|المحامي|المحامية|الكاتب|الكاتبة|الصحفي|الصحافي)\s"
)
_HANDLE = re.compile(r"\s\S*@\S*\Z")
_DIGIT = re.compile(r"\d")
_SOURCES = re.compile(r"[|/\\–—:()\[\]،,؛+]|\s-\s|-\s|\sـ\s|(?<=\w)\sو(?=\w\w)|\sمع\s")
_TOWN = re.compile(r"\s?\((?P<town>[^()]{2,30})\)\Z")


def is_person(text: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a text is two to four words, a given name first and no office among them."""
    name = read_name(text, knowledge)
    words = drop_title(name).split()
    keys = [phrase_key(word) for word in words]
    if not 2 <= len(words) <= 4 or _DIGIT.search(name) or keys[0] in knowledge.phrases.sections:
        return False
    desk = keys[0] in knowledge.unsigned or " ".join(keys) in knowledge.unsigned
    return keys[0] in knowledge.given_names and not desk and not knowledge.offices.intersection(keys)


def drop_title(name: str) -> str:
    """Return a name without the title before it."""
    return _TITLE.sub("", name.strip())


def read_name(text: str, knowledge: PageKnowledge) -> str:
    """Return a name without the handle, the town in parentheses and the profession behind it."""
    words = _TOWN.sub("", _HANDLE.sub("", text.strip(" :-.،/|"))).split()
    while len(words) > 2 and phrase_key(words[-1]) in knowledge.professions:
        words.pop()
    return " ".join(words)


def town_behind(text: str, knowledge: PageKnowledge) -> str | None:
    """Return the town that stands in parentheses behind a name."""
    found = _TOWN.search(_HANDLE.sub("", text.strip()))
    return found["town"] if found and phrase_key(found["town"]) in knowledge.places else None


def part_town(part: str, knowledge: PageKnowledge) -> list[str]:
    """Return a signature's part, and apart from it the next town ("فلان الفلاني لندن" of "القاهرة: … لندن: …")."""
    name, _, town = part.strip().rpartition(" ")
    return [name, town] if phrase_key(town) in knowledge.places and is_person(name, knowledge) else [part]


def is_media_name(key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a folded name says by one of its words that it is a medium's ("صحيفة المرفأ", "المرفأ نيوز")."""
    words = key.split()
    if not 2 <= len(words) <= 4:
        return False
    return words[0] in knowledge.media_words or (
        len(words) < 4 and (words[-1] in knowledge.media_ends or " ".join(words[-2:]) in knowledge.media_ends)
    )


def split_sources(text: str) -> list[str]:
    """Return the names that a line of sources parts by marks or by "and", without blanks and marks around them."""
    return [part for name in _SOURCES.split(text) if (part := name.strip(' .()[]-،•«»"“”'))]


def known_outlet(name: str | None, knowledge: PageKnowledge) -> str | None:
    """Return the Arabic name of a listed outlet by one of its names, parentheses behind it aside."""
    bare = name.partition("(")[0] if name else ""
    return next(
        (knowledge.outlets[key] for key in map(phrase_key, (name or "", bare)) if key in knowledge.outlets), None
    )
