"""Splits text into paragraphs (lines) and sentences, with the tokens of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.core.arabic.letters import is_arabic, may_name_letter
from service.core.arabic.tokens import Token, tokenize

_STOPS = frozenset(".!?؟۔")
_LONGEST_CREDIT = 9  # tokens with the brackets
_CLOSERS = frozenset("\"”»’')]}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points start to end of a text, the paragraph (line) it is in, and its tokens."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text; a line break always ends one, a comma or colon never does."""
    found: list[Sentence] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        tokens = tokenize(text, offset, offset + len(line))
        found.extend(_cut_line(text, tokens, number))
        offset += len(line) + 1
    return found


def _cut_line(text: str, tokens: list[Token], paragraph: int) -> Iterator[Sentence]:
    first = i = 0
    while i < len(tokens):
        i += 1
        if tokens[i - 1].text in _STOPS and _ends_sentence(text, tokens, i - 1):
            while i < len(tokens) and _closes(tokens, i):
                i += 1
            i = _behind_credit(tokens, i)
            yield _sentence(tokens[first:i], paragraph)
            first = i
    if first < len(tokens):
        yield _sentence(tokens[first:], paragraph)


def _sentence(tokens: list[Token], paragraph: int) -> Sentence:
    return Sentence(tokens[0].start, tokens[-1].end, paragraph, tuple(tokens))


def _closes(tokens: list[Token], i: int) -> bool:
    """A stop or closing mark right behind a stop still belongs to the sentence before it."""
    glued = tokens[i].start == tokens[i - 1].end
    return (glued and tokens[i].text in _CLOSERS) or tokens[i].text in _STOPS


def _ends_sentence(text: str, tokens: list[Token], i: int) -> bool:
    """A stop ends a sentence unless it follows a letter (أ. ف. ب, يو.بي.آي) or sits inside a Latin word or number."""
    before = tokens[i - 1] if i else None
    if before is None or _is_of_dots(tokens, i):
        return False
    if tokens[i].text == "." and before.kind == "word" and (_is_letter(tokens, i) or _joins_letters(tokens, i)):
        return False
    follows = text[tokens[i].end : tokens[i].end + 1]
    if follows == "(":
        return _behind_credit(tokens, i + 1) > i + 1
    return not follows or follows.isspace() or follows in _CLOSERS or follows in '“«"*•' or is_arabic(follows)


def _behind_credit(tokens: list[Token], i: int) -> int:
    """Return the end of the agency in brackets right behind a stop (.(أ.ف.ب)), i where there is none."""
    if i >= len(tokens) or tokens[i].text != "(" or tokens[i - 1].end != tokens[i].start:
        return i
    return next((k + 1 for k in range(i, min(i + _LONGEST_CREDIT, len(tokens))) if tokens[k].text == ")"), i)


def _is_of_dots(tokens: list[Token], i: int) -> bool:
    """Tell one of several stops with spaces between them: "كان ذلك . . . خطيرا" leaves something out."""
    if tokens[i].text != ".":
        return False
    before = tokens[i - 1].text == "." and tokens[i - 1].end < tokens[i].start
    behind = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i].end < tokens[i + 1].start
    return before or behind


def _joins_letters(tokens: list[Token], i: int) -> bool:
    """Tell whether the stop at i stands between the names of two letters: "يو.بي", "يو .بي"."""
    if i + 1 == len(tokens) or tokens[i].end != tokens[i + 1].start:
        return False
    return may_name_letter(tokens[i - 1].folded) and may_name_letter(tokens[i + 1].folded)


def _is_letter(tokens: list[Token], i: int) -> bool:
    """Tell whether the stop at i is a letter's (أ. ف. ب): glued to it, or between letters, as (أ . ف . ب) is spaced."""
    if len(tokens[i - 1].folded) != 1:
        return False
    if tokens[i - 1].end == tokens[i].start or tokens[i - 1].text == "د":
        return True
    letters = [k for k in (i - 3, i + 1) if 0 <= k < len(tokens)]
    return any(tokens[k].kind == "word" and len(tokens[k].folded) == 1 for k in letters)
