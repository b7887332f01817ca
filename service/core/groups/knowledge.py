"""What comparing claims knows: how rare stems are, units of counting, words that end, words of a present number."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.core.arabic.calendars import DateWords


@dataclass(frozen=True, slots=True)
class LikenessKnowledge:
    """Weights of stems (ten times the logarithm of their rarity; unknown ones have the rarest weight).

    month_openings: the first words of months' names.
    """

    weights: Mapping[str, int]
    rarest: int
    variants: Mapping[str, str]
    people: frozenset[str]
    endings: frozenset[str]
    stock: frozenset[str]
    durations: Mapping[str, str]  # hours of one
    not_nationalities: frozenset[str]
    subset: frozenset[str]
    negators: frozenset[str]
    exceptions: frozenset[str]
    plain: frozenset[str]
    future: frozenset[str]
    fates: Mapping[str, str]
    calendar: DateWords
    month_openings: frozenset[str]
