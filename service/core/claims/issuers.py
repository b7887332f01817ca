"""Reads who issued the document in which something is said: أصدرت الوزارة بيانا أكدت فيه أن …"""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.verb_first import points_back

_TO, _IT, _IT_LETTERS = "ل", ("ه", "ها"), "اه"
_AS_FOR = "اما"
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
    said = [k for k in before if _is_said(passage, k, knowledge)]
    owner = next(filter(None, (_read_owner(passage, k, cue, knowledge) for k in said)), None)
    issued = next(iter(said), 0)
    return owner or _read_before(passage, start, issued, knowledge) or _read_fronted(passage, start, issued, knowledge)


def _read_fronted(passage: Passage, start: int, issued: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return whom a sentence puts in front: أما الوزارة فاكتفت ببيان دعت فيه …."""
    if issued <= start or passage.word(start).removeprefix("و") != _AS_FOR:
        return None
    subject = read_subject(passage, start + 1, issued, knowledge)
    return subject if subject and subject.start == start + 1 and not subject.is_empty else None


def _read_owner(passage: Passage, issued: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return whose the document at a token is: تصريحا للوزير فلان قال فيه إن …, تقرير قدمه فلان يتهم فيه …."""
    behind = issued + 1
    made = (
        passage.word(behind).endswith(_IT) and passage.word(behind).rstrip(_IT_LETTERS) in knowledge.particles.issuing
    )
    if not made and not passage.word(behind).startswith(_TO):
        return None
    owner = read_subject(passage, behind + made, cue.at, knowledge)
    comma = cue.at - 1 if passage.word(cue.at - 1) in ("،", ",") else cue.at
    whole = owner is not None and owner.start == behind + made and (made or owner.end == comma)
    return owner if owner and whole and is_known_source(passage, owner, knowledge) else None


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
    return passage.word(k).removeprefix("و") in knowledge.particles.issuing | knowledge.particles.holding


def _is_said(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a document or a talk without article: تقرير, تصريحا, ببيان."""
    said, word = knowledge.words.documents | knowledge.words.places_of_saying, passage.word(k)
    bare = word.removesuffix("ا")
    return (bare in said or bare.removeprefix("ب") in said) and not word.startswith("ال")


def _is_issued(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(k)
    return word.removesuffix("ا") in knowledge.words.documents and not word.startswith("ال")
