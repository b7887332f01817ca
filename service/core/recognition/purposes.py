"""Reads what an institution is for, behind its name: "للغذاء والدواء", "من أجل الديمقراطية"."""

import re
from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import same_spelling
from service.core.recognition.nominals import (
    INDEFINITE,
    OTHER_KINDS,
    begins_other,
    is_adjective,
    is_definite_noun,
    is_plain_noun,
    is_work,
    skip_kinds,
    skip_plural,
)
from service.core.recognition.words import UNSEEN, bare, find_stem

_LONGEST = 7  # words
_SHORTEST = 4  # letters
_KNOWN_BITS = 5
_PLACES = frozenset({"country", "city1", "city2", "city3"})
_NO_PURPOSES = frozenset({"country", "city3"})
_TIMES = frozenset({"عام", "سنه", "موسم", "شهر", "اسبوع", "يوم", "فتره", "مره", "فصل"})  # للعام الدراسي
_FOR = ("من", "اجل")
_ON = "علي"
# What a body is for that goes on with a preposition: "للدفاع عن حقوق الإنسان", "للوقاية من الأمراض".
_CAUSED = {
    "عن": frozenset({"دفاع", "كشف", "تنقيب", "بحث", "مسووله"}),
    "من": frozenset({"وقايه", "حمايه", "حد", "تخفيف"}),
    _ON: frozenset({"رقابه", "حفاظ", "محافظه", "اشراف", "سيطره", "تامين"}),
}
_TO, _BETWEEN = "الي", "بين"
_THOSE_WHO = "ي"  # لمستغلي قاعات السينما
_OF_IT = re.compile("وت..ي.(?:ه|ها)")  # وتطويره, وتنظيمها


def read_purpose(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of what an institution is for, 0 without: للغذاء والدواء, لمكافحة الفساد, للدفاع عن حقوق الإنسان,
    للنقل بين المدن.

    Nouns joined by و are no heads of further institutions.
    """
    start = _begin_purpose(words, i, knowledge)
    if not start:
        return 0
    end = skip_kinds(words, _skip_cause(words, start, knowledge), knowledge)
    if words[end : end + 1] == [_BETWEEN] and _begins_kind(words, end + 1, knowledge):
        end += 2
    while end < min(i + _LONGEST, len(words)) and (joined := _end_further(words, end, knowledge)):
        end = skip_kinds(words, _skip_cause(words, joined, knowledge), knowledge)
    return end


def _begins_kind(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a definite noun that begins no place's name: "بين المدن", not "بين الدار البيضاء و…"."""
    if i >= len(words) or not words[i].startswith("ال"):
        return False
    listed = knowledge.listed.get(same_spelling(words[i]), ())
    return not any(kind == "place" and tuple(words[i + 1 : i + 1 + len(rest)]) == rest for rest, kind in listed)


def _end_further(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a further purpose, 0 without: "والدواء", "وإعادة الإدماج", "وتطويره"."""
    if words[i].startswith("وال"):
        known = bare(words[i][1:]) in knowledge.fields or not begins_other(words[i][1:], knowledge)
        return i + 1 if known or _goes_on(words, i, knowledge) else 0
    work = words[i][1:] if words[i].startswith("و") else ""
    if is_work(work, knowledge):
        return i + 2 if i + 1 < len(words) and is_definite_noun(words[i + 1], knowledge) else 0
    return i + 1 if _OF_IT.fullmatch(words[i]) else 0


def _goes_on(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a second adjective from a further body: "للمنافذ البرية والبحرية"."""
    pair = words[i - 1], words[i][1:]
    return all(word.endswith("يه") and is_adjective(word, knowledge) for word in pair)


def _skip_cause(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of "عن …", "من …" or "على …" behind a purpose, with one or two nouns."""
    caused = i + 1 < len(words) and _noun_of(words[i - 1]) in _CAUSED.get(words[i], ())
    if not caused and tuple(words[i : i + 2]) != _FOR:
        return i
    at = i + 2 if is_plain_noun(words[i + 1], knowledge) else i + 1
    return at + 1 if at < len(words) and is_definite_noun(words[at], knowledge) else i


def _noun_of(word: str) -> str:
    """Return the noun of للدفاع, لدفاع, الدفاع or دفاع."""
    return word.removeprefix("لل").removeprefix("ال").removeprefix("ل")


def _begin_purpose(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of ل with a definite noun, or with a noun and a definite one behind it; 0 without."""
    if i >= len(words) or not words[i].startswith("ل"):
        return 0
    if len(words[i]) < _SHORTEST and words[i][1:] not in knowledge.fields:
        return 0
    if words[i].startswith("لل"):
        kinds = knowledge.words.kinds.get(find_stem(words[i], knowledge.words).rest, ())
        return 0 if tells_time(words[i]) or not _NO_PURPOSES.isdisjoint(kinds) else skip_plural(words, i + 1, knowledge)
    return _end_aim(words, i, knowledge) if i + 1 < len(words) else 0


def _tells_people(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell لمنتجي, لمربي: who does something for a living, whose noun goes on with its object."""
    formed = word.startswith("لم") and word.endswith(_THOSE_WHO) and len(word) > _SHORTEST
    return formed and not begins_other(word[1:], knowledge) and word[1:] not in knowledge.unnamed


def tells_time(word: str) -> bool:
    """Tell للعام, للموسم, which are no purpose."""
    return word.startswith("لل") and word[2:] in _TIMES


def _end_aim(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of ل with a noun and what it is of: لمدينة الرياض, لمكافحة الفساد, لسكك حديد مصر; 0 without."""
    placed = _is_place(words[i + 1], knowledge)
    if _tells_people(words[i], knowledge) and is_definite_noun(words[i + 1], knowledge):
        return i + 2
    if words[i].endswith(_THOSE_WHO) and is_definite_noun(words[min(i + 2, len(words) - 1)], knowledge):
        return i + 3 if is_plain_noun(words[i + 1], knowledge) else 0
    if words[i][1:] in knowledge.classes - knowledge.actions:
        return i + 2 if placed else 0
    if not _is_aim(words[i], knowledge):
        return 0
    if placed:
        return i + 2
    third = words[i + 2] if i + 2 < len(words) else ""
    works = is_work(words[i][1:], knowledge) and is_definite_noun(third, knowledge)  # لضمان جودة التعليم
    if is_plain_noun(words[i + 1], knowledge) and (works or _is_place(third, knowledge)):
        return i + 3
    joined = words[i + 1]  # لاستغلال وتوزيع المياه
    if joined.startswith("و") and _is_aim("ل" + joined[1:], knowledge):
        return i + 3 if is_definite_noun(third, knowledge) else 0
    return i + 2 if is_definite_noun(words[i + 1], knowledge) and not begins_other(words[i + 1], knowledge) else 0


def _is_aim(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word is ل with a noun that many texts have ("لمكافحة", "لحقوق")."""
    noun = word[1:]
    if is_work(noun, knowledge):
        return True
    known = knowledge.words.uses.get(noun, UNSEEN).bits >= _KNOWN_BITS and noun not in knowledge.unnamed
    if not known or noun.startswith("ال") and noun not in INDEFINITE or begins_other(noun, knowledge):
        return False
    return OTHER_KINDS.isdisjoint(knowledge.words.kinds.get(word, ()))


def _is_place(word: str, knowledge: RecognitionKnowledge) -> bool:
    return not _PLACES.isdisjoint(knowledge.words.kinds.get(word, ()))


def skip_aim(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """Return the end of what a party is for: "… من أجل الديمقراطية والعدالة"."""
    if core not in knowledge.aimed or tuple(words[i : i + 2]) != _FOR:
        return i
    end = i + 2
    while end < len(words) and is_definite_noun(words[end] if end == i + 2 else words[end][1:], knowledge):
        if end > i + 2 and not words[end].startswith("وال"):
            break
        end += 1
    reached = end == i + 3 < len(words) and words[end] == _TO  # من أجل التوصل إلى
    return end if end > i + 2 and not reached else i
