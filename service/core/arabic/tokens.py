"""Cuts text into words, numbers and marks with exact offsets."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Literal, NamedTuple

from service.core.arabic.letters import fold_word

Kind = Literal["word", "number", "mark"]

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_ATTACHED = r"(?:[وفبكل]{1,2}(?:ال)?|ال)\u0640*(?=\d)"  # و56, بـ50, الـ21: the particle is a word of its own
_NUMBER = r"\d+(?:[.,\u066b\u066c]\d+)*"
_WORD = rf"{_ATTACHED}|[@#]?[^\W\d_][\w{_SIGNS}]*"
_REMAINS = {"171": "«", "187": "»", "8220": "“", "8221": "”", "34": '"', "laquo": "«", "raquo": "»", "quot": '"',
            "ldquo": "“", "rdquo": "”"}  # fmt: skip
_REMAIN = r"&?(?:amp;)?#(?:171|187|822[01]|34);|&(?:amp;)?(?:[lr]aquo|[lr]dquo|quot);"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<mark>{_REMAIN}|\.{{2,}}|\S)")
_NO_MARK = re.compile(rf"{_NUMBER}|{_WORD}")


class Token(NamedTuple):
    """A word, number or mark at code points start to end; folded is its text after letter folding.

    The text of a quotation mark that is left as a code ("#187;") is the mark itself.
    """

    start: int
    end: int
    text: str
    folded: str
    kind: Kind


_SHORTEST_CODE = 4

# What the class's own way does too, at half the cost: pages are made of tokens.
_make: Callable[[tuple[Any, ...]], Token] = partial(tuple.__new__, Token)


def tokenize(text: str, start: int = 0, end: int | None = None, shift: int = 0) -> list[Token]:
    """Return the tokens of text[start:end] in order; offsets count from the start of text, which stands at shift."""
    stop = len(text) if end is None else end
    tokens = [
        _make((m.start() + shift, m.end() + shift, word := m.group(), fold_word(word), m.lastgroup))
        for m in _TOKEN.finditer(text, start, stop)
    ]
    coded = text.find("#", start, stop) >= 0 or text.find("&", start, stop) >= 0
    return [_decode(token) for token in tokens] if coded else tokens


def _decode(token: Token) -> Token:
    """Return the mark that a code stands for ("#187;", "&quot;")."""
    if token.kind != "mark" or len(token.text) < _SHORTEST_CODE or token.text[-1] != ";":
        return token
    mark = _REMAINS[re.split("[&#;]", token.text)[-2]]
    return token._replace(text=mark, folded=mark)


def split_words(text: str) -> list[str]:
    """Return the words and numbers that tokenize finds, as they are written: for who needs no offsets."""
    return _NO_MARK.findall(text)
