"""Reads who issued the document in which something is said: أصدرت الوزارة بيانا أكدت فيه أن …"""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject

_FROM = "عن"
_FARTHEST = 20  # tokens from the verb of issuing to that of saying


def read_issuer(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return who issued the document that a verb of saying points back to (فيه), or None where it points to none."""
    if passage.word(cue.at + 1) not in knowledge.particles.with_pronouns:
        return None
    before = range(cue.at - 1, max(start, cue.at - _FARTHEST), -1)
    issued = next((k for k in before if _is_issued(passage, k, knowledge)), 0)
    for k in range(issued - 1, max(start - 1, issued - _FARTHEST), -1):
        if passage.word(k).removeprefix("و") in knowledge.particles.issuing:
            begin = k + 2 if passage.word(k + 1) == _FROM else k + 1  # صدر عن الوزارة بيان
            subject = read_subject(passage, begin, issued, knowledge)
            return None if subject is None or subject.is_empty else subject
    return None


def _is_issued(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(k)
    return word.removesuffix("ا") in knowledge.words.documents and not word.startswith("ال")
