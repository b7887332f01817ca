"""Fingerprints an article's sentences, so that copies are found by keys and proved by shared runs of three words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from service.core.arabic.letters import fold
from service.core.arabic.remembering import remember

LEAST_WORDS = 12  # of a passage; a shorter wording may come to two writers by themselves
_MOST_PASSAGES = 400  # of one article: more are a list or a file, and cost as much as they say little
_MOST_WORDS = 400  # of one passage
_ROWS, _BANDS = 3, 4  # four keys of three minima: alike by 3/4 share one in 9 of 10 cases, by 1/4 in 1 of 16
_BINS = _ROWS * _BANDS
_STOP = re.compile(r"(?<!\d)[.!?؟۔]+(?!\d)|\n")
_WORD = re.compile(r"\w+")
_WEAK = str.maketrans("", "", "اويء")  # what two spellings of a name differ in: أمريكي، أميركي
_MASK = 0xFFFFFFFF


class Passage(NamedTuple):
    """A sentence at code points start to end of a body, its runs of three words as numbers, and its keys."""

    start: int
    end: int
    runs: frozenset[int]
    keys: tuple[int, ...]


def find_passages(body: str) -> tuple[Passage, ...]:
    """Return the sentences of a body that are long enough to tell a copy by, in order."""
    return tuple(_long_passages(body))


def keys_at(passages: Sequence[Passage], place: int) -> tuple[int, ...]:
    """Return the keys of the passage that a place of the body stands in; none where that is no long passage."""
    at = bisect_right(passages, place, key=lambda passage: passage.start) - 1
    return passages[at].keys if at >= 0 and place < passages[at].end else ()


def _long_passages(body: str) -> Iterator[Passage]:
    found = 0
    for start, end in _sentences(body):
        words = _WORD.findall(fold(body[start : min(end, start + 12 * _MOST_WORDS)]))[:_MOST_WORDS]
        if len(words) >= LEAST_WORDS:
            runs = _runs(list(map(_number_of, words)))
            yield Passage(start, end, runs, keys_of(runs))
            found += 1
            if found == _MOST_PASSAGES:
                return


def _sentences(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(body):
        yield start, stop.start()
        start = stop.end()
    yield start, len(body)


@remember(1 << 15)
def _number_of(word: str) -> int:
    """Spellings of one word give one number: only its first letter and its consonants count."""
    return crc32((word[:1] + word[1:].translate(_WEAK)).encode())


def _runs(words: list[int]) -> frozenset[int]:
    return frozenset(
        (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) & _MASK
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def keys_of(runs: frozenset[int]) -> tuple[int, ...]:
    """Return the keys of a passage: minima of twelve parts of its runs, by threes.

    One-permutation hashing as Li, Owen and Zhang (2012) have it.
    """
    least = [_MASK] * _BINS
    for run in runs:
        mixed = (run * 0x2545F491 ^ run >> 15) & _MASK
        part = mixed % _BINS
        least[part] = min(least[part], mixed)
    filled = _fill(least)
    return tuple(_key(band, filled[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS))


def _fill(least: list[int]) -> list[int]:
    """An empty part takes the minimum of the next part that has one, or two short passages would share their gaps."""
    last, filled = next((low for low in least if low != _MASK), _MASK), list(least)
    for part in reversed(range(_BINS)):
        last = filled[part] = least[part] if least[part] != _MASK else last
    return filled


def _key(band: int, minima: list[int]) -> int:
    """A number of 63 bits, which both databases hold as it is."""
    key = band + 1
    for least in minima:
        key = (key * 0x9E3779B97F4A7C15 + least + 1) & 0x7FFFFFFFFFFFFFFF
    return key
