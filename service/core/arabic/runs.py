"""Gives the tokens of a stretch of a text without reading the text again."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.core.arabic.sentences import Sentence
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token


def tokens_between(text: FieldText, start: int, end: int) -> Sequence[Token]:
    """Return the tokens that lie wholly in text[start:end]."""
    found: list[Token] = []
    first = max(bisect_right(text.sentences, start, key=_start) - 1, 0)
    for i in range(first, len(text.sentences)):
        sentence = text.sentences[i]
        if sentence.start >= end:
            break
        low = bisect_left(sentence.tokens, start, key=_token_start)
        high = bisect_right(sentence.tokens, end, key=_token_end)
        found.extend(sentence.tokens[low:high])
    return found


def sentence_at(text: FieldText, offset: int) -> Sentence | None:
    """Return the sentence that holds a code point, None between sentences."""
    i = bisect_right(text.sentences, offset, key=_start) - 1
    return text.sentences[i] if i >= 0 and offset < text.sentences[i].end else None


def _start(sentence: Sentence) -> int:
    return sentence.start


def _token_start(token: Token) -> int:
    return token.start


def _token_end(token: Token) -> int:
    return token.end
