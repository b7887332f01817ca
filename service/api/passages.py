"""Cuts a text into pieces at the borders of its claims and names, so that a page can show both."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that lies in the same claims and in the same name throughout."""

    text: str
    claim: dict[str, Any] | None = None
    entity: dict[str, Any] | None = None


def cut_paragraphs(
    text: str, field: str, claims: Sequence[dict[str, Any]], entities: Sequence[dict[str, Any]]
) -> list[list[Piece]]:
    """Return the paragraphs of a field, each as pieces in order."""
    said = [
        (span["start"], span["end"], claim) for claim in claims for span in claim["spans"] if span["field"] == field
    ]
    named = [(span["start"], span["end"], e) for e in entities for span in e["mentions"] if span["field"] == field]
    borders = {0, len(text), *_edges(said), *_edges(named)}
    borders |= {place for n, char in enumerate(text) if char == "\n" for place in (n, n + 1)}
    paragraphs: list[list[Piece]] = [[]]
    owner_of, name_of = _cover(said, len(text)), _cover(named, len(text))
    ordered = sorted(border for border in borders if border <= len(text))
    for start, end in itertools.pairwise(ordered):
        if text[start:end] == "\n":
            paragraphs.append([])
        else:
            paragraphs[-1].append(Piece(text[start:end], owner_of[start], name_of[start]))
    return [paragraph for paragraph in paragraphs if paragraph]


def _edges(spans: Iterable[tuple[int, int, Any]]) -> Iterable[int]:
    return (edge for start, end, _ in spans for edge in (start, end))


def _cover(spans: Sequence[tuple[int, int, dict[str, Any]]], length: int) -> list[dict[str, Any] | None]:
    """Return for each place what covers it; where several do, the one that begins last."""
    covered: list[dict[str, Any] | None] = [None] * length
    for start, end, what in sorted(spans, key=lambda span: span[0]):
        covered[start:end] = [what] * (min(end, length) - start)
    return covered
