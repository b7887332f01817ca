"""Joins the lines of a text that was broken at a width into paragraphs again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 45, 110  # characters of lines that are broken at a width
_RAGGED = 12  # characters by which a broken line is shorter than the width: a word and its blank
_LEAST = 4  # lines broken within a sentence that show that a text is broken at a width
_WIDER = 4  # times as many lines must be broken as are longer than the width, or have room for the next word
_STOPS = (".", "!", "؟", "?", "۔", ":", "…", '."', ".»", ".”", ".)")


def join_broken(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with the number, from 1, of their first line; lines not broken stay as they are.

    A line is broken where the first word of the next one had found no room on it.
    """
    bare = [line.strip() for line in lines]
    width = _find_width(bare)
    first = 0
    for i in range(1, len(bare) + 1):
        if width and i < len(bare) and _is_broken(bare[i - 1], bare[i], width):
            continue
        yield first + 1, lines[first] if i == first + 1 else " ".join(bare[first:i])
        first = i


def _find_width(bare: Sequence[str]) -> int:
    """Return the width at which a text is broken, 0 where it is not."""
    lengths = sorted((len(line) for line in bare if _NARROWEST <= len(line) <= _WIDEST), reverse=True)
    width = next((top for top, other in zip(lengths, lengths[_LEAST:], strict=False) if top - other <= _RAGGED), 0)
    within = [(line, after) for line, after in pairwise(bare) if after and not line.endswith(_STOPS)]
    broken = sum(_is_broken(line, after, width) for line, after in within)
    whole = sum(len(line) >= _NARROWEST for line, _ in within) - broken
    wider = sum(len(line) > width for line in bare)
    return width if width and broken >= max(_LEAST, _WIDER * wider, _WIDER * whole) else 0


def _is_broken(line: str, after: str, width: int) -> bool:
    if not after or not width - _RAGGED * 2 < len(line) <= width:
        return False
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
