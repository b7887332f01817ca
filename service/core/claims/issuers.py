"""Reads who issued the document in which something is said: أصدرت الوزارة بيانا أكدت فيه أن …"""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject
from service.core.claims.verb_first import points_back

_FROM, _OUT_OF = "عن", "من"
_FARTHEST = 20  # tokens from the verb of issuing to that of saying


def read_issuer(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return who issued the document that a verb of saying points back to (فيه), or None where it points to none."""
    if not points_back(passage, cue, knowledge):
        return None
    sender = _read_sender(passage, start, cue, knowledge)
    if sender:
        return sender
    before = range(cue.at - 1, max(start, cue.at - _FARTHEST), -1)
    issued = next((k for k in before if _is_issued(passage, k, knowledge)), 0)
    return _read_before(passage, start, issued, knowledge)


def _read_sender(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return from whom a talk or a message came: تلقى الوزير اتصالا من نظيره أكد فيه أن …."""
    near = range(cue.at - 1, max(start, cue.at - _FARTHEST), -1)
    at = next((k for k in near if passage.word(k) == _OUT_OF), start)
    sent = any(passage.word(k).removesuffix("ا") in knowledge.words.places_of_saying for k in (at - 1, at - 2))
    sender = read_subject(passage, at + 1, cue.at, knowledge) if sent and at > start else None
    return sender if sender and not sender.is_empty and sender.end == cue.at else None


def find_issuer(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return who issues a document among tokens start to end, whatever stands in it (أصدرت الوزارة بلاغا …)."""
    verb = next((k for k in range(start, end) if _issues(passage, k, knowledge)), end)
    near = range(verb + 1, min(end, verb + _FARTHEST))
    issued = next((k for k in near if _is_issued(passage, k, knowledge)), 0)
    return _read_before(passage, start, issued, knowledge)


def _read_before(passage: Passage, start: int, issued: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the subject between a verb of issuing and the document at a token."""
    for k in range(issued - 1, max(start - 1, issued - _FARTHEST), -1):
        if _issues(passage, k, knowledge):
            begin = k + 2 if passage.word(k + 1) == _FROM else k + 1  # صدر عن الوزارة بيان
            subject = read_subject(passage, begin, issued, knowledge)
            return None if subject is None or subject.is_empty else subject
    return None


def _issues(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    return passage.word(k).removeprefix("و") in knowledge.particles.issuing


def _is_issued(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(k)
    return word.removesuffix("ا") in knowledge.words.documents and not word.startswith("ال")
