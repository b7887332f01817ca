"""Cuts words into the pieces that a multilingual encoder knows: the cut whose pieces are likeliest together."""

import unicodedata
from collections.abc import Mapping
from functools import cached_property

_AHEAD = "\u2581"  # stands before the first letter of a word
_UNLIKELY = 10.0  # logs by which a letter that no piece has is less likely than any piece
_LONGEST = 40  # letters of a word


class Pieces:
    """Pieces by their text, with their numbers and the logs of their likelihoods."""

    def __init__(self, known: Mapping[str, tuple[int, float]], unknown: int) -> None:
        """Take the pieces, and the number of what is none."""
        self._known = known
        self._unknown = unknown
        self._cuts: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces, at least one."""
        found = self._cuts.get(word)
        if found is None:
            found = self._cuts[word] = self._find_best(_AHEAD + unicodedata.normalize("NFKC", word)[:_LONGEST])
        return found

    def _find_best(self, text: str) -> list[int]:
        best = [(0.0, 0, 0)]  # of the letters so far: how likely, where the last piece begins, its number
        for end in range(1, len(text) + 1):
            ways = [(best[end - 1][0] + self._least, end - 1, self._unknown)]
            for start in range(max(0, end - self._longest), end):
                if piece := self._known.get(text[start:end]):
                    ways.append((best[start][0] + piece[1], start, piece[0]))
            best.append(max(ways))
        found, end = [], len(text)
        while end:
            _, end, number = best[end]
            found.append(number)
        return found[::-1]

    @cached_property
    def _least(self) -> float:
        return min(score for _, score in self._known.values()) - _UNLIKELY

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._known))
