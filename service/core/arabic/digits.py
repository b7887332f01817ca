"""Reads numbers in digits as pages have them: with marks for thousands and decimals, turned by a dump, 5ر1 for 1.5."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from service.core.arabic.tokens import Token

_GROUPS = re.compile(r"(\d{1,3})((?:,\d{3})+|(?:\u066c\d{3})+|(?:\.\d{3})+)")
_REVERSED = re.compile(r"ر(\d{1,24})")  # 5ر1 is 1.5 in older agency copy
_DECIMAL = re.compile(r"(\d+)[.,\u066b](\d+)")
_GROUP = 3  # digits between the marks that part thousands, and the most beside a decimal point
_POINT = "فاصل"
_LONGEST = 24  # characters of a figure; what is longer counts nothing


class Digits(NamedTuple):
    """A number in digits, the token behind it, and whether its point may part thousands (2.500)."""

    value: float
    behind: int
    unsure: bool = False


def read_digits(tokens: Sequence[Token], i: int) -> Digits | None:
    """Return the number that begins with the digits at token i, or None where they are none (12.05.2015)."""
    turned = _read_turned(tokens, i) or _read_spelled_point(tokens, i)
    if turned:
        return Digits(turned[0], i + 3)
    split = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end and _REVERSED.fullmatch(tokens[i + 1].text)
    if split and tokens[i].text.isdecimal() and len(tokens[i].text) <= _LONGEST:
        return Digits(float(f"{int(split[1])}.{_ascii(tokens[i].text)}"), i + 2)
    text, behind = _join_comma(tokens, i)
    parsed = parse_digits(text)
    return Digits(parsed[0], behind, parsed[1]) if parsed else None


def parse_digits(text: str) -> tuple[float, bool] | None:
    """Return the value of a number token and whether its point may part thousands (2.500), or None (12.05.2015)."""
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return float(int(text)) if len(text) < 16 else float(text), False
    grouped = _GROUPS.fullmatch(text)
    if grouped and int(grouped[1]):
        unsure = "." in text and text.count(".") == 1
        return float(re.sub(r"\D", "", text)), unsure
    decimal = _DECIMAL.fullmatch(text)
    return (float(f"{int(decimal[1])}.{_ascii(decimal[2])}"), False) if decimal else None


def _ascii(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits)


def _read_turned(tokens: Sequence[Token], i: int) -> tuple[float, bool] | None:
    """Return 3.5 and 470.000 where a dump of a page from right to left has them as "5 .3" and "000 .470"."""
    if i + 2 >= len(tokens) or tokens[i + 1].text != "." or tokens[i + 2].kind != "number":
        return None
    first, point, second = tokens[i : i + 3]
    turned = first.end < point.start and point.end == second.start
    if not turned or not all(token.text.isdecimal() and len(token.text) <= _GROUP for token in (first, second)):
        return None
    return parse_digits(f"{_ascii(second.text)}.{_ascii(first.text)}")


def _read_spelled_point(tokens: Sequence[Token], i: int) -> tuple[float, bool] | None:
    """Return 50.2 where its point is spelled: "50 فاصل 2"."""
    if i + 2 >= len(tokens) or tokens[i + 1].folded != _POINT:
        return None
    first, second = tokens[i].text, tokens[i + 2].text
    short = all(text.isdecimal() and len(text) <= _LONGEST for text in (first, second))
    return (float(f"{int(first)}.{_ascii(second)}"), False) if short else None


def _join_comma(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """Return the digits at token i with those behind an Arabic comma that touches both (19،2), and the token behind."""
    if i + 2 < len(tokens) and tokens[i + 1].text == "،" and tokens[i + 2].kind == "number":
        whole, comma, rest = tokens[i : i + 3]
        if whole.end == comma.start and comma.end == rest.start and len(rest.text) <= _GROUP:
            return f"{whole.text}.{rest.text}", i + 3
    return tokens[i].text, i + 1
