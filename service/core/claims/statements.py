"""Reads one sentence: each cue with its frame, its contents and the noun phrase that is its source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.core.claims.contents import Boundaries, Content, read_contents
from service.core.claims.cues import CueHit, find_cues
from service.core.claims.frames import Frame, find_frame
from service.core.claims.headlines import read_headline
from service.core.claims.knowledge import ClaimKnowledge, Verb
from service.core.claims.passages import Passage
from service.core.claims.sources import SourcePhrase, find_source
from service.core.claims.speakers import NounPhrase, read_subject
from service.core.claims.subjects import read_left_subject


@dataclass(frozen=True, slots=True)
class Statement:
    """One content of one cue in a sentence, before anybody is identified; ranges count tokens of the passage."""

    passage: Passage
    cue: tuple[int, int]
    verb: Verb | None
    frame: str
    content: Content
    subject: NounPhrase | None = None
    carries: bool = False
    relayed_by: NounPhrase | None = None
    sources: tuple[SourcePhrase, ...] = ()
    nested: bool = False
    plural: bool = False
    feminine: bool = False
    sentence: int = 0
    repeats: bool = False

    @property
    def rule(self) -> str:
        """Name the way in which this statement was found."""
        return f"{self.verb.lemma if self.verb else 'source'}:{self.frame}"


def read_statements(
    passage: Passage, start: int, end: int, knowledge: ClaimKnowledge
) -> list[Statement]:
    """Return the statements of the sentence at tokens start to end, in text order."""
    headline = read_headline(passage, start, end, knowledge) if passage.source.field == "title" else None
    if headline:
        phrase, colon, content = headline
        return [Statement(passage, (colon, colon + 1), None, "headline", content, phrase)]
    cues = {cue.at: cue for cue in find_cues(passage, start, end, knowledge)}
    frames = {at: frame for at, cue in cues.items() if (frame := _frame(passage, cue, end, knowledge, cues))}
    bounds = Boundaries(end, frozenset(_openers(passage, cues, frames, start)))
    found: list[Statement] = []
    for at, frame in frames.items():
        found.extend(_read_cue(passage, cues[at], frame, bounds, (start, knowledge, found)))
    return found or list(_read_source_sentence(passage, start, end, knowledge))


def _frame(
    passage: Passage, cue: CueHit, end: int, knowledge: ClaimKnowledge, cues: dict[int, CueHit]
) -> Frame | None:
    if cue.form.shape == "masdar" and not _is_saying_noun(passage, cue, knowledge):
        return None
    if passage.word(cue.at) in ("يذكر", "يشار") and passage.word(cue.at + 1) in ("ان", "الي"):
        return None
    return find_frame(passage, cue, end, knowledge, cues)


def _is_saying_noun(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """A verbal noun counts right before its content: قوله إن، بالقول: "…"."""
    following = passage.word(cue.at + 1)
    carries = cue.form.pronoun or passage.word(cue.at).startswith(("ال", "بال"))
    return carries and cue.form.verb.clause and (
        following in knowledge.words.complementisers or following == ":" or cue.at + 1 in passage.quotes
    )


def _openers(passage: Passage, cues: dict[int, CueHit], frames: dict[int, Frame], start: int) -> Iterator[int]:
    for at in frames:
        form = cues[at].form
        if at == start:
            continue
        if form.shape == "participle" and (frames[at].kind != "noun" or passage.word(at - 1) in "،,.."):
            yield at
        elif cues[at].joined and form.shape == "perfect" and not form.pronoun and frames[at].kind != "noun":
            yield at
        elif cues[at].joined and form.shape == "perfect" and passage.word(at - 1) in "،,":
            yield at


def _read_cue(
    passage: Passage, cue: CueHit, frame: Frame, bounds: Boundaries,
    context: tuple[int, ClaimKnowledge, list[Statement]],
) -> Iterator[Statement]:
    start, knowledge, before = context
    contents = read_contents(passage, cue, frame, bounds, knowledge)
    if not contents:
        return
    outer = next((s for s in reversed(before) if not s.nested and _holds(s, cue.at)), None)
    quoted = any(q.opening < cue.at < q.closing for q in passage.quotes.values()) if outer else False
    if outer and (quoted or cue.form.shape == "masdar" or frame.kind == "noun" or frame.kind == "colon"):
        return
    statement = Statement(
        passage, (cue.at, cue.at + 1), cue.form.verb, frame.kind, contents[0],
        carries=cue.form.shape in ("participle", "masdar"), nested=outer is not None,
        plural=cue.form.plural, feminine=cue.form.feminine, sentence=start,
    )  # fmt: skip
    statement = _with_source(statement, cue, frame, start, knowledge)
    if outer and (statement.subject is None or statement.carries):
        return
    for number, content in enumerate(contents):
        yield replace(statement, content=content, repeats=number > 0)


def _holds(statement: Statement, at: int) -> bool:
    return any(start <= at < end for start, end in statement.content.ranges)


def _with_source(
    statement: Statement, cue: CueHit, frame: Frame, start: int, knowledge: ClaimKnowledge
) -> Statement:
    passage, verb = statement.passage, cue.form.verb
    sources = tuple(_sources_between(passage, cue.at + 1, frame.gap_end, knowledge))
    limit = sources[0].start if sources else frame.gap_end
    if verb.relays:
        statement = _read_relay(statement, cue.at + 1, frame.gap_end, knowledge)
        if statement.relayed_by:
            return replace(statement, sources=sources)
    if statement.carries:
        hearer = read_subject(passage, cue.at + 1, limit, knowledge)
        return replace(statement, sources=sources, subject=_only_hearer(hearer))
    subject = read_subject(passage, cue.at + 1, limit, knowledge)
    if subject is None or subject.start == subject.end:
        left = read_left_subject(passage, start, cue, knowledge)
        hearer = subject.hearer if subject else None
        subject = left._replace(hearer=hearer) if left else subject
    return replace(statement, subject=subject, sources=sources)


def _only_hearer(phrase: NounPhrase | None) -> NounPhrase | None:
    return phrase._replace(end=phrase.start) if phrase and phrase.hearer else None


def _read_relay(statement: Statement, start: int, end: int, knowledge: ClaimKnowledge) -> Statement:
    """نقلت الوكالة عن المسؤول: behind عن stands the speaker, before it who carried his words."""
    passage = statement.passage
    at = next((i for i in range(start, end) if passage.word(i) == "عن"), None)
    if at is None:
        return statement
    carrier = read_subject(passage, start, at, knowledge)
    if carrier is None or carrier.start == carrier.end:
        return statement
    speaker = read_subject(passage, at + 1, _before_saying(passage, at + 1, end, knowledge), knowledge)
    return replace(statement, relayed_by=carrier, subject=speaker)


def _before_saying(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    """The gap ends before قوله or قولهم, if one stands there."""
    for i in range(start, end):
        word = passage.word(i)
        forms = knowledge.forms.get(word, ())
        if any(form.shape == "masdar" and (form.pronoun or word.startswith("ال")) for form in forms):
            return i
    return end


def _sources_between(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[SourcePhrase]:
    i = start
    while i < end:
        source = find_source(passage, i, end, knowledge)
        if source:
            yield source
        i = source.end if source else i + 1


def _read_source_sentence(
    passage: Passage, start: int, end: int, knowledge: ClaimKnowledge
) -> Iterator[Statement]:
    """A sentence without reporting verb may rest on a source phrase at its beginning or its end."""
    for i in range(start, end):
        source = find_source(passage, i, end, knowledge)
        if source is None or source.source is None:
            continue
        if i == start:
            bounds = (_behind_comma(passage, source.end), end)
        elif source.end >= end - 2 or passage.word(source.end) in ("،", ",", "."):
            bounds = (start, i)
        else:
            continue
        frame = Frame("clause", i, bounds[0])
        contents = read_contents(passage, _no_cue(i), frame, Boundaries(bounds[1], frozenset()), knowledge)
        if contents and contents[0].ranges[0][1] - contents[0].ranges[0][0] > 2:
            relayed = source.source if source.origin else None
            yield Statement(
                passage, (i, source.source.start), None, "source", contents[0], source.origin or source.source,
                relayed_by=relayed, sentence=start,
            )  # fmt: skip
        return


def _behind_comma(passage: Passage, i: int) -> int:
    while passage.word(i) in ("،", ",", "فان", "فانه", "فانها"):
        i += 1
    return i


def _no_cue(i: int) -> CueHit:
    return CueHit(i, None, False)  # type: ignore[arg-type]
