"""Reads days written in Arabic text: any notation, month name, calendar or digits, with weekday, clock and zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from re import Match
from typing import Literal, NamedTuple

from hijridate import Hijri

from service.core.arabic.calendars import DateWords
from service.core.arabic.date_patterns import DatePatterns
from service.core.arabic.letters import fold, fold_with_map

Form = Literal["stamp", "numeric", "named", "hijri"]
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables of hijridate cover
_DAYS = range(1, 32)  # of a month
_MONTHS = 12
_NEAR = 30  # characters between a day and the clock or weekday printed with it


class WrittenDate(NamedTuple):
    """A day written at code points start to end of a text, with what is printed around it."""

    start: int
    end: int
    text: str
    day: date
    form: Form
    weekday: int | None = None
    clock: time | None = None
    offset: int | None = None

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC, where the text gives clock and zone (offset in minutes)."""
        if self.clock is None or self.offset is None:
            return None
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.combine(self.day, self.clock, zone).astimezone(UTC)


class YearlessDay(NamedTuple):
    """A day of a month without its year at code points start to end of a text, and the weekday printed with it."""

    start: int
    end: int
    text: str
    day: int
    month: int
    weekday: int | None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None where that year has none, or gives it another weekday."""
        found = _gregorian(year, self.month, self.day)
        return found if found and self.weekday in {None, found.weekday()} else None


def find_dates(text: str, words: DateWords) -> list[WrittenDate]:
    """Return the days written in a text, in order; impossible ones (31 February) are left out."""
    folded = fold(text)
    found = list(_read_all(folded, words.patterns, words))
    if not found or len(folded) == len(text):
        return [date._replace(text=text[date.start : date.end]) for date in found]
    back = fold_with_map(text)[1]
    return [_move(date, text, back) for date in found]


def find_yearless(text: str, words: DateWords) -> list[YearlessDay]:
    """Return the days of a month that a text writes without their year."""
    matches = [found for found in words.patterns.yearless.finditer(fold(text)) if int(found["day"]) in _DAYS]
    back = fold_with_map(text)[1] if matches else []
    return [_read_yearless(found, text, back, words) for found in matches]


def _read_yearless(found: Match[str], text: str, back: list[int], words: DateWords) -> YearlessDay:
    start, end = back[found.start()], back[found.end() - 1] + 1
    weekday = _weekday(found.string[: found.start()], words)
    return YearlessDay(
        start, end, text[start:end], int(found["day"]), words.months[_one_space(found["month"])], weekday
    )


def _move(written: WrittenDate, text: str, back: list[int]) -> WrittenDate:
    start, end = back[written.start], back[written.end - 1] + 1
    return written._replace(start=start, end=end, text=text[start:end])


def _read_all(folded: str, patterns: DatePatterns, words: DateWords) -> Iterator[WrittenDate]:
    if patterns.year.search(folded) is None:
        return
    last = 0
    for match in patterns.day.finditer(folded):
        read = _read_day(match, words, folded)
        if read is None:
            continue
        day, form = read
        around = folded[max(last, match.start() - _NEAR) : match.start()]
        weekday = _weekday(match.group() if match.group("front_year") else around, words)
        if weekday is not None and day.weekday() != weekday:
            day = _swapped(match, weekday) or day
        clock, offset = _clock(match, folded, last, patterns, words)
        last = match.end()
        yield WrittenDate(match.start(), match.end(), "", day, form, weekday, clock, offset)


def _read_day(match: Match[str], words: DateWords, folded: str) -> tuple[date, Form] | None:
    get = match.group
    if get("iso_year"):
        day = _gregorian_or_hijri(get("iso_year"), get("iso_month"), get("iso_day"))
        return (day, "stamp" if get("clock_mark") else "numeric") if day else None
    if get("num_year"):
        return _read_numeric(match, folded)
    if get("ordinal"):
        return _read_ordinal(match, words)
    if get("hijri_month"):
        day = _hijri(int(get("hijri_year")), words.hijri_months[_one_space(get("hijri_month"))], int(get("hijri_day")))
        return (day, "hijri") if day else None
    if get("hijri_first"):
        month = words.hijri_months[_one_space(get("hijri_first"))]
        day = _hijri(int(get("hijri_last")), month, int(get("hijri_second")))
        return (day, "hijri") if day else None
    name = get("month") or get("first_month") or get("front_month")
    number = get("day") or get("second_day") or get("front_day")
    year = get("year") or get("last_year") or get("front_year")
    day = _gregorian(int(year), words.months[_one_space(name)], int(number))
    return (day, "named") if day else None


def _read_numeric(match: Match[str], folded: str) -> tuple[date, Form] | None:
    """The day comes first but where it cannot, or slashes and an English clock behind show an American date."""
    first, second = match["num_first"], match["num_second"]
    english = folded[match.end() : match.end() + 16].rstrip().endswith(("am", "pm"))
    if int(second) > _MONTHS or (english and "/" in match.group() and int(first) <= _MONTHS):
        first, second = second, first
    day = _gregorian_or_hijri(match["num_year"], second, first)
    return (day, "numeric") if day else None


def _read_ordinal(match: Match[str], words: DateWords) -> tuple[date, Form] | None:
    """Read a day in words ("السابع من نيسان 2018")."""
    number, year = words.ordinals[_one_space(match["ordinal"])], int(match["ordinal_year"])
    if match["ordinal_hijri"]:
        day = _hijri(year, words.hijri_months[_one_space(match["ordinal_hijri"])], number)
        return (day, "hijri") if day else None
    day = _gregorian(year, words.months[_one_space(match["ordinal_month"])], number)
    return (day, "named") if day else None


def _one_space(name: str) -> str:
    return " ".join(name.split())


def _swapped(match: Match[str], weekday: int) -> date | None:
    """The printed weekday decides whether 05/06 is day-month or month-day."""
    if not match.group("num_year"):
        return None
    day = _gregorian(int(match.group("num_year")), int(match.group("num_first")), int(match.group("num_second")))
    return day if day and day.weekday() == weekday else None


def _gregorian_or_hijri(year: str, month: str, day: str) -> date | None:
    if int(year) in _HIJRI_YEARS:
        return _hijri(int(year), int(month), int(day))
    return _gregorian(int(year), int(month), int(day))


def _gregorian(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> date | None:
    if year not in _HIJRI_YEARS:
        return None
    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


def _weekday(before: str, words: DateWords) -> int | None:
    named = list(words.patterns.weekday.finditer(before[-_NEAR:]))
    return words.weekdays[named[-1].group()] if named else None


def _clock(
    match: Match[str], folded: str, last: int, patterns: DatePatterns, words: DateWords
) -> tuple[time | None, int | None]:
    after = folded[match.end() : match.end() + _NEAR]
    before = folded[max(last, match.start() - _NEAR) : match.start()]
    behind = patterns.clock.search(after)
    ahead = list(patterns.clock.finditer(before))[-1:]
    if ahead and (behind is None or len(before) - ahead[0].end() < behind.start()):
        return _time(ahead[0], words), _offset(ahead[0], before, patterns)
    return (_time(behind, words), _offset(behind, after, patterns)) if behind else (None, None)


def _time(found: Match[str], words: DateWords) -> time | None:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    half = found["half"]
    if half in words.evening and hour < 12:
        hour += 12
    if half in words.morning and hour == 12:
        hour = 0
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _offset(found: Match[str], part: str, patterns: DatePatterns) -> int | None:
    sign = patterns.zone.match(part, found.end())
    if sign and sign["hours"]:
        minutes = int(sign["hours"]) * 60 + int(sign["minutes"] or 0)
        return -minutes if sign["sign"] == "-" else minutes
    return 0 if sign or patterns.universal.search(part) else None
