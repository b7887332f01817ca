"""Packs what a feature weighs under every label into one integer, so that features add up in one addition each.

A weight is kept in thousandths above the weight of O, in 20 bits a label: sums of up to 524 either way fit, and those
of trained weights stay below 60.
"""

from collections.abc import Sequence

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
Steps = tuple[tuple[int, ...], ...]

THOUSAND = 1000
_BITS = 20
_HALF, _FIELD = 1 << (_BITS - 1), (1 << _BITS) - 1
_SHIFTS = tuple(_BITS * k for k in range(len(LABELS) - 1))
_BIAS = sum(_HALF << shift for shift in _SHIFTS)
FAR_BEHIND = 10 * THOUSAND  # a label this far below the best of its word is never on the best path (on ANERcorp dev)
FORBIDDEN = -(10**9)


def pack(weights: Sequence[int]) -> int:
    """Return the thousandths of all labels, O first, as one integer."""
    outside, *others = weights
    packed = 0
    for weight in reversed(others):
        packed = (packed << _BITS) + weight - outside
    return packed


def unpack(packed: int) -> list[int]:
    """Return the thousandths of all labels, O first (always 0), that a sum of packed weights holds."""
    raised = packed + _BIAS
    return [0, *[((raised >> shift) & _FIELD) - _HALF for shift in _SHIFTS]]


def rivals_outside(packed: int) -> bool:
    """Tell whether the label of some name weighs as much as O: the top bit of its field, raised by half, is set."""
    return bool((packed + _BIAS) & _BIAS)


def to_steps(rows: Sequence[Sequence[int]]) -> Steps:
    """Return the thousandths of steps from label to label; a step into another name's inside is barred."""
    return tuple(
        tuple(
            weight if after[0] != "I" or (before != "O" and before[1:] == after[1:]) else FORBIDDEN
            for after, weight in zip(LABELS, row, strict=True)
        )
        for before, row in zip(LABELS, rows, strict=True)
    )
