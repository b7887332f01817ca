"""Loads the words of dates: the Unicode locale data of the Arabic countries, and what it lacks from YAML."""

import re
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale

from service.core.arabic.calendars import DateWords
from service.core.arabic.date_patterns import DateNames, compile_patterns
from service.core.arabic.letters import fold
from service.core.errors import LexiconError
from service.lexicon.yaml_files import read_yaml

_FILE = "pages_dates.yaml"
_LOCALES = ("ar", "ar_SY", "ar_LB", "ar_IQ", "ar_JO", "ar_PS", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_SA", "ar_EG")


@lru_cache(maxsize=1)
def load_date_words() -> DateWords:
    """Return the words of dates, checked: a word that names two months is an error."""
    content = read_yaml(_FILE)
    months, hijri_months = _months(content), _numbered(content["hijri_months"].items())
    weekdays, ordinals = _weekdays(content), _numbered(content["ordinals"].items())
    return DateWords(
        months=months,
        hijri_months=hijri_months,
        weekdays=weekdays,
        ordinals=ordinals,
        patterns=compile_patterns(DateNames(tuple(months), tuple(hijri_months), tuple(weekdays), tuple(ordinals))),
        days_back=_numbered(content["days_back"].items()),
        other_weeks=frozenset(map(_fold, content["other_weeks"])),
        events=frozenset(map(_fold, content["events"])),
        earlier_today=re.compile("|".join(re.escape(_fold(phrase)) for phrase in content["earlier_today"])),
        **{name: frozenset(_fold(word) for word in content[name]) for name in ("morning", "evening")},
    )


def _months(content: dict[str, dict[str, list[str]]]) -> dict[str, int]:
    found = _numbered(content["months"].items())
    for number, name in enumerate(content["english_months"], 1):
        _add(found, name, number)
        _add(found, name[:3], number)
    for locale in map(Locale.parse, _LOCALES):
        for number, name in locale.months["format"]["wide"].items():
            _add(found, name, number)
    return found


def _weekdays(content: dict[str, dict[str, list[str]]]) -> dict[str, int]:
    found = _numbered(content["weekdays"].items())
    for number, name in Locale.parse("ar").days["format"]["wide"].items():
        _add(found, name, number)
    for number, name in Locale.parse("en").days["format"]["wide"].items():
        _add(found, name, number)
    return found


def _numbered(entries: Iterable[tuple[str, list[str]]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in entries:
        for name in names:
            _add(found, name, int(number))
    return found


def _add(found: dict[str, int], name: str, number: int) -> None:
    if found.setdefault(_fold(name), number) != number:
        raise LexiconError(f"{_FILE}: {name!r} is both {found[_fold(name)]} and {number}")


def _fold(name: str) -> str:
    return " ".join(fold(name).split())
