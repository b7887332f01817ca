"""Refuses names that begin with علي where it is the preposition, written with dots by mistake."""

from collections.abc import Sequence

from service.core.arabic.dotted import is_dotted
from service.core.arabic.tokens import Token
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.surnames import may_be_surname
from service.core.recognition.words import bare

_RARE = 6  # bits: a definite word so frequent at most may be a surname
_NAMES = frozenset({"given", "propn", "name1", "name2", "name3"})


def refuse_dotted(tokens: Sequence[Token], names: list[Name], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return names without those that the preposition begins: "القبض علي شابين"."""
    return [name for name in names if not is_dotted(tokens[name.start]) or _goes_on(tokens, name, knowledge)]


def _goes_on(tokens: Sequence[Token], name: Name, knowledge: RecognitionKnowledge) -> bool:
    if name.end == name.start + 1:
        return False
    word = tokens[name.start + 1].folded
    if bare(word) == word or may_be_surname(word, _RARE, knowledge):
        return True
    return not _NAMES.isdisjoint(knowledge.words.kinds.get(word, ()))
