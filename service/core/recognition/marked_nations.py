"""Reads through the marks that an outlet puts around the adjective of a nation: الحكومة "النرويجية"."""

from collections.abc import Sequence
from itertools import pairwise

from service.core.arabic.quotes import MARKS, is_quotation_mark
from service.core.arabic.tokens import Token
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import is_nationality


def skip_marks(tokens: Sequence[Token], knowledge: RecognitionKnowledge) -> tuple[Token, ...]:
    """Return a sentence's tokens without the marks around a nation's definite adjective alone."""
    marks = [i for i, token in enumerate(tokens) if token.kind == "mark" and is_quotation_mark(token)]
    if len(marks) < 2:
        return tuple(tokens)
    skipped: set[int] = set()
    for first, last in pairwise(marks):
        if last == first + 2 and first and first not in skipped:
            word = tokens[first + 1].folded
            if word.startswith("ال") and is_nationality(word, knowledge):
                skipped |= {first, last}
    return tuple(token for i, token in enumerate(tokens) if i not in skipped) if skipped else tuple(tokens)


def closes_inside(name: str, following: str) -> bool:
    """Tell whether the mark behind a name closes one that was opened within it."""
    return following in MARKS and sum(map(name.count, MARKS)) % 2 == 1
