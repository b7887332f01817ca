"""Tells words that the tagger takes for a name and that only describe: "ميناء ترفيهي", "المنظمة الدولية"."""

from collections.abc import Sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_adjective
from service.core.recognition.words import NAME_KINDS, UNSEEN, bare, readings_of

_OF_KIND = 2  # words: a head and its adjective
_SHORT = 5  # letters
_COMMON_BITS, _WORD_BITS = 5, 8
_FRONT, _CAPITAL = "جبهه", "عاصمه"
_OF_PLACE = frozenset({"place"})
_PLACES = ("city", "site", "region")  # how kinds of places begin


def describes_site(pair: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a site without a name: "ميناء ترفيهي", "جبل كبير", "مطار العاصمة"."""
    site, word = pair
    kinds = knowledge.words.kinds.get(word, ())
    named = not NAME_KINDS.isdisjoint(kinds) or any(kind.startswith(_PLACES) for kind in kinds)
    listed = named and "office" not in kinds
    if knowledge.sites.isdisjoint(readings_of(site)) or listed:
        return False
    if word.startswith("ال"):
        return bare(word) == _CAPITAL or bare(word) in knowledge.towns
    return word.endswith(("ي", "يه")) or knowledge.words.uses.get(word, UNSEEN).bits >= _WORD_BITS


def agrees(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell adjectives behind their noun, all feminine and indefinite: "أغنية وطنية", "منطقة جبلية نائية"."""
    noun, *adjectives = words
    indefinite = noun.isalpha() and noun.endswith(("ه", "ات")) and "ال" not in noun[:3]
    indefinite = indefinite and _OF_PLACE.issuperset(list_kinds(noun, knowledge.words))
    return indefinite and all(word.endswith("يه") and not word.startswith("ال") for word in adjectives)


def is_of_kind(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell "المنظمة الدولية", which only means one named before, and "نقابة للصحفيين"."""
    if len(words) > 1 and words[1].startswith("لل") and (words[0] in knowledge.strong or words[0] in knowledge.weak):
        return True
    if len(words) == _OF_KIND and bare(words[0]) == _FRONT:
        return words[1] in knowledge.sides
    if len(words) != _OF_KIND or bare(words[0]) not in knowledge.plain:
        return False
    return is_adjective(words[1], knowledge) and not is_nationality(words[1], knowledge)


def describes_kind(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a common adjective without article, behind a word of kind that was left out."""
    adjective = word.endswith(("يه", "ي")) and not word.startswith("ال") and len(word) >= _SHORT
    return adjective and knowledge.words.uses.get(word, UNSEEN).bits >= _COMMON_BITS
