"""Tells which verbal nouns make an attribution: قوله إن، والتأكيد على …، تأكيد الوزير أن …، حديث الوزير عن …."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage


def is_saying_noun(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a verbal noun stands before its content, or before whose saying it is."""
    if names_speaker(passage, cue, knowledge):
        return True
    word, following = passage.word(cue.at).removeprefix("و"), passage.word(cue.at + 1)
    carries = cue.form.pronoun or word.startswith(("ال", "بال"))
    begins = following in knowledge.words.complementisers or following == ":" or cue.at + 1 in passage.quotes
    goes_on = cue.joined and word.startswith("ال") and following in cue.form.verb.prepositions
    return carries and cue.form.verb.clause and (begins or goes_on)


def names_speaker(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a bare verbal noun is somebody's saying: a name or an office stands right behind it."""
    if cue.form.shape != "masdar" or cue.form.pronoun or passage.word(cue.at).removeprefix("و").startswith("ال"):
        return False
    i, words = cue.at + 1, knowledge.words
    if cue.form.verb.person:  # اتهام الوزير may be what he is accused of
        return False
    if i in passage.names and not passage.word(i).startswith("ل"):
        return passage.names[i].type != "place"
    if passage.word(i) in words.roles or passage.word(i) in words.unnamed_person:
        return True
    body = passage.word(i).startswith("ال") and passage.word(i)[2:] in words.institutions
    return body and passage.word(i + 1) in words.complementisers  # تأكيد الحكومة أن
