"""Finds what a verb puts down to a cause (عزت النقص إلى الحصار) or puts at an amount (قدرت عدد النازحين بمئة ألف)."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source

_TO, _BY = "الي", "ب"
_NISBAS, _ANSWERABLE = ("ي", "يه", "يون"), ("مسوول", "مسووله", "مطلع", "مطلعه", "موثوق", "موثوقه", "رفيع")
_COMMAS = ("،", ",")
_FARTHEST_CAUSE = 16  # tokens from an effect to its cause
_FARTHEST_AMOUNT = 10
_BY_WHAT, _BOUND = "بما", 4  # tokens to the number behind لا يقل عن
_ATTACHED = ("ب", "ل", "و", "ف", "ك")


def is_effect(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether what a verb puts down to a cause begins at a token: behind the subject, or at once without one."""
    word = passage.word(i)
    prepared = word in knowledge.particles.prepositions or word in knowledge.particles.adjuncts
    if prepared or not passage.is_word(i) or word.startswith(_ATTACHED) or i in passage.named:
        return False
    if not _stands_before(passage, i, _TO, _FARTHEST_CAUSE):
        return False
    if i == cue.at + 1:
        known = is_known_source(passage, NounPhrase(i, i + 1, i + 1), knowledge)
        behind_subject = cue.at in passage.name_ends or passage.word(cue.at - 1).startswith("ال")
        return behind_subject or not word.startswith("ال") and not known
    return _closes_subject(passage, i, knowledge)


def is_amount(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether what a verb puts at an amount begins at a token."""
    if passage.word(i) not in knowledge.particles.amounts:
        return False
    near = range(i + 1, i + _FARTHEST_AMOUNT)
    told = any(_counts(passage, k) or passage.word(k) in knowledge.particles.roughly for k in near)
    if i == cue.at + 1:  # not قدرت قيمته, قدر عددهم, which are passive
        return told and (passage.word(i) in knowledge.particles.masculine_amounts) == cue.form.feminine
    return told and (_closes_subject(passage, i, knowledge) or passage.word(i - 1) in _COMMAS)


def _counts(passage: Passage, k: int) -> bool:
    """Tell ب 30, "بنحو 30", "بأكثر من 30", "بما لا يقل عن 30"."""
    bounded = passage.word(k) == _BY_WHAT and passage.is_number(k + _BOUND)
    return bounded or passage.word(k).startswith(_BY) and (passage.is_number(k + 1) or passage.is_number(k + 2))


def _stands_before(passage: Passage, i: int, word: str, farthest: int) -> bool:
    """Tell whether a preposition follows a token before any comma."""
    near = range(i + 1, i + farthest)
    last = next((k for k in near if passage.word(k) in (word, ".", *_COMMAS)), i)
    return passage.word(last) == word


def _closes_subject(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether the subject ends before a token: with a name, a definite word that no other describes, many."""
    before = passage.word(i - 1)
    if passage.word(i).startswith("ال") and i not in passage.name_ends or _qualifies(passage, i, knowledge):
        return False
    known = _is_unnamed(before, knowledge) or before in _COMMAS or _qualifies(passage, i - 1, knowledge)
    return i in passage.name_ends or known or before.startswith("ال")


def _qualifies(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell the adjective of a source without name: مصدر أمني, مصادر طبية, مصدر مسؤول."""
    word = passage.word(i)
    return (word.endswith(_NISBAS) or word in _ANSWERABLE) and _is_unnamed(passage.word(i - 1), knowledge)


def _is_unnamed(word: str, knowledge: ClaimKnowledge) -> bool:
    return word in knowledge.words.unnamed_group or word in knowledge.words.unnamed_person
