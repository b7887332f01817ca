"""Tells verbs that no list has, by their form or by what stands around them."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_AND, _THE = "و", "ال"
_ONCE, _TO = "سبق", "ل"
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
