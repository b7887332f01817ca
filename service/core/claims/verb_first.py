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
_SHORTEST = 4  # letters of a verb
_COPULAS = ("ليست", "كانت", "باتت", "اصبحت", "ظلت", "زالت")


def opens_with_verb(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verb that no list has: no known noun behind و, and behind it a person, an office or a body."""
    word = passage.word(i)
    return word.startswith(_AND) and _may_be_verb(passage, i, knowledge) and _is_before_somebody(passage, i, knowledge)


def is_past(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verb by its form, which no noun has: أبلغت (not سلطات), رددوا; "was" and "is not" tell on."""
    bare = passage.word(i).removeprefix(_AND)
    past = bare.endswith("وا") or bare.endswith("ت") and bare[-2:-1] not in "اوي" and bare not in _COPULAS
    return past and len(bare) >= _SHORTEST and _may_be_verb(passage, i, knowledge)


def is_verb(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verb with which a clause begins: joined by و before somebody, or by its form (قضت المحكمة, يعالج)."""
    bare = passage.word(i).removeprefix(_AND)
    now = len(bare) >= _SHORTEST and bare.startswith("ي") and not bare.endswith(("ون", "ين", "ي"))
    now = now and _may_be_verb(passage, i, knowledge)
    return now or is_past(passage, i, knowledge) or opens_with_verb(passage, i, knowledge)


def _may_be_verb(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a word that is no name and no known noun."""
    word, words, particles = passage.word(i), knowledge.words, knowledge.particles
    if len(word) < _SHORTEST or i in passage.named or i in passage.names or i in passage.held:
        return False
    bare = word.removeprefix(_AND)
    nouns = (words.roles, words.unnamed_person, words.unnamed_group, words.documents, words.media_heads,
             words.institutions, particles.offices, particles.next_of, particles.quantities)  # fmt: skip
    return not any(bare in known or word in known for known in nouns) and not bare.startswith(_THE)


def _is_before_somebody(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    words = knowledge.words
    name, following = passage.names.get(i + 1), passage.word(i + 1)
    if passage.word(i) == _AND + _ONCE and following.startswith(_TO):  # وسبق للوزير أن أعلن
        return True
    office = following.startswith(_THE) and (following in words.roles or following[2:] in words.institutions)
    return office or name is not None and name.type != "place" and not name.attached


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
