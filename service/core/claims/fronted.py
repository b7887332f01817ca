"""Reads whom a sentence puts in front, whose first verb said nothing: أما الوزيرة فأشادت بالقرار، ووعدت بـ…."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.unread_subjects import SentenceVerbs

_AS_FOR, _BUT, _THAT, _SO = "اما", ("غير", "بيد", "الا"), "ان", ("ف", "و")


def read_fronted(passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the person, body or office behind أما or غير أن, for the first verb that takes a content."""
    begin = _behind_turn(passage, verbs.start)
    first = next(iter(verbs.frames), cue.at) == cue.at
    goes_on = cue.form.shape == "participle" or any(passage.word(i).startswith(_SO) for i in (cue.at, cue.at - 1))
    if begin == verbs.start or not first or not goes_on or cue.form.plural:
        return None
    end = _end_of(passage, begin)
    phrase = read_subject(passage, begin, min(end, cue.at), knowledge)
    if phrase is None or phrase.is_empty or phrase.start != begin:
        return None
    head = NounPhrase(begin, begin + 1, phrase.end)
    person = begin in passage.named
    agrees = person or passage.word(begin).endswith("ه") == cue.form.feminine
    return phrase if agrees and is_known_source(passage, head, knowledge) else None


def _end_of(passage: Passage, begin: int) -> int:
    """Return where names and words with the article end behind a first word: a verb follows, which no list may know."""
    end = begin
    while end == begin or end in passage.names or passage.word(end).startswith("ال"):
        name = passage.names.get(end)
        end = name.end if name else end + 1
    return end


def _behind_turn(passage: Passage, start: int) -> int:
    """Return where what أما or غير أن puts in front begins; start where neither opens the sentence."""
    first = passage.word(start).removeprefix("و")
    if first == _AS_FOR:
        return start + 1
    return start + 2 if first in _BUT and passage.word(start + 1) == _THAT else start
