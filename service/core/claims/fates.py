"""Tells what befell the people that a figure counts: the dead are not set against the wounded."""

from collections.abc import Sequence

from service.core.arabic.letters import fold_word
from service.core.arabic.tokens import Token
from service.core.claims.likeness_knowledge import LikenessKnowledge
from service.core.records import Figure

_BEFORE = 8  # words from a verb to its count: أودى الحريق الذي شب في السوق بحياة ثلاثة
_BEHIND = 3


def find_fate(figure: Figure, tokens: Sequence[Token], place: int, knowledge: LikenessKnowledge) -> str:
    """Return the fate (dead, wounded, …) of what a figure at code point `place` counts, "" where none is told."""
    own = knowledge.fates.get(fold_word(figure.of or ""))
    if own:
        return own
    first = next((i for i, token in enumerate(tokens) if token.end > place), len(tokens))
    before = reversed(tokens[max(0, first - _BEFORE) : first])
    behind = tokens[first + 1 : first + 1 + _BEHIND]
    return next((fate for token in [*before, *behind] if (fate := _fate(token, knowledge))), "")


def _fate(token: Token, knowledge: LikenessKnowledge) -> str:
    word = token.folded
    return knowledge.fates.get(word) or (knowledge.fates.get(word[1:], "") if word[:1] in "وفلب" else "")
