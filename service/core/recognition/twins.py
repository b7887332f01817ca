"""Refuses names that begin with علي or بان where it is the particle after all, written so by mistake."""

from collections.abc import Sequence

from service.core.arabic.tokens import Token
from service.core.arabic.twins import is_twin
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.surnames import may_be_surname
from service.core.recognition.words import bare

_THAT = "بان"
_RARE = 6  # bits: a definite word so frequent at most may be a surname
_NAMES = frozenset({"given", "propn", "name1", "name2", "name3"})


def refuse_particles(tokens: Sequence[Token], names: list[Name], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return names without those that a particle begins ("القبض علي شابين"), and without the one that ends them."""
    ended = [name._replace(end=name.end - (tokens[name.end - 1].text == _THAT)) for name in names]
    return [name for name in ended if not is_twin(tokens[name.start]) or _goes_on(tokens, name, knowledge)]


def _goes_on(tokens: Sequence[Token], name: Name, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a name goes on behind its first word as names do; the rarer word must be one of three."""
    least = 3 if tokens[name.start].text.endswith(_THAT) else 2
    if name.end < name.start + least:
        return False
    word = tokens[name.start + 1].folded
    named = not _NAMES.isdisjoint(knowledge.words.kinds.get(word, ()))
    if named or least > 2:
        return named
    return bare(word) == word or may_be_surname(word, _RARE, knowledge)
