"""Reads institutions whose head stands before a noun of its own: "وزارة الدفاع الأمريكية", "مركز الملك … للبحوث"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nasab import read_person
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import (
    begins_other,
    is_adjective,
    is_definite_noun,
    is_plain_noun,
    is_work,
    skip_adjectives,
    skip_kinds,
    skip_plural,
)
from service.core.recognition.offices import may_be_name
from service.core.recognition.purposes import read_purpose
from service.core.recognition.words import bare

_LONGEST = 7  # words of a name
_SHORT = 3  # letters of what is mostly a word between a head and its noun: "نادي كرة القدم"
_COUNCIL, _MINISTRY, _ABROAD = "مجلس", "وزاره", "بالخارج"
_OF_TOWNS = frozenset({"محكمه", "بلديه"})
_FEMININE = ("ه", "ات", "يا")


def read_construct(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """وزارة الدفاع الأمريكية, منظمة برامج الطاقة النووية: a head, at most one bare noun, a definite one, adjectives."""
    at = i + 1
    if core in knowledge.districts and not _ranks(words, i + 2, knowledge):
        return 0
    if core not in knowledge.strong and core not in knowledge.weak:
        return _end_of_nation(words, i, core, knowledge) if core in knowledge.national else 0
    if at + 1 < len(words) and words[at] in knowledge.honours:
        return _read_honoured(words, at + 1, knowledge)
    at += _skip_joined_work(words, at, knowledge)
    if at + 1 < len(words) and is_definite_noun(words[at + 1], knowledge) and is_plain_noun(words[at], knowledge):
        at += len(words[at]) > _SHORT or core in knowledge.strong and not is_adjective(words[at + 1], knowledge)
    if at > i + 1 and _is_generic(words, at, knowledge) or at >= len(words) or words[at] in knowledge.titles:
        return 0
    field = core == _MINISTRY and words[at].startswith("ال") and bare(words[at]) in knowledge.unnamed  # وزارة الدفاع
    if not field and not is_definite_noun(words[at], knowledge):
        town = core in _OF_TOWNS and not words[at].endswith("يه") and may_be_name(words[at], False, knowledge)
        return at + 1 if town else 0  # محكمة فلاوسن
    if core == _COUNCIL and _is_whole(words, at, knowledge):
        return 0
    end = skip_kinds(words, skip_plural(words, at + 1, knowledge), knowledge)
    if end == i + 2 and words[at].removeprefix("ال") in knowledge.bland:
        return 0
    while end < len(words) and end - i < _LONGEST and (joined := _join(words, end, core, end > at + 1, knowledge)):
        end = skip_kinds(words, joined, knowledge)
    return end + (core == _MINISTRY) * _count_abroad(words, end)


def _count_abroad(words: Sequence[str], i: int) -> int:
    """Return how many words are a ministry's last field: "والجالية … بالخارج", "والتونسيين بالخارج"."""
    if words[i : i + 1] == [_ABROAD]:
        return 1
    return 2 if words[i + 1 : i + 2] == [_ABROAD] and words[i].startswith("وال") else 0


def _ranks(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell that a word is an adjective of rank: "مديرية المرور العامة"."""
    return i < len(words) and bare(words[i]) != words[i] and bare(words[i]).removesuffix("ه") in knowledge.ranks


def _end_of_nation(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """Return the end of "سلطة النقد الفلسطينية", whose last word by its gender describes the head alone; 0 without."""
    if i + 2 >= len(words) or not is_definite_noun(words[i + 1], knowledge) or begins_other(words[i + 1], knowledge):
        return 0
    feminine = [word.endswith(_FEMININE) for word in (core, words[i + 1], words[i + 2])]
    told = feminine[0] == feminine[2] != feminine[1] and words[i + 2].startswith("ال")
    return i + 3 if told and is_nationality(words[i + 2], knowledge) else 0


def _skip_joined_work(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return 1 where two works have one object: "صندوق مكافحة وعلاج الإدمان"."""
    if i + 1 >= len(words) or not words[i + 1].startswith("و"):
        return 0
    return int(is_work(words[i], knowledge) and is_work(words[i + 1][1:], knowledge))


def _is_generic(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """مجلس رؤساء المؤسسة: a word of kind by itself tells of which one only to who knows already."""
    head = bare(words[i])
    return (head in knowledge.plain or head in knowledge.classes) and skip_adjectives(words, i + 1, knowledge) == i + 1


def _is_whole(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell an institution of its own whose council is meant: "مجلس الهيئة العليا …"."""
    head = bare(words[i])
    described = i + 1 < len(words) and is_adjective(words[i + 1], knowledge)
    return described and (head in knowledge.strong or head in knowledge.weak)


def _read_honoured(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """مركز الملك … للبحوث: a person's name, adjectives, at last what it is for."""
    end = read_person(words, i, knowledge)
    while end < len(words) and "given" in knowledge.words.kinds.get(words[end], ()):
        end += 1
    end = skip_adjectives(words, end, knowledge)
    return read_purpose(words, end, knowledge) or end


def read_eponym(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """مستشفى حمد العام: whom a house is called after and its rank; 0 where one of the two is not there."""
    end = i
    while end < len(words) and "given" in knowledge.words.kinds.get(words[end], ()):
        end += 1
    ranked = skip_adjectives(words, end, knowledge)
    return ranked if ranked > end > i and bare(words[end]).removesuffix("ه") in knowledge.ranks else 0


def _join(words: Sequence[str], i: int, core: str, described: bool, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a further field or adjective, 0 without: "والبحث", "ومكافحة الفساد", "والاجتماعي"."""
    if _joins(words[i], core, described, knowledge):
        return i + 1
    works = core in knowledge.paired and words[i][0] == "و" and is_work(words[i][1:], knowledge)
    return i + 2 if works and i + 1 < len(words) and is_definite_noun(words[i + 1], knowledge) else 0


def _joins(word: str, core: str, described: bool, knowledge: RecognitionKnowledge) -> bool:
    if not word.startswith("وال") or is_nationality(word[1:], knowledge) or bare(word[1:]) in knowledge.crowds:
        return False
    if core in knowledge.paired:
        known = bare(word[1:]) in knowledge.fields or not begins_other(word[1:], knowledge)
        return known and not (core != _MINISTRY and _tells_people(word))
    head = bare(word[1:]) in knowledge.strong or bare(word[1:]) in knowledge.weak  # والهيئة
    return described and not head and is_adjective(word[1:], knowledge)


def _tells_people(word: str) -> bool:
    """والعاملين, والمقرب: no field of a body's."""
    return word.endswith(("ين", "ون")) or word.startswith("والم") and not word.endswith(("ه", "ات"))
