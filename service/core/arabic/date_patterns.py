"""The patterns that written days are found with, over folded text; every repeat in them is bounded."""

import re
from typing import NamedTuple


class DatePatterns(NamedTuple):
    """Compiled patterns: a cheap test, a day, a day without a year, a weekday, a clock, a zone, a past yearless day."""

    year: re.Pattern[str]
    day: re.Pattern[str]
    yearless: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]
    zone: re.Pattern[str]
    universal: re.Pattern[str]
    passed: re.Pattern[str]


_YEAR_WORD = r"(?:(?:من\s{1,2})?(?:عام|العام|سنه|السنه|لعام|لسنه)\s{1,2})?"
_NO_LETTER = r"(?![^\W\d_])"
_GAP = r"[\s\-/،,._|]{0,4}"
_ISO = (
    r"(?P<iso_year>\d{4})\s{0,2}[/.:\-]\s{0,2}(?P<iso_month>\d{1,2})\s{0,2}[/.:\-]\s{0,2}(?P<iso_day>\d{1,2})"
    r"(?=(?P<clock_mark>t\d\d:\d\d)?)"
)
_NUMERIC = (
    r"(?P<num_first>\d{1,2})\s{0,2}[/.\-\\]\s{0,2}(?P<num_second>\d{1,2})\s{0,2}[/.\-\\]\s{0,2}(?P<num_year>\d{4})"
)
_CLOCK = r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d{1,9})?(?:\s{0,2}(?P<half>HALF))?"
_ZONE = r"\s{0,2}\(?(?:z\b|(?:gmt|utc)?\s?(?P<sign>[+\-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?(?![\d\-]))"
_UNIVERSAL = r"gmt|utc|غرينتش|جرينتش|غرينيتش|(?<=\d)z\b"
_PASSED = "الماضي|المنصرم|الفائت|الفارط|المنقضي"
_HALF = r"(?:صباحا|صباح|مساء|ظهرا|عصرا|ليلا|[صم]|a\.?m\.?|p\.?m\.?)(?!\w)"


class DateNames(NamedTuple):
    """The folded words that patterns are made of."""

    months: tuple[str, ...]
    hijri_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    ordinals: tuple[str, ...]


def compile_patterns(names: DateNames) -> DatePatterns:
    """Return the patterns for the given folded words."""
    month, hijri, weekday, ordinal = map(_any_of, names)
    pair = rf"(?:\s{{0,2}}[/\-(،]?\s{{0,2}}(?:{month})\)?)?+"
    year_first = (
        rf"(?P<front_year>\d{{4}})\s{{1,2}}(?:{weekday})\s{{1,2}}(?P<front_day>\d{{1,2}})\s{{1,2}}(?P<front_month>{month})"
        rf"{_NO_LETTER}(?!{_GAP}\d{{4}})"
    )
    day = "|".join((_ISO, _NUMERIC, year_first, *_forms_of_days(month, hijri, ordinal, pair)))
    return DatePatterns(
        year=re.compile(r"\d{4}"),
        day=re.compile(rf"(?<!\d)(?:{day})(?!\d)"),
        yearless=re.compile(
            rf"(?<![\d:])(?P<day>\d{{1,2}}){_GAP}(?:من\s{{1,2}})?(?P<month>{month}){pair}{_NO_LETTER}(?!{_GAP}\d{{4}})"
        ),
        weekday=re.compile(rf"(?<!\w)(?:{weekday})(?!\w)"),
        clock=re.compile(_CLOCK.replace("HALF", _HALF)),
        zone=re.compile(_ZONE),
        universal=re.compile(_UNIVERSAL),
        passed=re.compile(
            rf"(?<!\w)(?:(?P<ordinal>{ordinal})|(?P<day>\d{{1,2}}))\s{{1,2}}(?:من\s{{1,2}})?(?:شهر\s{{1,2}})?"
            rf"(?P<month>{month}){pair}\s{{1,2}}(?:{_PASSED})(?!\w)"
        ),
    )


def _forms_of_days(month: str, hijri: str, ordinal: str, pair: str) -> tuple[str, ...]:
    """Return the forms of a whole day with the name of its month, in the order in which they are tried."""
    named = (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:من\s{{1,2}})?(?P<month>{month}){pair}{_NO_LETTER}"
        rf"{_GAP}{_YEAR_WORD}(?P<year>\d{{4}})"
    )
    month_first = (
        rf"(?<!\w)(?P<first_month>{month})\.?\s{{1,2}}(?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?\s?[,،]?\s{{0,2}}"
        rf"(?P<last_year>\d{{4}})"
    )
    hijri_first = (
        rf"(?<!\w)(?P<hijri_first>{hijri})\s{{1,2}}(?P<hijri_second>\d{{1,2}})\s?[,،]?\s{{0,2}}"
        r"(?P<hijri_last>1[345]\d\d)"
    )
    in_hijri = (
        rf"(?P<hijri_day>\d{{1,2}}){_GAP}(?:من\s{{1,2}})?(?P<hijri_month>{hijri})"
        rf"{_GAP}{_YEAR_WORD}(?P<hijri_year>1[345]\d\d)"
    )
    in_words = (
        rf"(?<!\w)(?P<ordinal>{ordinal})\s{{1,2}}(?:من|لشهر|شهر)\s{{1,2}}(?:شهر\s{{1,2}})?"
        rf"(?:(?P<ordinal_hijri>{hijri})|(?P<ordinal_month>{month}){pair})(?!\w)"
        rf"{_GAP}{_YEAR_WORD}(?P<ordinal_year>\d{{4}})"
    )
    return in_hijri, named, month_first, hijri_first, in_words


def _any_of(words: tuple[str, ...]) -> str:
    """Longest first, so that كانون الاول is not read as a shorter word; blanks may vary."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s{1,2}") for w in sorted(words, key=lambda w: (-len(w), w)))
