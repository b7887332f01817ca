"""Parts the numbers that stand glued to a word: مقابل6727, أكتوبر2016."""

import re
from collections.abc import Sequence

from service.core.arabic.letters import fold_word
from service.core.arabic.tokens import Token

_GLUED = re.compile(r"([\u0621-\u064a]{3,})(\d+)")  # shorter ones are labels: ق14


def part_numbers(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with each number behind the letters of an Arabic word as a token of its own."""
    if not any(token.kind == "word" and token.text[-1].isdecimal() for token in tokens):
        return tokens
    return [part for token in tokens for part in _part(token)]


def _part(token: Token) -> tuple[Token, ...]:
    found = _GLUED.fullmatch(token.text) if token.kind == "word" else None
    if not found:
        return (token,)
    word, digits = found.groups()
    middle = token.start + len(word)
    return (
        Token(token.start, middle, word, fold_word(word), "word"),
        Token(middle, token.end, digits, fold_word(digits), "number"),
    )
