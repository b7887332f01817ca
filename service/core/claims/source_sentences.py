"""Reads sentences without reporting verb that rest on a source phrase at their beginning or end."""

from collections.abc import Iterator

from service.core.claims.contents import read_span
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.sources import SourcePhrase, find_source, is_document, names_source
from service.core.claims.statement import Statement

_LONGEST_TAIL = 8  # tokens of setting (في بيان، أمس) that may follow a final source phrase
_SHORTEST = 3
_COMMAS = ("،", ",")
_STOPS = (*_COMMAS, ".")


def read_source_sentence(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[Statement]:
    """Yield the statement of a sentence that names its source in a source phrase."""
    for i in range(start, end):
        source = find_source(passage, i, end, knowledge)
        if source is None or source.source is None or not names_source(passage, source.source, knowledge):
            continue
        bounds = _bounds(passage, (start, end), source, knowledge)
        content = bounds and read_span(passage, *bounds)
        if content and content.ranges[0][1] - content.ranges[0][0] >= _SHORTEST:
            carried = source.origin is not None and not is_document(passage, source.source, knowledge)
            yield Statement(
                passage, (i, source.source.start), None, "source", content, source.origin or source.source,
                relayed_by=source.source if carried else None,
            )  # fmt: skip
        return


def _bounds(
    passage: Passage, sentence: tuple[int, int], source: SourcePhrase, knowledge: ClaimKnowledge
) -> tuple[int, int] | None:
    start, end = sentence
    if source.start == start:
        i = source.end
        while i < end and (passage.word(i) in _COMMAS or passage.word(i) in knowledge.particles.source_leads):
            i += 1
        return i, end
    rest = end - source.end
    behind = passage.word(source.end)
    if rest <= 1 or rest <= _LONGEST_TAIL and (behind in _STOPS or behind in knowledge.particles.source_tails):
        return start, source.start
    return None
