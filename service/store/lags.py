"""Parts claims by how many days lie between their saying and their publication.

A list is in order of publication: which of its claims were said by a day, the day alone does not tell where to look.
Of claims published three days after they were said those said by the fifth are those published by the eighth.
"""

from datetime import date, timedelta
from typing import NamedTuple

_EXACT = 16  # days; longer lags are parted by their powers of two
_UNDATED = 99  # said on a day, published on none
_BEFORE = -1  # said, it says, after it was published


class Lag(NamedTuple):
    """The fewest and the most days between saying and publication; None where there is no bound."""

    least: int | None
    most: int | None


def lag_of(published_on: date | None, said_on: date | None) -> int | None:
    """Return the part that a claim belongs to, None where it does not tell when it was said."""
    if said_on is None:
        return None
    if published_on is None:
        return _UNDATED
    days = (published_on - said_on).days
    if days < 0:
        return _BEFORE
    return days if days < _EXACT else _EXACT - _EXACT.bit_length() + days.bit_length()


def bounds_of(lag: int) -> Lag:
    """Return which days a part spans."""
    if lag == _UNDATED:
        return Lag(None, None)
    if lag == _BEFORE:
        return Lag(None, -1)
    if lag < _EXACT:
        return Lag(lag, lag)
    bits = lag - _EXACT + _EXACT.bit_length()
    return Lag(1 << bits - 1, (1 << bits) - 1)


def move_day(day: str, days: int) -> str:
    """Return the day so many days after (or before) another, as near as the calendar goes."""
    ordinal = date.fromisoformat(day).toordinal() + days
    return (date.min + timedelta(max(0, min(ordinal, date.max.toordinal()) - 1))).isoformat()
