"""Cleans a headline of what the site put around it: stock phrases, kickers, the outlet's name."""

import re

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.names import is_media_name

_ENDS = re.compile(r"\s(?:[|\-–—»›]|::)\s|\s?[|]\s?")

_LABEL = re.compile(r"\A(?:[^\w\"'“”«»‘’(\[]*)(?:(?:title|headline|العنوان|عنوان الخبر)\s?:)?", re.IGNORECASE)
_OFFERED = re.compile(r"(?:نقدم|نعرض|ننشر) لكم\s.{0,60}?(?:خبر|مقال|تفاصيل)\s?[“\"«](?P<title>[^“”\"«»]{15,})[”\"»]\Z")
_HEADLINE = 3  # words that a headline has at least


def clean_title(text: str, knowledge: PageKnowledge, outlet: str | None = None) -> str:
    """Return the headline itself."""
    title = _unwrap(_LABEL.sub("", text).strip(), knowledge)
    names = {phrase_key(outlet)} if outlet else set()
    parts = list(_ENDS.finditer(title))
    if parts:
        last, first = parts[-1], parts[0]
        if _is_site(title[last.end() :], knowledge, names) or is_media_name(phrase_key(title[last.end() :]), knowledge):
            title = title[: last.start()]
        elif _is_site(title[: first.start()], knowledge, names) or _is_tag(title[: first.start()], knowledge):
            title = title[first.end() :]
    return _without_name(title, names, knowledge).strip(" |-–—")


def _without_name(title: str, names: set[str], knowledge: PageKnowledge) -> str:
    """Before a colon only the page's own name is the site's: others are who said it, words ("خاص:") the headline's."""
    head, mark, rest = title.partition(":")
    own = {phrase_key(head), phrase_key(knowledge.outlets.get(phrase_key(head), ""))} & names
    return rest if mark and own and len(rest.split()) >= _HEADLINE else title


def _is_tag(part: str, knowledge: PageKnowledge) -> bool:
    return phrase_key(part) in knowledge.phrases.title_tags


def _is_site(part: str, knowledge: PageKnowledge, names: set[str]) -> bool:
    key = phrase_key(part)
    return bool(key) and (key in knowledge.outlets or key in names) and key not in knowledge.places


def _unwrap(title: str, knowledge: PageKnowledge) -> str:
    if quoted := _OFFERED.match(title):
        return quoted["title"]
    for phrase in knowledge.phrases.title_before:
        size = len(phrase.split())
        words = title.split()
        if phrase_key(" ".join(words[:size])) == phrase and len(words) > size:
            title = " ".join(words[size:])
    for phrase in knowledge.phrases.title_after:
        size = len(phrase.split())
        words = title.split()
        if phrase_key(" ".join(words[-size:])) == phrase and len(words) > size:
            title = " ".join(words[:-size])
    return title
