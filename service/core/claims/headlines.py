"""Reads headlines of the kind "source: content"."""

from service.core.claims.contents import Content
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_LONGEST_SOURCE = 12
_ABOUT = "حول"


def read_headline(
    passage: Passage, start: int, end: int, knowledge: ClaimKnowledge
) -> tuple[NounPhrase, int, Content] | None:
    """Return source, colon and content of a headline, or None; a place or a label before a colon is no source."""
    colon = next((i for i in range(start + 1, min(end, start + _LONGEST_SOURCE)) if passage.word(i) == ":"), None)
    if colon is None or colon + 2 >= end or not _is_source(passage, start, colon, knowledge):
        return None
    ranges = ((colon + 1, end),)
    return NounPhrase(start, colon, colon), colon, Content(ranges, None)


def _is_source(passage: Passage, start: int, colon: int, knowledge: ClaimKnowledge) -> bool:
    name = passage.names.get(start)
    words = knowledge.words
    if name and name.end >= colon:
        if name.type == "organization":
            return passage.word(start) in knowledge.particles.bodies or passage.word(start) in words.media_names
        return name.type != "place" or passage.word(colon + 1).startswith(("سن", "لن", "نحن"))
    head = passage.word(start)
    if not (name and name.type == "person") and any(passage.word(i) == _ABOUT for i in range(start, colon)):
        return False
    if head in knowledge.particles.labels or head in knowledge.particles.adjuncts or head == "بين":
        return False
    known = words.roles | words.unnamed_person | words.unnamed_group | words.documents | words.media_heads
    if head in known or "ال" + head in known:
        return True
    if head in knowledge.particles.topics:
        return False
    return any(n.type == "person" for i, n in passage.names.items() if start <= i < colon)
