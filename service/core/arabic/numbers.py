"""Reads numbers: digits of any script, number words alone and joined, thousands and millions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from service.core.arabic.clitics import readings
from service.core.arabic.digits import read_digits
from service.core.arabic.remembering import remember
from service.core.arabic.tokens import Token

_TANWIN = "\u064b"
_TEEN = 10
_HUNDRED = 100
_TENS = range(20, 100, 10)
_BETWEEN = "بين"
_LARGEST = 10**15  # beyond it no scale is read: «مليون مليون …» would outgrow any number


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded number words: values stand alone, joined only inside a compound, plurals of scales only after a number.

    first: the words that a number may begin with, behind its particles; short_scales count before one of short_units.
    """

    values: Mapping[str, int]
    joined: Mapping[str, int]
    teens: frozenset[str]
    ordinals: frozenset[str]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    scale_plurals: Mapping[str, int]
    short_scales: Mapping[str, int]
    short_units: frozenset[str]
    fractions: Mapping[str, float]
    rejected: frozenset[str]
    first: frozenset[str]


class Number(NamedTuple):
    """A number in tokens first to last (half-open); definite where it carries the article (الستة, الـ21)."""

    first: int
    last: int
    value: float
    definite: bool
    digits: bool
    scale: int = 1  # by which its last part is counted: of 15 million a million


class _Term(NamedTuple):
    value: float
    last: int
    room: float  # what may still be added behind و is below this
    definite: bool = False
    scale: int = 1


def find_numbers(tokens: Sequence[Token], words: NumberWords) -> list[Number]:
    """Return the numbers of a run of tokens in order; ordinals and bare plurals (آلاف) are none."""
    found: list[Number] = []
    apart, last = words.first.isdisjoint, 0
    for i in [i for i, token in enumerate(tokens) if token.kind == "number" or not apart(_rests(token.folded))]:
        number = None if i < last or _ends_ordinal(tokens, i, words) else read_number(tokens, i, words)
        if number:
            if found and _shares_scale(tokens, found[-1], number):
                found[-1] = found[-1]._replace(value=multiply(found[-1].value, number.scale))
            found.append(number)
            last = number.last
    return found


def _shares_scale(tokens: Sequence[Token], before: Number, number: Number) -> bool:
    """14 أو 15 مليون, من 10 إلى 15 ألف, بين 14 و15 مليون: what is counted is named once."""
    if number.scale <= before.scale or not 0 < before.value < number.value / number.scale:
        return False
    between = [token.folded for token in tokens[before.last : number.first]]
    joined = between == ["و"] or not between and tokens[number.first].folded.startswith("و")
    span = joined and before.first > 0 and tokens[before.first - 1].folded == _BETWEEN
    return before.scale == 1 and (span or between in (["او"], ["الي"]))


def _ends_ordinal(tokens: Sequence[Token], i: int, words: NumberWords) -> bool:
    """القرن التاسع عشر, في التاسعة عشرة."""
    return i > 0 and tokens[i].folded in words.teens and _folded(tokens, i - 1, words.ordinals)


@remember(1 << 15)
def _rests(folded: str) -> tuple[str, ...]:
    """Return what a number may begin with behind a word's particles; كمية is no hundred."""
    return tuple(rest for proclitics, rest in readings(folded) if not proclitics.endswith("ك"))


def read_number(tokens: Sequence[Token], i: int, words: NumberWords) -> Number | None:
    """Return the longest number that starts at token i, or None."""
    term = _read_term(tokens, i, words)
    if term is None:
        return None
    total, last, room, scale = term.value, term.last, term.room, term.scale
    while room and (more := _read_addend(tokens, last, room, words)):
        total, last, room, scale = total + more.value, more.last, more.room, 1
    if term.room == _TEEN and total < _TEEN and _folded(tokens, i, words.joined):
        return None
    article = i > 0 and tokens[i - 1].folded.endswith("ال") and tokens[i - 1].end == tokens[i].start
    return Number(i, last, total, term.definite or article, tokens[i].kind == "number", scale)


def _folded(tokens: Sequence[Token], i: int, table: Mapping[str, int] | frozenset[str]) -> bool:
    return any(rest in table for _, rest in readings(tokens[i].folded))


def _lookup(token: Token, table: Mapping[str, int]) -> tuple[int, bool] | None:
    """Return the value of a word without its particles, and whether it carries the article."""
    for proclitics, rest in readings(token.folded):
        if proclitics.endswith(("س", "ك")):
            continue
        if rest in table:
            return table[rest], False
        if rest.startswith("ال") and rest[2:] in table and 2 < table[rest[2:]] <= _TEEN:
            return table[rest[2:]], True
    return None


def _read_term(tokens: Sequence[Token], i: int, words: NumberWords) -> _Term | None:
    term = _read_compound(tokens, i, words) or _read_fraction(tokens, i, words)
    if term is None:
        return None
    value, last, room, factor = term.value, term.last, term.room, 1
    while last < len(tokens) and value < _LARGEST and (scale := _scale(tokens, last, words)):
        value, last, room, factor = multiply(value, scale), last + 1, scale, factor * scale
    return _Term(value, last, room, term.definite, factor)


def _read_compound(tokens: Sequence[Token], i: int, words: NumberWords) -> _Term | None:
    """Return what one scale behind it counts: خمسة وستين مليون, مئة وخمسين ألفا."""
    term = _read_group(tokens, i, words)
    while term and term.room in (_TEEN, _HUNDRED) and (more := _read_joined(tokens, term, words)):
        room = 0 if term.room == _TEEN else more.room
        term = _Term(term.value + more.value, more.last, room, term.definite)
    return term


def _read_joined(tokens: Sequence[Token], term: _Term, words: NumberWords) -> _Term | None:
    at = _behind_and(tokens, term.last)
    more = _read_group(tokens, at, words) if at < len(tokens) else None
    if more is None:
        return None
    fits = more.value in _TENS if term.room == _TEEN else more.value < term.room
    return more if fits else None


def _behind_and(tokens: Sequence[Token], i: int) -> int:
    """Return where what و adds at token i begins: past the last token where it adds nothing."""
    if i >= len(tokens) or not tokens[i].folded.startswith("و"):
        return len(tokens)
    return i + (tokens[i].folded == "و")


def multiply(value: float, scale: int) -> float:
    """Return the decimal product: 8.2 million, not 8199999.999999999."""
    return float(Decimal(str(value)) * scale)


def _scale(tokens: Sequence[Token], i: int, words: NumberWords) -> int | None:
    folded = tokens[i].folded
    if folded in words.short_scales:  # 379 م د
        unit = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        return words.short_scales[folded] if unit in words.short_units else None
    return words.scales.get(folded) or words.scale_plurals.get(folded)


def _read_group(tokens: Sequence[Token], i: int, words: NumberWords) -> _Term | None:
    token = tokens[i]
    if token.kind == "number":
        return _read_digits(tokens, i, words)
    if token.kind != "word" or token.folded in words.rejected:
        return None
    known = _lookup(token, words.values) or _lookup(token, words.joined)
    if known is None:
        return _read_scale(token, i, words)
    one = _read_accusative(tokens, i, words)
    if one:
        return _Term(one, i + 1, one)
    value, definite = known
    following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    if value < _TEEN and following in words.teens:
        return _Term(value + _TEEN, i + 2, 0, definite)
    if 2 < value < _TEEN and following in words.hundreds:
        return _Term(value * _HUNDRED, i + 2, _HUNDRED, definite)
    return _Term(value, i + 1, _room_of(value), definite)


def _read_accusative(tokens: Sequence[Token], i: int, words: NumberWords) -> int | None:
    """مليونا و200 ألف, مليوناً: one, where a noun that is counted would make two of it (مليونا شخص)."""
    counts = i + 1 < len(tokens) and tokens[i + 1].kind == "word" and not tokens[i + 1].folded.startswith("و")
    known = _lookup(tokens[i], words.scale_plurals)
    return known[0] if known and (_TANWIN in tokens[i].text or not counts) else None


def _room_of(value: int) -> int:
    if value < _TEEN:
        return _TEEN
    if value < _HUNDRED:
        return 0
    return next((scale for scale in (10**9, 10**6, 1000) if value >= scale), _HUNDRED)


def _read_digits(tokens: Sequence[Token], i: int, words: NumberWords) -> _Term | None:
    digits = read_digits(tokens, i)
    if digits is None:
        return None
    value, behind, unsure = digits
    if unsure and behind < len(tokens) and _scale(tokens, behind, words):
        value /= 1000
    return _Term(value, behind, 0)


def _read_scale(token: Token, i: int, words: NumberWords) -> _Term | None:
    known = _lookup(token, words.scales)
    if known is None:
        return None
    return _Term(known[0], i + 1, known[0], known[1])


def _read_fraction(tokens: Sequence[Token], i: int, words: NumberWords) -> _Term | None:
    """نصف مليون, نصف المليون; before another word a share of it (نصف السكان), else nothing."""
    if i + 1 >= len(tokens):
        return None
    share = next((words.fractions[rest] for _, rest in readings(tokens[i].folded) if rest in words.fractions), None)
    scale = words.scales.get(tokens[i + 1].folded.removeprefix("ال")) if share else None
    if not share or tokens[i + 1].kind != "word":
        return None
    return _Term(share * scale, i + 2, 0) if scale and scale >= 1000 else _Term(share, i + 1, 0)


def _read_addend(tokens: Sequence[Token], i: int, room: float, words: NumberWords) -> _Term | None:
    """Return what و adds at token i: خمسة وعشرون, مئة وخمسة, مليون و200 ألف, مليون ونصف."""
    if (at := _behind_and(tokens, i)) >= len(tokens):
        return None
    half = words.fractions.get(tokens[i].folded[1:]) if room >= 1000 else None
    if half:
        named = i + 1 < len(tokens) and tokens[i + 1].folded.removeprefix("ال") in words.scales
        return _Term(half * room, i + 2 if named else i + 1, 0)
    more = _read_term(tokens, at, words)
    if more is None:
        return None
    fits = more.value in _TENS if room == _TEEN else more.value < room
    return more if fits else None
