"""Reads علي as a name where the text writes the preposition على without dots: "وقال علي الحاسي", "محمد علي السنوسي"."""

from collections.abc import Sequence

from service.core.arabic.tokens import Token
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.surnames import may_be_surname
from service.core.recognition.words import bare

# Folding makes one word of the two; another of the commonest given names stands for the name.
_AS = {"علي": "محمد", "وعلي": "ومحمد"}
_RARE = 6  # bits: a definite word so frequent at most may be a surname
_NAMES = frozenset({"given", "propn", "name1", "name2", "name3"})


def read_dotted(tokens: Sequence[Token]) -> list[str]:
    """Return the folded words of a sentence, the name علي as a word that no preposition is."""
    return [_AS.get(token.text) or token.folded or token.text for token in tokens]


def refuse_dotted(tokens: Sequence[Token], names: list[Name], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return names without those that a preposition written with dots by mistake begins: "القبض علي شابين"."""
    return [name for name in names if tokens[name.start].text not in _AS or _goes_on(tokens, name, knowledge)]


def _goes_on(tokens: Sequence[Token], name: Name, knowledge: RecognitionKnowledge) -> bool:
    if name.end == name.start + 1:
        return False
    word = tokens[name.start + 1].folded
    if bare(word) == word or may_be_surname(word, _RARE, knowledge):
        return True
    return not _NAMES.isdisjoint(knowledge.words.kinds.get(word, ()))
