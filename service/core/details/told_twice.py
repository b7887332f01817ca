"""Joins a number that a page tells in digits and again in words: 12 (اثني عشر) قرصا, (670) ستمئة وسبعين قرصا."""

from collections.abc import Sequence

from service.core.arabic.numbers import Number
from service.core.arabic.tokens import Token

_OPENING, _CLOSING = "(", ")"


def join_told_twice(numbers: list[Number], tokens: Sequence[Token]) -> list[Number]:
    """Return the numbers with each one and its equal beside it, one of both in brackets, as one number."""
    joined: list[Number] = []
    for number in numbers:
        if joined and _tells_again(joined[-1], number, tokens):
            bracketed = _text(tokens, number.first - 1) == _OPENING and _text(tokens, number.last) == _CLOSING
            joined[-1] = joined[-1]._replace(last=number.last + bracketed)
        else:
            joined.append(number)
    return joined


def _tells_again(first: Number, second: Number, tokens: Sequence[Token]) -> bool:
    gap = [token.text for token in tokens[first.last : second.first]]
    before = gap == [_CLOSING] and _text(tokens, first.first - 1) == _OPENING
    behind = gap == [_OPENING] and _text(tokens, second.last) == _CLOSING
    return first.value == second.value and first.digits != second.digits and (before or behind)


def _text(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""
