"""The words of dates: month names of all Arabic countries and of the Hijri year, weekdays, halves of the day."""

from dataclasses import dataclass

from service.core.arabic.date_patterns import DatePatterns


@dataclass(frozen=True, slots=True)
class DateWords:
    """Folded words that dates are written with; months count from 1, weekdays from Monday = 0."""

    months: dict[str, int]
    hijri_months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    morning: frozenset[str]
    evening: frozenset[str]
    patterns: DatePatterns
