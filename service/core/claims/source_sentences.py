"""Reads sentences without reporting verb that rest on a source phrase at their beginning or end."""

from collections.abc import Iterator

from service.core.claims.contents import read_span
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.sources import SourcePhrase, find_source
from service.core.claims.statement import Statement

_LEADING = frozenset({"،", ",", "فان", "فانه", "فانها", "فانهم"})
_LONGEST_TAIL = 8  # tokens of setting (في بيان، أمس) that may follow a final source phrase
_SHORTEST = 3
_TAILS = frozenset({"في", "خلال", "امس", "اليوم", "يوم", "عبر", "،", ",", "."})


def read_source_sentence(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[Statement]:
    """Yield the statement of a sentence that names its source in a source phrase."""
    for i in range(start, end):
        source = find_source(passage, i, end, knowledge)
        if source is None or source.source is None:
            continue
        bounds = _bounds(passage, start, end, source)
        content = bounds and read_span(passage, *bounds)
        if content and content.ranges[0][1] - content.ranges[0][0] >= _SHORTEST:
            yield Statement(
                passage, (i, source.source.start), None, "source", content, source.origin or source.source,
                relayed_by=source.source if source.origin else None,
            )  # fmt: skip
        return


def _bounds(passage: Passage, start: int, end: int, source: SourcePhrase) -> tuple[int, int] | None:
    if source.start == start:
        i = source.end
        while i < end and passage.word(i) in _LEADING:
            i += 1
        return i, end
    rest = end - source.end
    if rest <= 1 or passage.word(source.end) in _TAILS and rest <= _LONGEST_TAIL:
        return start, source.start
    return None
