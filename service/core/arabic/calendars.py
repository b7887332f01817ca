"""The words of dates: month names of all Arabic countries and of the Hijri year, weekdays, halves of the day."""

from dataclasses import dataclass
from re import Pattern

from service.core.arabic.date_patterns import DatePatterns


@dataclass(frozen=True, slots=True)
class DateWords:
    """Folded words that dates are written with; months count from 1, weekdays from Monday = 0.

    events: nouns of what is numbered and held on its day; days_back: how many days before publication a word tells;
    other_weeks: words that put a weekday in another week.
    """

    months: dict[str, int]
    hijri_months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    days_back: dict[str, int]
    other_weeks: frozenset[str]
    events: frozenset[str]
    earlier_today: Pattern[str]
    morning: frozenset[str]
    evening: frozenset[str]
    patterns: DatePatterns
