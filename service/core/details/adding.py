"""Adds to found claims what their words tell besides: figures, stance, negation, day; and the page's own figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.core.arabic.texts import FieldText
from service.core.details.figures import find_figures
from service.core.details.knowledge import FigureKnowledge
from service.core.details.narration import find_narrations
from service.core.details.negation import is_negated
from service.core.details.said_on import find_said_on
from service.core.details.stance import find_stance
from service.core.records import Article, Claim, Span

_AND = "و"


def complete_claims(
    article: Article, texts: Sequence[FieldText], claims: Sequence[Claim], knowledge: FigureKnowledge
) -> tuple[Claim, ...]:
    """Return the attributed claims with their details, and the page's own statements, in text order."""
    by_field = {text.field: text for text in texts}
    complete = [_complete(article, by_field[claim.spans[0].field], claim, knowledge) for claim in claims]
    taken = [span for claim in claims for span in _taken(by_field[claim.spans[0].field], claim)]
    complete.extend(find_narrations(texts, taken, knowledge))
    return tuple(sorted(complete, key=_place))


def _complete(article: Article, text: FieldText, claim: Claim, knowledge: FigureKnowledge) -> Claim:
    return replace(
        claim,
        figures=tuple(f for span in claim.spans for f in find_figures(text, span.start, span.end, knowledge)),
        stance=find_stance(text, claim, knowledge.stance),
        negated=is_negated(text, claim.spans[0], knowledge.stance),
        said_on=find_said_on(text, claim, article.published_on, knowledge.days),
    )


def _taken(text: FieldText, claim: Claim) -> Iterator[Span]:
    """A claim takes its content, all between it and its cue, and who speaks behind that or is joined on before it."""
    yield from claim.spans
    cue, first, last = claim.cue, claim.spans[0], claim.spans[-1]
    if cue and cue.span.field == first.field:
        yield text.span(min(cue.span.start, first.start), max(cue.span.end, last.end))
        spans = (speaker.span for speaker in claim.speakers if speaker.span and speaker.span.field == first.field)
        yield from (s for s in spans if s.start > cue.span.start or text.text[s.start - 1 : s.start] == _AND)


def _place(claim: Claim) -> tuple[bool, int, int]:
    first = claim.spans[0]
    cue = claim.cue.span.start if claim.cue and claim.cue.span.field == first.field else first.start
    return first.field == "body", min(cue, first.start), first.start
