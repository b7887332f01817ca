"""Orders what neighbouring words weigh together so that a sentence asks once for each pair and triple of its words."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from service.core.recognition.features import KIND_SORTS

_Weights = Mapping[tuple[str, ...], int]
Row = Mapping[str, int]
NO_ROW: Row = {}
NO_TRIPLE = (0, 0)


class Pair(NamedTuple):
    """What two words side by side weigh: for the first, for the second; and by the kind of a third word behind them.

    Those of a triple are for its middle word and for its last.
    """

    first: int
    second: int
    triples: Mapping[str, tuple[int, int]]


NO_PAIR = Pair(0, 0, {})
_NO_PAIRS: Mapping[str, Pair] = {}


class Beside(NamedTuple):
    """What one word weighs with others: rows by the other's kind, of which a word that no table knows has empty ones.

    pairs: with the word behind, across: for the word between it and the one two behind; led, leading: for the word
    behind and for the one before, by this one's stem; stems: for the word behind, by both stems.
    """

    pairs: Mapping[str, Pair]
    across: Row
    led: Row
    leading: Row
    stems: Row


class NeighbourWeights:
    """The packed weights of the kinds and stems of neighbours, by their sort in pair_kinds."""

    def __init__(self, kinds: Mapping[str, _Weights]) -> None:
        touching, ahead, around, across, behind, led, leading, stems = (kinds[sort] for sort in KIND_SORTS)
        self._pairs = _order_pairs(ahead, touching, around, behind)
        self._across = _rows(across)
        self._led = _rows(led)
        self._leading = _rows({(stem, kind): weight for (kind, stem), weight in leading.items()})
        self._stems = _rows(stems)

    def beside(self, kind: str, stem: str) -> Beside:
        """Return what a word of this kind and stem weighs with its neighbours."""
        return Beside(
            self._pairs.get(kind, _NO_PAIRS),
            self._across.get(kind, NO_ROW),
            self._led.get(stem, NO_ROW),
            self._leading.get(stem, NO_ROW),
            self._stems.get(stem, NO_ROW),
        )


def _order_pairs(ahead: _Weights, touching: _Weights, around: _Weights, behind: _Weights) -> dict[str, dict[str, Pair]]:
    triples: dict[tuple[str, ...], dict[str, tuple[int, int]]] = defaultdict(dict)
    for first, second, third in {**around, **behind}:
        triple = first, second, third
        triples[first, second][third] = around.get(triple, 0), behind.get(triple, 0)
    ordered: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in {**ahead, **touching, **triples}:
        ordered[pair[0]][pair[1]] = Pair(ahead.get(pair, 0), touching.get(pair, 0), triples.get(pair, {}))
    return ordered


def _rows(weights: _Weights) -> dict[str, dict[str, int]]:
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for (first, second), weight in weights.items():
        rows[first][second] = weight
    return rows
