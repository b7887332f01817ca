"""Tells by its form what a short line names: a person, a medium."""

import re

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key

_TITLE = re.compile(r"(?:[دأم]|أ\s?\.\s?د|الدكتور|الدكتورة)\s?[./]\s?|(?:الدكتور|الدكتورة)\s")
_NEWS_WORDS = frozenset(("نيوز", "برس", "للانباء", "news"))  # what outlets' names alone end with


def is_person(text: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a text is two to four words of which the first is a given name."""
    words = _TITLE.sub("", text.strip()).split()
    first = phrase_key(words[0]) if words else ""
    return 2 <= len(words) <= 4 and first in knowledge.given_names and first not in knowledge.phrases.sections


def is_media_name(key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a folded name says by one of its words that it is a medium's ("صحيفة المرفأ", "المرفأ نيوز")."""
    words = key.split()
    return 2 <= len(words) <= 4 and (words[0] in knowledge.media_words or (len(words) < 4 and words[-1] in _NEWS_WORDS))
