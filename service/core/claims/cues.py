"""Finds the words that may make an attribution: finite reporting verbs, participles, verbal nouns."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.claims.knowledge import ClaimKnowledge, Form
from service.core.claims.passages import Passage

# written like verbs, far more often a noun or a particle: they need a sentence's beginning, or a mark on the letters
_DOUBTFUL = frozenset({"بين", "كتب", "رد", "عد", "حذر", "دون", "زاد", "امر", "وعد", "حض", "قدر", "ختم", "عقب", "شرح",
                       "طلب", "تعد", "يعد", "تقدر", "يبين", "اعتبار", "نقل", "وصف"})  # fmt: skip
_SHADDA = "\u0651"


class CueHit(NamedTuple):
    """A possible cue: its token, its form, and whether و or ف is written onto it."""

    at: int
    form: Form
    joined: bool


def find_cues(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> list[CueHit]:
    """Return the possible cues among tokens start to end in order, at most one a token."""
    return [hit for i in range(start, end) for hit in _read_word(passage, i, start, knowledge)]


def _read_word(passage: Passage, i: int, start: int, knowledge: ClaimKnowledge) -> Iterator[CueHit]:
    token = passage.tokens[i]
    if token.kind != "word" or len(token.folded) < 2:
        return
    for word, joined in _readings(token.folded):
        forms = knowledge.forms.get(word)
        if forms and not (word in _DOUBTFUL and not _stands_as_verb(passage, i, start, joined)):
            yield CueHit(i, forms[0], joined)
            return


def _readings(word: str) -> Iterator[tuple[str, bool]]:
    yield word, False
    if word[0] in "وف" and len(word) > 3:
        yield word[1:], True
        if word[1] in "سب" and len(word) > 4:
            yield word[2:], True
    if word[0] in "سب" and len(word) > 3 and (word[0] == "ب" or word[1] in "يت"):
        yield word[1:], False


def _stands_as_verb(passage: Passage, i: int, start: int, joined: bool) -> bool:
    before = passage.word(i - 1) if i > start else ""
    if _SHADDA in passage.tokens[i].text:
        return True
    return not before or joined or not passage.is_word(i - 1) or before in ("وقد", "قد", "كما", "ما", "الذي", "التي")
