"""Reads the subject behind its verb: it goes on with its relative clause, and ends before the verb's other object."""

from service.core.claims.cues import CueHit, document_behind
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import find_told_medium, is_to_somebody
from service.core.claims.objects import leave_object
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import add_relative, read_subject


def read_right_subject(passage: Passage, cue: CueHit, limit: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """A verb in the plural or behind لكنه has its subject before it, جاء في البيان behind في; none is told it."""
    if cue.form.plural or passage.word(cue.at - 1) in knowledge.particles.instead_of_subjects:
        return None
    start = document_behind(passage, cue.at, knowledge) if cue.form.verb.within else cue.at + 1
    if start == cue.at:
        return None
    subject = read_subject(passage, start, limit, knowledge)
    return None if subject and _is_told(passage.word(subject.start), knowledge) else subject


def _is_told(word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell أكد للصحفيين, قال لعدد من النواب: whom it is said to."""
    counted = word.startswith("ل") and word[1:] in knowledge.particles.counts
    return counted or word.startswith("لل") or is_to_somebody(word, knowledge)


def whole_subject(
    passage: Passage, cue: CueHit, subject: NounPhrase, limit: int, knowledge: ClaimKnowledge
) -> NounPhrase:
    """Return a subject behind its verb with its relative clause, or without the object that stands behind it."""
    verb = cue.form.verb
    if verb.person and verb.kind == "neutral" and (told := find_told_medium(passage, subject, limit, knowledge)):
        return subject._replace(end=min(subject.end, told[0]), hearer=told)
    if verb.asked_by:  # طلب الوزير من النواب تأجيل …, أهاب الوزير بالسكان توخي …
        behind = range(subject.start + 1, subject.end)
        asked = next((k for k in behind if _opens_asked(passage.word(k), verb.asked_by)), subject.end)
        subject = subject._replace(end=asked, reach=min(subject.reach, asked))
    if verb.person or verb.described:
        return leave_object(passage, subject, knowledge, described=verb.described)
    return add_relative(passage, subject, limit, knowledge)


def _opens_asked(word: str, preposition: str) -> bool:
    return word == preposition or preposition == "ب" and word.startswith("بال")
