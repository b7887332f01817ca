"""Reads whose verb took no content where a verb without subject goes on: واتهم المسؤول من …، وأعرب عن مخاوفه."""

from service.core.claims.addressed import is_addressed
from service.core.claims.cues import CueHit
from service.core.claims.fronted import read_fronted
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.objects import without_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.unread_subjects import SentenceVerbs

_FARTHEST = 25
_COMMAS = ("،", ",")


def read_skipped_subject(
    passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge
) -> NounPhrase | None:
    """Return the subject of the nearest verb before one without, or whom the sentence puts in front."""
    return _read_nearest(passage, verbs, cue, knowledge) or read_fronted(passage, verbs, cue, knowledge)


def _read_nearest(passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the subject of the nearest verb before one without, where it opens a clause and took no content."""
    but = passage.word(cue.at - 1) in knowledge.particles.instead_of_subjects  # رفض الوزير التعليق، لكنه قال
    near = (k for k in range(cue.at - 1, max(verbs.start - 1, cue.at - _FARTHEST), -1) if k in verbs.cues)
    at = next((k for k in near if verbs.cues[k].form.shape == "perfect"), None)
    again = at is not None and verbs.cues[at].form == cue.form  # ودعا فلان بعد لقاءات …، دعا الأطراف إلى
    if not (cue.joined or but or again) or cue.form.plural:
        return None
    frame = verbs.frames.get(at) if at is not None else None
    silent = frame is not None and frame.kind == "pointer"
    if at is None or frame is not None and not silent:
        return None
    if at > verbs.start and not _opens_clause(passage, verbs.cues[at], silent=silent):
        return None
    form = verbs.cues[at].form
    if form.pronoun or form.feminine != cue.form.feminine:
        return None
    subject = read_subject(passage, at + 1, cue.at, knowledge)
    if subject is None or subject.is_empty or subject.start > at + 1:
        return None
    head = NounPhrase(subject.start, subject.start + 1, subject.end)
    if not is_known_source(passage, head, knowledge) or is_addressed(passage, verbs.cues[at], subject, knowledge):
        return None
    return without_object(passage, subject)


def _opens_clause(passage: Passage, cue: CueHit, *, silent: bool) -> bool:
    return (cue.joined or silent) and passage.word(cue.at - 1) in _COMMAS
