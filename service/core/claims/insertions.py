"""Finds the words in brackets that the outlet put into somebody else's quotation."""

from collections.abc import Iterator

from service.core.claims.passages import Passage
from service.core.records import Insertion

_CLOSERS = {"(": ")", "[": "]"}
_LONGEST = 25  # tokens: a longer bracket was never closed


def find_insertions(passage: Passage, ranges: list[tuple[int, int]]) -> tuple[Insertion, ...]:
    """Return the brackets with words in them inside the quoted parts of a content; dots in brackets leave words out."""
    return tuple(found for start, end in ranges for found in _read_range(passage, start, end))


def _read_range(passage: Passage, start: int, end: int) -> Iterator[Insertion]:
    i = start
    while i < end:
        closer = _CLOSERS.get(passage.written(i))
        closing = _find_closer(passage, i, end, closer) if closer and passage.is_quoted(i) else 0
        if closing and any(passage.tokens[k].kind != "mark" for k in range(i + 1, closing)):
            yield Insertion(passage.span(i, closing + 1))
        i = closing + 1 if closing else i + 1


def _find_closer(passage: Passage, i: int, end: int, closer: str) -> int:
    stop = min(end, i + _LONGEST, len(passage.tokens))
    return next((k for k in range(i + 1, stop) if passage.written(k) == closer), 0)
