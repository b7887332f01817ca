"""Tells whether the main clause of a content is negated."""

from service.core.arabic.runs import tokens_between
from service.core.arabic.texts import FieldText
from service.core.details.knowledge import StanceWords
from service.core.records import Span

_REACH = 5  # words; a negation further in belongs to some subordinate clause
_WITHOUT = ("دون", "بدون", "بلا")  # behind other words they tell how, and negate nothing
_OTHER_THAN = "غير"
_COUNT = "0"  # stands for any number
_AGREEING = (("ين", "ين"), ("ات", "ه"))  # endings of a noun and of the adjective that "غير" negates
_RELATIVES = ("الذي", "التي", "الذين", "حيث", "لكن")


def is_negated(text: FieldText, content: Span, words: StanceWords) -> bool:
    """Tell whether a negating word stands in the first words of a content (لا يزال and the like negate nothing)."""
    tokens = tokens_between(text, content.start, min(content.end, content.start + 20 * _REACH))
    folded = [_COUNT if token.kind == "number" else token.folded for token in tokens if token.kind != "mark"]
    i = 0
    while i < min(len(folded), _REACH) and folded[i] not in _RELATIVES:
        bare = _bare(folded[i])
        phrases = [p for key in {folded[i], bare} for p in words.not_negations.get(key, ())]
        skip = max((len(p) for p in phrases if tuple(folded[i + 1 : i + len(p)]) == p[1:]), default=0)
        if not skip and bare in words.negators and not _describes(folded, i):
            return True
        i += skip or 1
    return False


def _describes(folded: list[str], i: int) -> bool:
    """Tell a negating word that tells how something is done (من دون طيار) or what it is like.

    What غير describes is no name and has its ending (مهاجرين غير شرعيين), or was counted (41 مهاجرا غير نظامي).
    """
    if i == 0 or folded[i] in _WITHOUT:
        return i > 0
    noun, adjective = folded[i - 1], "".join(folded[i + 1 : i + 2])
    agree = any(noun.endswith(mine) and adjective.endswith(its) for mine, its in _AGREEING)
    counted = i > 1 and folded[i - 2] == _COUNT
    indefinite = not noun.startswith("ال") and not adjective.startswith("ال")
    return folded[i] == _OTHER_THAN and indefinite and (agree or counted)


def _bare(folded: str) -> str:
    """ولا, فلن and بعدم negate too."""
    return folded[1:] if len(folded) > 2 and folded[0] in "وفب" else folded
