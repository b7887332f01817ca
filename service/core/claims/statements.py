"""Reads one sentence: each cue with its frame, its contents and the noun phrase that is its source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.core.claims.addressed import is_addressed, is_its_object
from service.core.claims.contents import Content, read_contents
from service.core.claims.cues import CueHit, find_cues, is_marked_passive
from service.core.claims.frame import Frame
from service.core.claims.frames import find_frame
from service.core.claims.fronted import read_fronted
from service.core.claims.headlines import Headline, is_heading, read_heading, read_headline, split_headline
from service.core.claims.inversions import read_inversion
from service.core.claims.issuers import read_issuer
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import find_hearer, is_medium
from service.core.claims.openers import find_openers
from service.core.claims.own_words import says_oneself, thinks_on
from service.core.claims.passages import Passage
from service.core.claims.quotation_ends import Boundaries
from service.core.claims.relays import add_fronted_media, read_quoted_source, read_quoting_medium, read_relay
from service.core.claims.right_subjects import read_right_subject, whole_subject
from service.core.claims.saying_nouns import is_saying_noun, names_speaker
from service.core.claims.silences import is_silence
from service.core.claims.skipped import read_skipped_subject
from service.core.claims.source_sentences import find_told_end, find_turn, read_source_clause, read_source_sentence
from service.core.claims.sources import find_sources, is_document, is_known_source
from service.core.claims.statement import Statement
from service.core.claims.subjects import leads, read_left_subject
from service.core.claims.told_quotes import read_told_quote
from service.core.claims.unread_subjects import SentenceVerbs, read_crowd, read_unread_subject
from service.core.claims.unwrapping import unwrap_media
from service.core.claims.wrapping import read_wrapped

_MOST_NESTED = 30  # statements of one sentence: more are no news, and each reads to the end of the sentence
_MOST_CONTENTS = 40  # statements among which the one stands that holds a cue
_IT = ("انه", "انها", "انهم", "انهما", "انهن")
_SAID = "قال"  # its passive is written otherwise
_NEAR = 14  # tokens into a medium's report within which the reported speaker's own verb stands


@dataclass(frozen=True, slots=True)
class Sentence:
    """The cues of one sentence of a passage and the frames of those that have one."""

    passage: Passage
    start: int
    end: int
    cues: dict[int, CueHit]
    frames: dict[int, Frame]
    knowledge: ClaimKnowledge


def read_statements(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> list[Statement]:
    """Return the statements of the sentence at tokens start to end, in text order."""
    if passage.source.field != "title":
        heading = read_heading(passage, start, end, knowledge) if is_heading(passage) else None
        return _read_part(passage, start, end, heading, knowledge)
    parts = split_headline(passage, start, end, knowledge)
    return [
        statement
        for first, last in parts
        for statement in _read_part(passage, first, last, read_headline(passage, first, last, knowledge), knowledge)
    ]


def _read_part(
    passage: Passage, start: int, end: int, headline: Headline | None, knowledge: ClaimKnowledge
) -> list[Statement]:
    if headline:
        phrase, colon, content, carriers = headline
        return [Statement(passage, (colon, colon + 1), None, "headline", content, phrase, relayed_by=carriers)]
    sentence = _read_frames(passage, start, end, knowledge)
    openers, splitters = find_openers(passage, start, sentence.cues, sentence.frames, knowledge)
    bounds = Boundaries(end, openers, splitters)
    found: list[Statement] = []
    for at, frame in sentence.frames.items():
        found.extend(_read_cue(sentence, sentence.cues[at], frame, bounds, found))
    found = unwrap_media(found)
    inverted = list(read_inversion(passage, start, end, sentence.cues, knowledge))
    if not found:
        unread = read_source_clause(passage, start, end, knowledge) or list(read_told_quote(passage, start, end))
        return inverted or unread
    first = found[0].cue[0]
    if inverted and inverted[0].cue[0] < first and inverted[0].quotes:
        return inverted + found
    cue = sentence.cues.get(first)
    turn = find_turn(passage, start, first, knowledge, adds=cue is not None and cue.form.shape == "participle")
    turn = turn or find_told_end(passage, start, first, knowledge)
    if turn:
        return [*read_source_sentence(passage, start, turn, knowledge), *found]
    return read_wrapped(passage, start, end, found, knowledge)


def _read_frames(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Sentence:
    hits = find_cues(passage, start, end, knowledge)
    cues = {cue.at: cue for cue in hits if not cue.form.pronoun or _may_hold_pronoun(passage, cue)}
    frames: dict[int, Frame] = {}
    gap_end = start
    for at, cue in cues.items():
        noun = cue.form.shape == "masdar"
        if at < gap_end or noun and not is_saying_noun(passage, cue, knowledge):
            continue
        if passage.word(at).removeprefix("و") in ("يذكر", "يشار") and passage.word(at + 1) in ("ان", "الي"):
            continue
        frame = find_frame(passage, cue, end, knowledge, cues)
        if frame and not _is_thought_of_it(passage, cue, frame, knowledge):
            frames[at] = frame._replace(kind="pointer") if is_silence(passage, cue, knowledge) else frame
            gap_end = max(gap_end, frame.gap_end)
    return Sentence(passage, start, end, cues, frames, knowledge)


def _is_thought_of_it(passage: Passage, cue: CueHit, frame: Frame, knowledge: ClaimKnowledge) -> bool:
    """مسلحون يعتقد أنهم من التنظيم: what is thought of the noun before, by nobody."""
    told = _is_opinion_of_all(passage, cue) and frame.kind == "clause" and frame.content == cue.at + 2
    of_it = passage.word(cue.at + 1).endswith(_IT) and not cue.joined
    before = passage.word(cue.at - 1)
    indefinite = passage.is_word(cue.at - 1) and not before.startswith("ال") and cue.at - 1 not in passage.named
    return told and of_it and (indefinite or before in knowledge.particles.relatives)


def _may_hold_pronoun(passage: Passage, cue: CueHit) -> bool:
    """وصفها بأنها، أبلغه أن، ما أكده الوزير: with other verbs the pronoun is the content itself."""
    verb = cue.form.verb
    if cue.form.shape == "masdar":
        return True
    return verb.described or verb.person or passage.word(cue.at - 1) in ("ما", "لما")


def _read_cue(
    sentence: Sentence, cue: CueHit, frame: Frame, bounds: Boundaries, before: list[Statement]
) -> Iterator[Statement]:
    passage = sentence.passage
    if frame.kind == "pointer":
        return
    outer = next((s for s in before[-_MOST_CONTENTS:] if not s.nested and s.holds(cue.at)), None)
    if outer and (len(before) > _MOST_NESTED or _is_idle(passage, cue, frame, outer, sentence.knowledge)):
        return
    statement = Statement(
        passage, (cue.at, cue.at + 1), cue.form.verb, frame.kind, Content(((frame.content, frame.content),), None),
        carries=_carries(passage, cue, sentence.knowledge), nested=outer is not None,
        plural=cue.form.plural, feminine=cue.form.feminine,
    )  # fmt: skip
    statement = _with_source(statement, cue, frame, sentence)
    if outer and not _names_somebody(statement, sentence.knowledge):
        return
    if cue.form.verb.of_documents and not _is_document(statement, sentence.knowledge):
        return
    for content in read_contents(passage, frame, bounds, sentence.knowledge):
        yield read_quoted_source(replace(statement, content=content), sentence.knowledge)


def _names_somebody(statement: Statement, knowledge: ClaimKnowledge) -> bool:
    """Tell whether people, media or documents are the subject: the act of a thing inside a content claims nothing."""
    subject, passage = statement.subject, statement.passage
    if subject is None or subject.is_empty:
        return False
    head = passage.word(subject.start)
    body = head in knowledge.particles.bodies or head.removeprefix("ال") in knowledge.words.institutions
    people = head.endswith("ون") or head.removesuffix("و").removesuffix("ا") in knowledge.words.roles
    named = any(i in passage.names for i in range(subject.start, subject.end))
    return named or body or people or is_known_source(passage, subject, knowledge)


def _is_document(statement: Statement, knowledge: ClaimKnowledge) -> bool:
    subject = statement.subject
    if subject is None or subject.is_empty:
        return False
    law = statement.passage.word(subject.start) in knowledge.particles.laws
    return law or is_document(statement.passage, subject, knowledge)


def _carries(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """A participle, a noun that names nobody (قوله), and أعتقد go on with whoever spoke before."""
    shape = cue.form.shape
    if says_oneself(passage, cue.at, knowledge):
        return True
    return shape == "participle" or shape == "masdar" and not names_speaker(passage, cue, knowledge)


def _is_idle(passage: Passage, cue: CueHit, frame: Frame, outer: Statement, knowledge: ClaimKnowledge) -> bool:
    """A cue inside somebody's quotation, or a bare noun complement inside somebody's content, is his own wording."""
    if passage.is_quoted(cue.at) or thinks_on(passage, cue.at) or says_oneself(passage, cue.at, knowledge):
        return True
    if cue.form.shape in ("masdar", "participle") or frame.kind == "colon":
        return True
    if frame.preposition == "ل":
        return True
    near = cue.at - outer.content.ranges[0][0] < _NEAR
    reported = outer.subject is not None and is_medium(passage, outer.subject, knowledge) and near
    return frame.kind == "noun" and not reported


def _with_carrier(statement: Statement, cue: CueHit, sentence: Sentence) -> Statement:
    """Add who carried a statement from before its verb: "الوكالة نقلت عن", "أكدت الوكالة، نقلا عن"."""
    passage, knowledge = sentence.passage, sentence.knowledge
    if passage.word(cue.at) == "نقلا":
        carrier = read_quoting_medium(passage, sentence.cues, cue, knowledge)
    else:
        carrier = read_left_subject(passage, sentence.start, cue, knowledge)
    return replace(statement, relayed_by=(carrier,)) if carrier else statement


def _with_source(statement: Statement, cue: CueHit, frame: Frame, sentence: Sentence) -> Statement:
    passage, knowledge = sentence.passage, sentence.knowledge
    sources = tuple(find_sources(passage, cue.at + 1, frame.gap_end, knowledge))
    statement = replace(statement, sources=sources, hearer=find_hearer(passage, cue.at + 1, frame.gap_end, knowledge))
    if next(iter(sentence.frames), cue.at) == cue.at:
        statement = add_fronted_media(statement, sentence.start, cue.at, knowledge)
    if cue.form.verb.relays:
        relayed = read_relay(statement, cue.at + 1, frame.gap_end, knowledge)
        if relayed:
            return relayed if relayed.relayed_by else _with_carrier(relayed, cue, sentence)
    verbs = SentenceVerbs(sentence.start, sentence.cues, sentence.frames)
    if statement.carries:
        subject = read_unread_subject(passage, verbs, cue, knowledge) or read_fronted(passage, verbs, cue, knowledge)
        return replace(statement, subject=subject)
    limit = sources[0].start if sources else frame.gap_end
    issuer = read_issuer(passage, sentence.start, cue, knowledge)
    left = issuer or read_left_subject(passage, sentence.start, cue, knowledge)
    right = read_right_subject(passage, cue, limit, knowledge)
    headline = passage.source.field == "title"
    prefer_left = issuer or left and (headline or leads(passage, sentence.start, cue, left, knowledge))
    subject = left if prefer_left or right is None or right.is_empty else right
    if subject is right and right is not None:
        addressed = is_addressed(passage, cue, right, knowledge)
        subject = None if addressed else whole_subject(passage, cue, right, limit, knowledge)
        if subject and not cue.form.pronoun and is_its_object(passage, cue, subject, frame, knowledge):
            subject = None
    if subject is None or subject.is_empty:
        first = cue.form.plural and next(iter(sentence.frames), cue.at) == cue.at
        crowd = read_crowd(passage, sentence.start, cue, knowledge) if first else None
        subject = crowd or read_skipped_subject(passage, verbs, cue, knowledge) or subject
    medium = subject is not None and is_medium(passage, subject, knowledge)
    goes_on = passage.word(cue.at) in knowledge.particles.going_on  # أضاف: …
    goes_on = goes_on or cue.form.verb.lemma == _SAID and frame.kind == "colon"
    passive = cue.form.shape == "perfect" and cue.at == sentence.start and not cue.joined and not goes_on
    passive = passive or is_marked_passive(passage, cue) and (subject is None or subject.is_empty)
    return replace(statement, subject=subject, medium=medium, impersonal=passive or _is_opinion_of_all(passage, cue))


def _is_opinion_of_all(passage: Passage, cue: CueHit) -> bool:
    """يعتقد أن، يتوقع أن without a subject or a pronoun (لكنه يعتقد) at their side are passives."""
    form = cue.form
    if passage.word(cue.at - 1).endswith(("نه", "انه", "وهو")):
        return False
    return form.shape == "imperfect" and not (form.feminine or form.plural) and form.verb.opinion
