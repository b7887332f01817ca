"""Tells who refuses to speak, and so says nothing: رفض التعليق, رفض الإدلاء بتصريح, رفض الكشف عن …."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_REFUSE = "رفض"
_SAYING = ("neutral", "reveal", "affirm")
_FARTHEST = 12  # tokens from the verb to what is refused


def is_silence(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a verb refuses an act of saying, and nothing else (رفض الوزير تأجيل الجلسة)."""
    if cue.form.verb.lemma != _REFUSE:
        return False
    for k in range(cue.at + 1, cue.at + _FARTHEST):
        if not passage.is_word(k):
            return False
        if passage.word(k) in knowledge.particles.speaking or _is_saying(passage.word(k), knowledge):
            return True
    return False


def _is_saying(word: str, knowledge: ClaimKnowledge) -> bool:
    forms = (form for form in knowledge.forms.get(word, ()) if form.shape == "masdar" and not form.pronoun)
    return word.startswith("ال") and any(form.verb.kind in _SAYING for form in forms)
