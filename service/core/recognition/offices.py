"""Finds persons behind an office or title: "موفد الأمم المتحدة …", "الوزير الفرنسي، …"."""

from collections.abc import Sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.signs import OFFICE, places_of
from service.core.recognition.surnames import is_new_surname
from service.core.recognition.words import IMPERFECT, UNSEEN, find_stem, readings_of

_SCORE = 0.65
_REACH = 7  # words between the office and the name, marks not counted
_NEAR = 2  # words of an office with one noun behind it ("وزير الداخلية")
_LONGEST = 4  # words of a name
_SHORT = 3  # letters
_DOCTOR = ["د", "."]
_SAID = frozenset({"ان", "بان", "انه", "انها", "انهم", "الي", "علي", "عن", "في", ":", "،"})  # opens what is said
_RARE_BITS, _UNKNOWN_BITS, _NAME_BITS = 7, 4, 9
_INFLECTED = ("ين", "ون", "ات", "وا", "هم", "هن", "ها", "نا", "ا")  # of words of the language, seldom of foreign names
_JOINED = ("و", "بال", "فال", "كال", "لل")
_PLACES = frozenset({"country", "city3"})
_NAMES = frozenset({"given", "name1", "name2", "name3", "propn", "kin"})
_ADVERBIAL = ("ا", "ه")
_THAT = (["ان"], ["بان"])
_NO_SURNAMES = frozenset({"function", "time", "saying"})
_NO_NAMES = frozenset(
    {"function", "time", "saying", "office", "title", "institution", "place", "country", "city3", "nisba"}
)


def find_officers(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the runs of rare words that stand where an office asks for a name."""
    offices = places_of(flags, OFFICE)
    if not offices:
        return []
    found = []
    since = _REACH + 1
    for i in range(offices[0], len(words)):
        word = words[i]
        near = since <= _REACH and _opens(words, i, knowledge) and not _describes_office(words, i, flags, knowledge)
        if near and (end := _run(words, i, knowledge)) > i + 1:
            found.append(Name(i, end, "person", "office", _SCORE))
            since = _REACH + 1
        elif near and names_speaker(words, i, knowledge):
            found.append(Name(i, i + 2, "person", "office", _SCORE))
            since = _REACH + 1
        elif since <= _NEAR and _speaks_alone(words, i, since, knowledge):
            found.append(Name(i, i + 1, "person", "office", _SCORE))
            since = _REACH + 1
        elif flags[i] & OFFICE:
            since = 0
        elif word in ".:" and words[i - 1 : i + 1] != _DOCTOR or word in knowledge.never:
            since = _REACH + 1
        since += word.isalpha()
    return found


def _opens(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """A name follows a definite word of the office or its place, with or without a comma ("والي تونس …")."""
    before = i - 1 if i and words[i - 1] == "،" else i
    before -= 2 * (words[max(0, before - 2) : before] == _DOCTOR)
    if before <= 0:
        return False
    known = not _NAMES.isdisjoint(list_kinds(words[i], knowledge.words))
    named = known or words[i][0] not in IMPERFECT and words[i] not in knowledge.words.uses
    return "ال" in words[before - 1][:3] or named and _is_place(words[before - 1], knowledge)


def _describes_office(words: Sequence[str], i: int, flags: Sequence[int], knowledge: RecognitionKnowledge) -> bool:
    """Tell "العالم النووي …" with a name behind: an adjective in ي that is a surname as well, but none often listed."""
    use = knowledge.words.uses.get(words[i], UNSEEN)
    if use.bits <= _NAME_BITS and not _NAMES.isdisjoint(knowledge.words.kinds.get(words[i], ())):  # "المدرب الهادي …"
        return False
    office = i - 2 if i > 1 and is_nationality(words[i - 1], knowledge) else i - 1
    definite = words[i].startswith("ال") and words[i].endswith("ي") and bool(flags[office] & OFFICE)
    return definite and i + 1 < len(words) and may_be_name(words[i + 1], True, knowledge)


def _is_place(word: str, knowledge: RecognitionKnowledge) -> bool:
    return not _PLACES.isdisjoint(list_kinds(find_stem(word, knowledge.words).rest, knowledge.words))


def _speaks_alone(words: Sequence[str], i: int, since: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether one word that no text has shown stands between a definite office and what it says.

    Without the verb before and the conjunction behind, two of three such words were adjectives.
    """
    verb = i - since - 1
    if verb < 0 or i + 1 == len(words) or words[i + 1] not in _SAID or "ال" not in words[i - 1][:3]:
        return False
    if not any("saying" in knowledge.words.kinds.get(reading, ()) for reading in readings_of(words[verb])):
        return False
    unseen = len(words[i]) > _SHORT and words[i] not in knowledge.words.uses and may_be_name(words[i], False, knowledge)
    return unseen or is_new_surname(words[i], knowledge)


def _run(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    given = "given" in list_kinds(words[i], knowledge.words) and words[i] not in knowledge.titles  # الهادي, المنصف
    end = i + given if words[i - 1] == "،" else i
    while end < min(i + _LONGEST, len(words)) and may_be_name(words[end], given or end > i, knowledge):
        end += 1
    return end


def names_speaker(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a given name with any word behind it before what is said: "المدير عادل نجم أن …"."""
    given = knowledge.words.kinds.get(words[i], ())
    if words[i + 2 : i + 3] not in _THAT or "given" not in given or not _NO_NAMES.isdisjoint(given):
        return False
    word, kinds = words[i + 1], set(list_kinds(words[i + 1], knowledge.words))
    plain = word.isalpha() and word not in knowledge.never and not find_stem(word, knowledge.words).clitics
    plain = plain and len(word) > 2 and not word.endswith(_ADVERBIAL) and not word.startswith(("ال", *IMPERFECT))
    return plain and kinds.isdisjoint(_NO_SURNAMES) and not is_nationality(word, knowledge)


def may_be_name(word: str, later: bool, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word is rare enough to be a name; a later word of the name may be definite ("… الحسني")."""
    barred = word in knowledge.never or word in knowledge.titles
    if barred or not word.isalpha() or find_stem(word, knowledge.words).clitics:
        return False
    kinds = set(list_kinds(word, knowledge.words))
    if kinds & _NO_NAMES or is_nationality(word, knowledge) or (word.startswith("ال") and not later):
        return False
    use = knowledge.words.uses.get(word, UNSEEN)
    if kinds & _NAMES:
        return use.bits <= _RARE_BITS or (later and "given" in kinds)
    if use.bits > _UNKNOWN_BITS or word.endswith(_INFLECTED) or word.startswith(_JOINED):
        return False
    rest = knowledge.words.uses.get(word[1:]) if word[0] in "بل" else None  # "المعارضة بشل الحياة"
    return rest is None or rest.bits < use.bits
