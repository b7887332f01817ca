"""Compares figures: which count the same thing, and which of those cannot both hold."""

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

from service.core.corpus import ClaimFace
from service.core.groups.faces import DURATION, PEOPLE

Verdict = Literal["same", "agree", "clash", "other-scope"]
_ROUNDING = 0.02  # 199 and 200, 60 and 60.4 are one figure
_TELLING = 3
FEW = 10  # two dead and two dead are no sign of one accident
_MOST = 8  # figures of one claim that are compared; a table of results is no statement
_BOUNDED = {"at_least", "more_than", "at_most", "less_than"}
_CLOSE = 1.1  # more than 300 and 310
_ABOUT = 0.10  # نحو 3500 covers 3200 to 3800


class Measured(NamedTuple):
    """Two figures of one unit, one of each claim, and what comparing them says."""

    left: int
    right: int
    verdict: Verdict


def compare_measures(left: ClaimFace, right: ClaimFace) -> Iterator[Measured]:
    """Yield the comparison of every two figures of one unit; without its noun a figure can only be the same."""
    for i, (value, unit, scope, qualifier) in enumerate(left.measures[:_MOST]):
        for k, (other, other_unit, other_scope, other_qualifier) in enumerate(right.measures[:_MOST]):
            if not _same_unit(unit, other_unit):
                if value == other and not (unit and other_unit):
                    yield Measured(i, k, "same")
                elif unit.startswith(PEOPLE) and other_unit.startswith(PEOPLE):
                    yield Measured(i, k, "other-scope")
                continue
            if not _same_scope(scope, other_scope, left, right):
                told_once = (scope is None) != (other_scope is None) and value == other and tells(value)
                yield Measured(i, k, "same" if told_once else "other-scope")  # 214 أسيرا إثيوبيا, 214 أسيرا
                continue
            long, other_long = _length(value, unit), _length(other, other_unit)
            if value == other and long == other_long:
                yield Measured(i, k, "same")
            else:
                meet = _meet(_bounds(long, qualifier), _bounds(other_long, other_qualifier))
                yield Measured(i, k, "agree" if meet else "clash")


def clashes(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether some figure of one claim clashes with the other's, and none says the same."""
    verdicts = {measured.verdict for measured in compare_measures(left, right)}
    return "clash" in verdicts and "same" not in verdicts


def same_figures(left: ClaimFace, right: ClaimFace) -> Iterator[tuple[float, str | None]]:
    """Yield value and scope of the figures that both claims state."""
    for measured in compare_measures(left, right):
        if measured.verdict == "same":
            scope, other = left.measures[measured.left][2], right.measures[measured.right][2]
            yield left.measures[measured.left][0], scope if scope == other else None


def differ(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether both claims state figures, and none is shared or may be one (of lists: no more than half of all)."""
    mine, other = ({value for value, *_ in face.measures} for face in (left, right))
    common = len(mine & other)
    if not common and any(_may_be_one(left, right, measured) for measured in compare_measures(left, right)):
        return False
    if len(mine) > 1 and len(other) > 1:
        return 2 * common <= len(mine | other)
    return bool(mine and other) and not common


def _may_be_one(left: ClaimFace, right: ClaimFace, measured: Measured) -> bool:
    """Tell three months from ninety days, and more than 300 from 310, which are one; not about 40 from 42."""
    (value, unit, _, qualifier), (other, _, _, other_qualifier) = (
        left.measures[measured.left],
        right.measures[measured.right],
    )
    if measured.verdict != "agree":
        return False
    bound = bool({qualifier, other_qualifier} & _BOUNDED) and max(value, other) <= _CLOSE * min(value, other)
    return unit.startswith(DURATION) or bound


def is_toll(value: float, unit: str) -> bool:
    """Tell whether a figure is how many people something befell, and no count of a few."""
    return value > FEW and unit.startswith(PEOPLE) and unit != PEOPLE


def tells(value: float) -> bool:
    """Tell whether a figure has so many digits that two statements hardly share it by chance: 2070, not 2000."""
    return len(f"{value:.0f}".strip("0")) >= _TELLING


def _same_unit(unit: str, other: str) -> bool:
    """One counted noun; people of whom nothing is told may be those that something befell."""
    if unit == other or unit.startswith(DURATION) and other.startswith(DURATION):
        return bool(unit)
    return PEOPLE in (unit, other) and unit.startswith(PEOPLE) and other.startswith(PEOPLE)


def _length(value: float, unit: str) -> float:
    """Return a span of time in hours, any other figure as it is."""
    return value * float(unit.removeprefix(DURATION)) if unit.startswith(DURATION) else value


def _same_scope(scope: str | None, other: str | None, left: ClaimFace, right: ClaimFace) -> bool:
    """Scopes agree where equal; a figure without one takes the adjectives of its clause."""
    if scope == other:
        return True
    if scope and other:
        return False
    wanted, clause = (scope, right) if scope else (other, left)
    return wanted in clause.adjectives


def _bounds(value: float, qualifier: str | None) -> tuple[float, float]:
    if qualifier in ("at_least", "more_than"):
        return value, math.inf
    if qualifier in ("at_most", "less_than"):
        return 0.0, value
    margin = abs(value) * (_ABOUT if qualifier == "about" else _ROUNDING)
    return value - margin, value + margin


def _meet(left: tuple[float, float], right: tuple[float, float]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
