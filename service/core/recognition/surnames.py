"""Knows surnames by their form: definite words too rare for the language ("الحسيني"), foreign ones by lists."""

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import is_nationality
from service.core.recognition.words import UNSEEN, bare, find_stem

NO_NAMES = frozenset({"office", "title", "place", "institution", "medium", "time", "saying", "country"})
_NAMED = frozenset({"name1", "name2", "name3", "given", "native", "propn", "foreign"})
_OFTEN = frozenset({"name2", "name3"})  # of more than one bearer
_RARE_BITS, _FOREIGN_BITS = 6, 8
_OF_THE_MAGHREB = ("بو", "بن", "بل")
_INFLECTED = ("ون", "ات", "هم", "ها", "نا", "وا", "ين", "ي")  # how words of the language end, seldom a name
_VERBAL = ("ي", "ت", "ن", "سي", "ست", "سن", "است", "ال", "ب", "ل", "ف", "ك")  # how verbs and joined words begin
_SHORTEST = 4  # letters
_PLURALS = ("ين", "ون", "ات", "ه")


def may_be_surname(word: str, most_bits: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a folded word, so frequent at most, may be a surname where a name is likely to go on."""
    if not word.startswith("ال") or len(word) < 5 or word in knowledge.never or word in knowledge.titles:
        return False
    if is_nationality(word, knowledge) or not NO_NAMES.isdisjoint(list_kinds(word, knowledge.words)):
        return False
    return knowledge.words.uses.get(word, UNSEEN).bits <= most_bits


def completes_name(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell the surname behind a given name that the tagger leaves alone: by lists a name only, or unseen ("بوراشد")."""
    if not word.isalpha() or len(word) < _SHORTEST or word.startswith("و") or find_stem(word, knowledge.words).clitics:
        return False
    kinds = knowledge.words.kinds.get(word, ())
    if word in knowledge.never or word in knowledge.titles or is_nationality(word, knowledge):
        return False
    formed = word.startswith(("ال", *_OF_THE_MAGHREB))
    listed = not _OFTEN.isdisjoint(kinds) or formed and "name1" in kinds
    bits = knowledge.words.uses.get(word, UNSEEN).bits
    if listed and _NAMED.issuperset(kinds):
        return bits <= _RARE_BITS
    unseen = not kinds and not bits and not word.endswith(_INFLECTED)
    return unseen and (word.startswith(_OF_THE_MAGHREB) or not word.startswith(_VERBAL))


def is_new_surname(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a folded word, seen neither with nor without its article, has the form of a surname."""
    if not word.isalpha() or word.endswith(_PLURALS) or bare(word) in knowledge.words.uses:
        return False
    return may_be_surname(word, 0, knowledge)


def is_foreign_name(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a name that no Arab bears, or none that is listed, behind فان, which may be فإن ("فان دايك")."""
    kinds = knowledge.words.kinds.get(word, ())
    native = "native" in kinds or "country" in kinds or word.startswith("ال")
    return not native and knowledge.words.uses.get(word, UNSEEN).bits <= _FOREIGN_BITS
