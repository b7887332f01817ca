"""Knows a surname by its form: a definite word too rare to be a word of the language ("الحسيني", "الزرلي")."""

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import is_nationality
from service.core.recognition.words import UNSEEN, bare

NO_NAMES = frozenset({"office", "title", "place", "institution", "medium", "time", "saying", "country"})
_PLURALS = ("ين", "ون", "ات", "ه")


def may_be_surname(word: str, most_bits: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a folded word, so frequent at most, may be a surname where a name is likely to go on."""
    if not word.startswith("ال") or len(word) < 5 or word in knowledge.never or word in knowledge.titles:
        return False
    if is_nationality(word, knowledge) or not NO_NAMES.isdisjoint(list_kinds(word, knowledge.words)):
        return False
    return knowledge.words.uses.get(word, UNSEEN).bits <= most_bits


def is_new_surname(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a folded word, seen neither with nor without its article, has the form of a surname."""
    if not word.isalpha() or word.endswith(_PLURALS) or bare(word) in knowledge.words.uses:
        return False
    return may_be_surname(word, 0, knowledge)
