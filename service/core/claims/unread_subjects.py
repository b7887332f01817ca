"""Reads whose verb took no content, where another verb goes on with his words: رفضت الحكومة الأرقام، معتبرة أنها …."""

from collections.abc import Mapping
from typing import NamedTuple

from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.objects import without_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.subjects import behind_dateline, is_addressed

_FARTHEST = 25


class SentenceVerbs(NamedTuple):
    """Where a sentence starts, the cues in it, and the frames of those that took a content, all by token."""

    start: int
    cues: Mapping[int, CueHit]
    frames: Mapping[int, Frame]


def read_unread_subject(
    passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge
) -> NounPhrase | None:
    """Return whose verb took no content where an agreeing participle goes on (رفضت الحكومة الأرقام، معتبرة أنها …)."""
    start, cues, frames = verbs
    if cue.form.shape != "participle":
        return None
    at = _behind_turn(passage, frames, cue, knowledge)
    if at is None:
        if next(iter(frames), cue.at) < cue.at:
            return None
        at = next((k for k in range(cue.at - 1, max(-1, cue.at - _FARTHEST), -1) if _is_finite(cues.get(k))), None)
    verb = cues[at].form if at is not None and at in cues else None
    if verb and (verb.feminine, verb.plural) != (cue.form.feminine, cue.form.plural):
        return None
    if at is None:
        at = behind_dateline(passage, start)
        if not _agrees(passage, at, cue, knowledge):
            return None
    subject = read_subject(passage, at + 1, cue.at, knowledge)
    if subject is None or subject.is_empty or subject.start > at + 1:
        return None
    if at in cues and is_addressed(passage, cues[at], subject, knowledge):
        return None
    head = NounPhrase(subject.start, subject.start + 1, subject.end)
    if passage.word(head.start) not in knowledge.particles.bodies and not is_known_source(passage, head, knowledge):
        return None
    return without_object(passage, subject)


def _behind_turn(passage: Passage, frames: Mapping[int, Frame], cue: CueHit, knowledge: ClaimKnowledge) -> int | None:
    """Return the verb of another's turn behind the last content (فيما رفضت الحركة العرض، معتبرة أنه …), or None."""
    near = range(cue.at - 2, max(-1, cue.at - _FARTHEST), -1)
    last = next((k for k in near if k in frames), -1)
    at = next((k + 1 for k in near if k > last and passage.word(k) in knowledge.particles.fronted), None)
    told = at is not None and not cue.form.plural and passage.word(at).endswith("ت") == cue.form.feminine
    return at if told else None


def _agrees(passage: Passage, at: int, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell a sentence's first word, any verb, of many unnamed or of media, with whom a participle behind agrees."""
    subject, words = passage.word(at + 1), knowledge.words
    if subject not in words.unnamed_group and subject.removeprefix("ال") not in words.media_heads:
        return False
    feminine = passage.word(at).endswith("ت")
    return feminine == cue.form.feminine and cue.form.plural == subject.endswith(("ون", "اء"))


def _is_finite(cue: CueHit | None) -> bool:
    return cue is not None and cue.form.shape in ("perfect", "imperfect")
