"""Reads a subject that stands before its verb: at the clause's beginning, or as what a relative clause tells of."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject

_STOPS = ("؛", ";", ":")
_MOST_AUXILIARIES = 4
_FARTHEST = 25


def read_left_subject(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the noun phrase before a verb that is its subject, or None where the subject is left out."""
    end = cue.at
    between = knowledge.particles.between_subject_and_verb
    while end > max(start, cue.at - _MOST_AUXILIARIES) and (
        passage.word(end - 1) in between or _is_comma(passage, end - 1)
    ):
        end -= 1
    if passage.word(end - 1) in knowledge.particles.relatives:
        return _read_antecedent(passage, start, end - 1, knowledge)
    if cue.joined or passage.word(cue.at - 1) in ("كما", "ما"):
        return None
    begin = _clause_start(passage, start, end, knowledge)
    phrase = read_subject(passage, begin, end, knowledge)
    if phrase is None or phrase.start == phrase.end or phrase.start != begin:
        return None
    rest = range(phrase.end, end)
    return phrase if all(passage.word(i) in knowledge.words.times or _is_comma(passage, i) for i in rest) else None


def _clause_start(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    i = end
    while i > max(start, end - _FARTHEST):
        if passage.word(i - 1) in knowledge.particles.clause_openers or passage.word(i - 1) in _STOPS:
            return i
        i -= 1
    return i


def _read_antecedent(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """The noun phrase that ends right before a relative pronoun: a name that ends there, or the last two words."""
    for i in range(max(start, end - 8), end):
        name = passage.names.get(i)
        if name and name.end == end:
            return NounPhrase(i, end, end)
    first = next((i for i in range(end - 1, max(start, end - 3), -1) if not passage.word(i).startswith("ال")), end - 1)
    first += passage.word(first) in knowledge.particles.before_agents and first < end - 1
    return NounPhrase(first, end, end) if end > start and passage.is_word(first) else None


def _is_comma(passage: Passage, i: int) -> bool:
    return passage.word(i) in ("،", ",")
