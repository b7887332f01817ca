"""Tells whether a content ends with the quotation it began with."""

from typing import NamedTuple

from service.core.arabic.quotes import Quote
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_COMMAS = ("،", ",", "؛", ";")
_SHORT = 3  # tokens from mark to mark: a word or two, with which a list may begin
WITHOUT = ("دون", "بدون")


class Boundaries(NamedTuple):
    """What may end a content in one sentence: its end, and the cues that open a new content there."""

    end: int
    openers: frozenset[int]
    splitters: tuple[int, ...] = ()


def has_sides(passage: Passage, quote: Quote) -> bool:
    """Marks that differ at both ends show where a quotation ends."""
    return quote.closed and passage.written(quote.opening) != passage.written(quote.closing)


def find_forgotten_close(opening: int, closing: int, start: int, bounds: Boundaries) -> int:
    """A participle of saying inside the first quotation shows that its closing mark was forgotten before it."""
    if opening > start + 1:
        return 0
    return next((i for i in bounds.splitters if opening < i < closing), 0)


def closes_speech(passage: Passage, quote: Quote, start: int, bounds: Boundaries, knowledge: ClaimKnowledge) -> bool:
    """The content began with the quotation: it ends with it where a mark follows, a cue, or the sentence's end."""
    opening, closing = quote.opening, quote.closing
    behind = closing + 1
    if closing - opening <= _SHORT and passage.word(behind) in _COMMAS and passage.word(behind + 1)[:1] == "و":
        return passage.word(behind + 1) in knowledge.particles.seconds or behind + 1 in bounds.openers
    if opening > start and passage.word(start) not in ("ب", "ل"):
        return False
    if behind < bounds.end and passage.is_word(behind) and passage.tokens[behind].start == passage.tokens[closing].end:
        return passage.word(behind).startswith(("ال", "وال"))
    apart = not passage.is_word(behind) or behind in bounds.openers or _tells_no_more(passage, behind)
    return behind >= bounds.end or apart


def _tells_no_more(passage: Passage, i: int) -> bool:
    """Tell how somebody spoke: "…" دون أن يوضح, بدون مزيد من التفاصيل."""
    return passage.word(i + (passage.word(i) == "من")) in WITHOUT
