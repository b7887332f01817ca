"""Tells of whom a figure speaks: what befell those it counts, and whether they are a part of those named before."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from service.core.arabic.letters import fold_word
from service.core.arabic.tokens import Token
from service.core.groups.knowledge import LikenessKnowledge
from service.core.records import Figure

_BEFORE = 8  # words from a verb to its count: أودى الحريق الذي شب في السوق بحياة ثلاثة
_BEHIND = 3
_NEXT = 2


def find_fate(figure: Figure, tokens: Sequence[Token], knowledge: LikenessKnowledge) -> str:
    """Return the fate (dead, wounded, …) of what a figure counts, "" where none is told.

    Tokens stand at their places in the field, as the figure does.
    """
    own = knowledge.fates.get(fold_word(figure.of or ""))
    if own:
        return own
    first = _place(figure, tokens)
    before = reversed(tokens[max(0, first - _BEFORE) : first])
    behind = tokens[first + 1 : first + 1 + _BEHIND]
    return next((fate for token in [*before, *behind] if (fate := _fate(token, knowledge))), "")


def is_subset(figure: Figure, tokens: Sequence[Token], knowledge: LikenessKnowledge) -> bool:
    """Tell whether a figure counts some of those before it (بينهم 8 أجانب)."""
    first = _place(figure, tokens)
    return any(token.folded in knowledge.subset for token in tokens[max(0, first - _NEXT) : first])


def _place(figure: Figure, tokens: Sequence[Token]) -> int:
    return bisect_right(tokens, figure.span.start, key=attrgetter("end"))


def _fate(token: Token, knowledge: LikenessKnowledge) -> str:
    word = token.folded
    return knowledge.fates.get(word) or (knowledge.fates.get(word[1:], "") if word[:1] in "وفلب" else "")
