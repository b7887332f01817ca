"""Puts cue, content, speaker and chain together into claims."""

from collections.abc import Iterator

from service.core.arabic.quotes import is_quotation_mark
from service.core.arabic.texts import FieldText
from service.core.arabic.twins import find_twins
from service.core.claims.bodies import read_heads
from service.core.claims.chain import read_chain
from service.core.claims.confidence import rate_claim
from service.core.claims.continuations import add_part, read_continuation, runs_to_end
from service.core.claims.discourse import Discourse
from service.core.claims.insertions import find_insertions
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.namings import name_bodies, name_issuers, name_later
from service.core.claims.passages import Passage, read_passages
from service.core.claims.statement import Statement
from service.core.claims.statements import read_statements
from service.core.claims.topics import enter_sentence, note_unread
from service.core.records import Article, Claim, Cue, Mode, PageEntity, Span, Speaker, Via

_ALL_BUT_WHOLLY = 0.95  # share of the content's words inside marks that makes a quotation direct


def find_claims(
    article: Article, texts: tuple[FieldText, ...], entities: tuple[PageEntity, ...], knowledge: ClaimKnowledge
) -> tuple[Claim, ...]:
    """Return the claims of an article in text order."""
    heads = read_heads(
        entities, {text.field: text.text for text in texts}, knowledge.words.institutions - knowledge.words.everywhere
    )
    discourse = Discourse(article, entities, knowledge, heads=heads)
    claims: list[Claim] = []
    twins = find_twins(texts)
    for text in texts:
        open_quote = False
        for passage in read_passages(text, entities, twins, knowledge.introduces):
            more = read_continuation(passage) if open_quote else None
            found = [] if more else _read_passage(passage, discourse)
            if more:
                claims[-1] = add_part(claims[-1], passage, more)
            claims.extend(found)
            open_quote = more is not None or bool(found) and runs_to_end(passage, found[-1])
    return tuple(name_issuers(name_bodies(name_later(claims, discourse), discourse), discourse))


def _read_passage(passage: Passage, discourse: Discourse) -> list[Claim]:
    return [claim for start, end in passage.sentences for claim in _read_sentence(passage, start, end, discourse)]


def _read_sentence(passage: Passage, start: int, end: int, discourse: Discourse) -> Iterator[Claim]:
    before = enter_sentence(discourse, passage, start, end)
    statements = read_statements(passage, start, end, discourse.knowledge)
    note_unread(discourse, passage, start, statements[0].cue[0] if statements else end)
    outer: tuple[Via, ...] = ()
    for statement in statements:
        speakers, via = read_chain(statement, discourse, before)
        if statement.nested:
            via = (*outer, *(carrier for carrier in via if carrier not in outer))
        else:
            before, outer = speakers, (*via, *_as_carriers(speakers))
        via = tuple(carrier for carrier in via if not _speaks(carrier, speakers))
        claim = _make_claim(statement, speakers, via, discourse.knowledge)
        if claim.spans:  # what is nothing but marks says nothing
            yield claim


def _speaks(carrier: Via, speakers: tuple[Speaker, ...]) -> bool:
    """Tell who speaks himself: nobody carries his own words."""
    return carrier.entity is not None and any(speaker.entity == carrier.entity for speaker in speakers)


def _as_carriers(speakers: tuple[Speaker, ...]) -> Iterator[Via]:
    """Yield those by whose words another's are told, where the page names them."""
    for speaker in speakers:
        if speaker.name and speaker.entity is not None and not speaker.anonymous:
            yield Via(speaker.name, speaker.entity, speaker.span)


def _make_claim(
    statement: Statement, speakers: tuple[Speaker, ...], via: tuple[Via, ...], knowledge: ClaimKnowledge
) -> Claim:
    passage = statement.passage
    ranges = [trimmed for part in statement.content.ranges if (trimmed := _strip_marks(passage, *part))]
    spans = tuple(_span(statement, *part, knowledge) for part in ranges)
    cue_span = passage.span(*statement.cue)
    verb = statement.verb
    cue = Cue(cue_span, verb.lemma if verb else cue_span.text, verb.kind if verb else "neutral")
    return Claim(
        spans, _read_mode(passage, ranges), verb.stance if verb else "assertion", cue, speakers, via,
        about=_about(passage, ranges), insertions=find_insertions(passage, ranges), rule=statement.rule,
        confidence=rate_claim(statement.frame, speakers, knowledge.confidence),
    )  # fmt: skip


def _span(statement: Statement, start: int, end: int, knowledge: ClaimKnowledge) -> Span:
    """Return tokens start to end without the ب by which a verb takes its noun (طالب بزيادة الأجور)."""
    passage = statement.passage
    span = passage.span(start, end)
    taken = statement.verb.prepositions if statement.frame == "noun" and statement.verb else ()
    attached = span.text[:1] in ("ب", "ل") and span.text[0] in taken
    bare = passage.word(start - 1) not in knowledge.particles.prepositions
    if attached and bare and len(passage.word(start)) > 3 and not span.text.startswith("لل"):
        return passage.source.span(span.start + 1, span.end)
    return span


def _strip_marks(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    while start < end and passage.tokens[start].kind == "mark" and passage.word(start) not in "([":
        start += 1
    while end > start and passage.tokens[end - 1].kind == "mark" and passage.word(end - 1) not in ")]٪%":
        end -= 1
    return (start, end) if start < end else None


def _read_mode(passage: Passage, ranges: list[tuple[int, int]]) -> Mode:
    quoted = total = marks = 0
    for start, end in ranges:
        inside = -1
        for quote in passage.quotes_within(start, end):
            if quote.closing > start:
                covered = range(max(start, quote.opening + 1), min(end, quote.closing))
                quoted += sum(passage.is_word(i) for i in covered)
                inside = max(inside, quote.opening)
        total += sum(passage.is_word(i) for i in range(start, end))
        marks += (inside >= 0) + sum(is_quotation_mark(token) for token in passage.tokens[start:end])
    if not marks:
        return "indirect"
    return "direct" if quoted >= _ALL_BUT_WHOLLY * total else "mixed"


def _about(passage: Passage, ranges: list[tuple[int, int]]) -> tuple[int, ...]:
    named = [passage.names[i].entity for start, end in ranges for i in range(start, end) if i in passage.names]
    return tuple(dict.fromkeys(named))
