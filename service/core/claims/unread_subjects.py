"""Reads whose verb took no content, where another verb goes on with his words: رفضت الحكومة الأرقام، معتبرة أنها …."""

from collections.abc import Mapping
from typing import NamedTuple

from service.core.claims.addressed import is_addressed
from service.core.claims.anonymity import is_crowd
from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.objects import without_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.subjects import behind_dateline, read_left_subject
from service.core.claims.turnings import behind_while

_FARTHEST = 25
_NOT, _BY = ("لم", "لا", "لن"), "بال"
_BESIDE = ("كما", "ما", "لما")
_ABOUT, _OF, _IN, _WHOSE = ("نحو", "حوالي", "قرابه", "زهاء"), "من", "في", "ين"


class SentenceVerbs(NamedTuple):
    """Where a sentence starts, the cues in it, and the frames of those that took a content, all by token."""

    start: int
    cues: Mapping[int, CueHit]
    frames: Mapping[int, Frame]


def read_unread_subject(
    passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge
) -> NounPhrase | None:
    """Return whose verb took no content where an agreeing participle goes on (رفضت الحكومة الأرقام، معتبرة أنها …)."""
    if cue.form.shape != "participle":
        return _read_silent(passage, verbs, cue, knowledge)
    if told := _told_behind(passage, cue, knowledge):
        return told
    turn = _behind_turn(passage, verbs.frames, cue, knowledge)
    if turn is None and next(iter(verbs.frames), cue.at) < cue.at:
        return None
    at = _nearest_finite(passage, verbs.cues, cue) if turn is None else turn
    verb = verbs.cues[at].form if at is not None and at in verbs.cues else None
    if verb and verb.plural and cue.form.plural:  # كان قادة الدول أقروا خطة، مؤكدين …
        return read_left_subject(passage, verbs.start, verbs.cues[at or 0], knowledge)
    agrees = verb is None or (verb.feminine, verb.plural) == (cue.form.feminine, cue.form.plural)
    if at is None:
        at = behind_dateline(passage, verbs.start)
        agrees = _agrees(passage, at, cue, knowledge)
    subject = read_subject(passage, at + 1, cue.at, knowledge) if agrees else None
    if subject is None or subject.is_empty or subject.start > at + 1:
        return read_crowd(passage, verbs.start, cue, knowledge)
    addressed = at in verbs.cues and is_addressed(passage, verbs.cues[at], subject, knowledge)
    return without_object(passage, subject) if not addressed and _may_say(passage, subject, knowledge) else None


def _read_silent(passage: Passage, verbs: SentenceVerbs, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return who did not do what his sentence begins with: ولم ينف الوزير الخبر، واكتفى بالقول إن …."""
    start = verbs.start
    silent = passage.word(start).removeprefix("و") in _NOT and passage.word(cue.at).startswith(_BY)
    if not silent or next(iter(verbs.frames), cue.at) < cue.at or start < cue.at - _FARTHEST:
        return None
    subject = read_subject(passage, start + 2, cue.at, knowledge)
    if subject is None or subject.is_empty or subject.start != start + 2 or not _may_say(passage, subject, knowledge):
        return None
    return without_object(passage, subject)


def _told_behind(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the office or the honorific right behind a participle, before what it takes: "مشددا سموه على"."""
    at, verb = cue.at + 1, cue.form.verb
    takes = passage.word(at + 1) in verb.prepositions or passage.word(at + 1) in knowledge.words.complementisers
    told = takes and passage.word(at) in knowledge.words.roles and not verb.person
    return NounPhrase(at, at + 1, at + 1) if told else None


def read_crowd(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the people in the nominative before a verb in the plural (لوح المحتجون بالأعلام، مطالبين …)."""
    if not cue.form.plural:
        return None
    near = range(cue.at - 1, max(start, cue.at - _FARTHEST) - 1, -1)
    if (counted := _read_counted(passage, start, cue, knowledge)) is not None:
        return counted
    many, groups = (k for k in near if passage.word(k).endswith("ون")), knowledge.words.unnamed_group
    at = next((k for k in many if passage.word(k) in groups or is_crowd(passage, k, knowledge)), None)
    subject = read_subject(passage, at, cue.at, knowledge) if at is not None else None
    return without_object(passage, subject) if subject and subject.start == at else None


def _read_counted(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return a counted crowd right behind the verb that a sentence begins with: "تظاهر مئات المحتجين …، مطالبين"."""
    if cue.form.shape != "participle" or not passage.word(cue.at).endswith(_WHOSE) or cue.at - start > _FARTHEST:
        return None
    at = start + 1
    number = at + (passage.word(at) in _ABOUT)
    counted = passage.is_number(number) and passage.word(number + 1) == _OF
    first = number + 2 if counted else at
    many = counted or passage.word(at) in knowledge.particles.counts
    subject = read_subject(passage, first, cue.at, knowledge) if many else None
    if subject is None or subject.start != first or subject.is_empty:
        return None
    end = next((k for k in range(first + 1, subject.end) if passage.word(k) == _IN), subject.end)
    return NounPhrase(at, end, end)


def _nearest_finite(passage: Passage, cues: Mapping[int, CueHit], cue: CueHit) -> int | None:
    near = range(cue.at - 1, max(-1, cue.at - _FARTHEST), -1)
    return next((k for k in near if _is_finite(passage, cues.get(k))), None)


def _may_say(passage: Passage, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    head = NounPhrase(subject.start, subject.start + 1, subject.end)
    return passage.word(head.start) in knowledge.particles.bodies or is_known_source(passage, head, knowledge)


def _behind_turn(passage: Passage, frames: Mapping[int, Frame], cue: CueHit, knowledge: ClaimKnowledge) -> int | None:
    """Return the verb of another's turn behind the last content (فيما رفضت الحركة العرض، معتبرة أنه …), or None."""
    near = range(cue.at - 2, max(-1, cue.at - _FARTHEST), -1)
    last = next((k for k in near if k in frames), -1)
    at = next((behind for k in near if k > last and (behind := behind_while(passage, k, knowledge))), None)
    told = at is not None and not cue.form.plural and passage.word(at).endswith("ت") == cue.form.feminine
    return at if told else None


def _agrees(passage: Passage, at: int, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell a sentence's first word, any verb, of many unnamed or of media, with whom a participle behind agrees."""
    subject, words = passage.word(at + 1), knowledge.words
    if subject not in words.unnamed_group and subject.removeprefix("ال") not in words.media_heads:
        return False
    feminine = passage.word(at).endswith("ت")
    return feminine == cue.form.feminine and cue.form.plural == subject.endswith(("ون", "اء"))


def _is_finite(passage: Passage, cue: CueHit | None) -> bool:
    """Tell a finite verb, but not in a clause beside (كما يطالب …)."""
    return cue is not None and cue.form.shape in ("perfect", "imperfect") and passage.word(cue.at - 1) not in _BESIDE
