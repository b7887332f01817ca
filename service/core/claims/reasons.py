"""Reads who speaks behind إذ and ف: the subject of the clause before, or whom alone that names (سألنا فلانا، فأجاب)."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.objects import without_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject

BECAUSE = "اذ"
_AS_FOR, _NOT = "اما", ("لا", "لم", "لن")
_SO, _COMMAS = "ف", ("،", ",")
_FARTHEST = 30  # tokens


def read_reasoning(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the subject of the clause that a verb behind إذ gives the reason of, None where there is none."""
    end = cue.at - 1
    if passage.word(end) != BECAUSE or end - start > _FARTHEST or cue.form.plural:
        return None
    first = passage.word(start).removeprefix("و")
    negated = first in _NOT
    begin = start + 1 + (negated if first != _AS_FOR else 0)
    if first != _AS_FOR and passage.word(begin) in knowledge.particles.with_pronouns:  # ويختلف معه فلان
        begin += 1
    phrase = read_subject(passage, begin, end, knowledge)
    if phrase is None or phrase.is_empty or phrase.start != begin or not is_known_source(passage, phrase, knowledge):
        return None
    return without_object(passage, phrase)


def read_answering(passage: Passage, start: int, cue: CueHit) -> NounPhrase | None:
    """Return the one person whom a sentence names before a verb that ف joins on: "سألنا المدير فلان عنه، فأوضح أن"."""
    if not passage.word(cue.at).startswith(_SO) or not cue.joined or passage.word(cue.at - 1) not in _COMMAS:
        return None
    if cue.at - start > _FARTHEST:
        return None
    names = [passage.names[k] for k in range(start, cue.at) if k in passage.names]
    persons = [name for name in names if name.type == "person"]
    if len({name.entity for name in persons}) != 1:
        return None
    return NounPhrase(persons[-1].start, persons[-1].end, persons[-1].end)
