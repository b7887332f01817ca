"""Joins a quotation that runs over several paragraphs: marks reopened at each, or a paragraph that is nothing else."""

from dataclasses import replace

from service.core.claims.headlines import is_heading
from service.core.claims.insertions import find_insertions
from service.core.claims.passages import Passage
from service.core.records import Claim

_STOPS = frozenset({".", "،", ",", "!", "؟", "?", "..", "...", "-", "–"})


def runs_to_end(passage: Passage, claim: Claim) -> bool:
    """Tell whether a claim ends with a quotation at the end of its paragraph."""
    quote = next(reversed(passage.quotes.values()), None)
    if quote is None or claim.mode == "indirect":
        return False
    last = claim.spans[-1]
    inside = passage.tokens[quote.opening].start < last.end
    return inside and _only_marks(passage, quote.closing, len(passage.tokens))


def read_continuation(passage: Passage) -> tuple[int, int] | None:
    """Return the tokens inside the marks of a paragraph that is one quotation, or None."""
    first = next(iter(passage.quotes.values()), None)
    if first is None or len(passage.quotes) > 1 or not _only_marks(passage, 0, first.opening):
        return None
    start, end = first.opening + 1, min(first.closing, len(passage.tokens))
    if not _only_marks(passage, end + 1, len(passage.tokens)):
        return None
    stopped = any(passage.word(i) in _STOPS for i in (end - 1, end + 1))
    if not stopped and is_heading(passage):  # what somebody says, above what tells of it
        return None
    while end > start and passage.word(end - 1) in _STOPS:
        end -= 1
    return (start, end) if end > start else None


def add_part(claim: Claim, passage: Passage, part: tuple[int, int]) -> Claim:
    """Return the claim with one more stretch of its quotation."""
    insertions = (*claim.insertions, *find_insertions(passage, [part]))
    return replace(claim, spans=(*claim.spans, passage.span(*part)), insertions=insertions)


def _only_marks(passage: Passage, start: int, end: int) -> bool:
    return all(not passage.is_word(i) for i in range(start, end)) and end - start < len(_STOPS)
