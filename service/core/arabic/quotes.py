"""Pairs quotation marks of every style, also those never closed, never opened, nested or turned the wrong way."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from service.core.arabic.tokens import Token

_OPENERS = frozenset("«“„‹")
_CLOSERS = frozenset("»”›″")
MARKS = _OPENERS | _CLOSERS | {'"'}
_STYLE = {"«": "<", "»": "<", "‹": "'", "›": "'"}
_GLUED_PARTICLES = frozenset({"ل", "ب", "ك", "و", "ف", "ال", "لل", "بال", "وال", "ول", "وب"})
_STOPS = frozenset({".", "!", "؟", "?", "..", "..."})
_NEAR = 8  # tokens between a word of saying and the mark that opens what was said
_BEHIND = frozenset(".،,؛;:!؟?)")  # marks that stand behind a closing mark
_DEEPEST = 4  # nested quotations that are still told apart


class Quote(NamedTuple):
    """A quotation: the token of its opening mark, and of its closing mark or of what ends it where it has none."""

    opening: int
    closing: int
    closed: bool


def is_quotation_mark(token: Token) -> bool:
    """Tell whether a token is a quotation mark that can pair."""
    return token.text in MARKS


def _is_nothing(_word: str) -> bool:
    return False


def pair_quotes(tokens: Sequence[Token], introduces: Callable[[str], bool] = _is_nothing) -> tuple[Quote, ...]:
    """Return the quotations among the tokens of one paragraph by their opening; a lone closing mark opens none.

    introduces tells the folded words (وأضاف) behind which speech begins: a mark soon after one that stands in a
    sentence of its own opens a quotation, and what was open before was never closed.
    """
    found: list[Quote] = []
    waiting: list[int] = []
    introduced = stopped = -_NEAR
    for i, token in enumerate(tokens):
        if token.text not in MARKS:
            stopped = i if token.text in _STOPS else stopped
            introduced = i if waiting and introduces(token.folded) else introduced
            continue
        if waiting and waiting[-1] < stopped < introduced and i - introduced <= _NEAR and not _touches_left(tokens, i):
            found.extend(Quote(opening, stopped, False) for opening in waiting)
            waiting = [i]
        elif waiting and _closes(tokens, i, waiting[-1]):
            found.append(Quote(waiting.pop(), i, True))
        elif _may_open(tokens, i, bool(waiting)) and len(waiting) < _DEEPEST:
            waiting.append(i)
    found.extend(Quote(opening, len(tokens), False) for opening in waiting)
    return tuple(sorted(found))


def _closes(tokens: Sequence[Token], i: int, opening: int) -> bool:
    """The mark ends the quotation opened last unless its nature and the spaces around it say that it opens another."""
    mark, opened = tokens[i].text, tokens[opening].text
    if _STYLE.get(mark, '"') != _STYLE.get(opened, '"'):
        return False
    if mark in _CLOSERS and opened in _OPENERS:
        return True
    return not _leans_right(tokens, i)


def _may_open(tokens: Sequence[Token], i: int, inside: bool) -> bool:
    if inside:
        return _leans_right(tokens, i)
    if tokens[i].text in _CLOSERS:
        return _leans_right(tokens, i) and i + 1 < len(tokens)
    return not _leans_left(tokens, i)


def _leans_right(tokens: Sequence[Token], i: int) -> bool:
    """Space (or a glued particle) before and a word right behind: the mark stands where an opening mark stands."""
    if _touches_left(tokens, i) or i + 1 == len(tokens) or tokens[i + 1].text in _BEHIND:
        return False
    return tokens[i + 1].start == tokens[i].end


def _leans_left(tokens: Sequence[Token], i: int) -> bool:
    """Nothing but a stop or the paragraph's end behind the mark, and a word right before it."""
    touches_right = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    closing_mark = touches_right and tokens[i + 1].text in _BEHIND
    return _touches_left(tokens, i) and (i + 1 == len(tokens) or closing_mark or not touches_right)


def _touches_left(tokens: Sequence[Token], i: int) -> bool:
    if not i or tokens[i - 1].end != tokens[i].start:
        return False
    return tokens[i - 1].folded not in _GLUED_PARTICLES and tokens[i - 1].text not in "([:"
