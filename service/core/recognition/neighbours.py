"""Types the tagger's names by the words beside them."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.words import bare, readings_of

_PERSONS = frozenset({"given", "first", "often-first", "kin"})
_GOVERNOR = "محافظ"
_DISTRICT = 2  # words: a word of district and its town
_OFFICE_AND_NAME = 3  # words: an office, its nation and a name's first


def type_by_neighbours(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return a name typed by its neighbours: behind مراسلنا a person's, behind مدن a place's, with نيوز a company's."""
    if name.type == "organization" and _is_officer(words[max(0, name.start - 2) : name.start + 1], knowledge):
        return name._replace(type="person")
    if name.end > name.start + 1 and words[name.end - 1] in knowledge.tails:
        return name._replace(type="organization")
    if name.end > name.start + 1 and _is_ours(words[name.start], knowledge):
        return name._replace(start=name.start + 1, type="person")
    if name.type == "person" and name.end > name.start + 1 and _begins_place(words[name.start], knowledge):
        return name._replace(type="place")
    if name.type == "organization" and _is_district(words[name.start : name.end], knowledge):
        return name._replace(start=name.start + 1, type="place")
    if name.start and name.type == "organization" and _heads_place(words[name.start - 1], knowledge):
        return name._replace(type="place")
    return name._replace(type="person") if name.start and _is_ours(words[name.start - 1], knowledge) else name


def _is_officer(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell who holds an office of a nation, where no institution's head follows: "الرئيس الأمريكي جي …"."""
    if len(words) != _OFFICE_AND_NAME or not words[1].startswith("ال") or words[2].startswith("ال"):
        return False
    office = bare(words[0]) != words[0] and "office" in knowledge.words.kinds.get(bare(words[0]), ())
    head = any(r in knowledge.strong or r in knowledge.weak for r in readings_of(words[2]))
    return office and is_nationality(words[1], knowledge) and not head


def _begins_place(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a word with which places' names begin and no person's: "رأس الريحان"."""
    return word in knowledge.toponyms and _PERSONS.isdisjoint(knowledge.words.kinds.get(word, ()))


def _is_district(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a word of district with a town: "بمركز المحلة", "قضاء زحلة"."""
    if len(words) != _DISTRICT or "town" not in knowledge.words.kinds.get(words[1], ()):
        return False
    return not knowledge.unplaced.isdisjoint(readings_of(words[0]))


def _heads_place(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a word of regions, and of who governs one: "محافظات …", "محافظ …"."""
    readings = readings_of(word)
    return not knowledge.plural_regions.isdisjoint(readings) or _GOVERNOR in readings


def _is_ours(word: str, knowledge: RecognitionKnowledge) -> bool:
    stem = word.removesuffix("نا")
    return stem != word and any("office" in knowledge.words.kinds.get(form, ()) for form in (stem, stem[:-1]))
