"""Reads the subject of a clause that opens with a verb of another kind: وألقى الوزير كلمة قال فيها إن …."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.manners import ITS
from service.core.claims.objects import without_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject

_AND, _THE = "و", "ال"
_ONCE, _TO = "سبق", "ل"
_THAT, _FARTHEST = "ان", 16  # tokens


def read_verb_first(passage: Passage, i: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return who is the subject of the verb at token i, where the cue behind it agrees with that verb."""
    agrees = passage.word(i).endswith("ت") == cue.form.feminine or once_before(passage, cue.at) is not None
    if not agrees or cue.form.plural:
        return None
    subject = read_subject(passage, i + 1, cue.at, knowledge)
    return None if subject is None or subject.is_empty or subject.start != i + 1 else without_object(passage, subject)


def once_before(passage: Passage, at: int) -> int | None:
    """Return where the clause begins that tells what somebody said once (سبق للوزير أن …), None for other verbs."""
    if passage.word(at - 1) != _THAT:
        return None
    near = (k for k in range(at - 3, max(-1, at - _FARTHEST), -1) if passage.word(k + 1).startswith(_TO))
    return next((k for k in near if passage.word(k).removeprefix("و").removeprefix("ف") == _ONCE), None)


def is_helping_verb(passage: Passage, i: int, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell ومضى يقول, وراح يؤكد: one word of no noun before a verb in the imperfect."""
    word, words = passage.word(i), knowledge.words
    noun = word.startswith(_AND + _THE) or i in passage.names or word[1:] in words.unnamed_group | words.roles
    return cue.form.shape == "imperfect" and i == cue.at - 1 and word.startswith(_AND) and not noun


def points_back(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell a verb of saying that goes on with what was told before it: قال فيه, أكد خلاله."""
    following, particles = passage.word(cue.at + 1), knowledge.particles
    return following in particles.with_pronouns or following in particles.adjuncts and following.endswith(ITS)
