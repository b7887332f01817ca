"""Finds institutions named by a listed place: "حكومة السودان", "جامعة نواكشوط", "مجلس شؤون تايوان"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_adjective, is_plain_noun
from service.core.recognition.purposes import read_purpose
from service.core.recognition.words import bare, find_name_stem, find_stem, readings_of

_SURER = 0.01  # than the place alone
_FOOT, _UNIVERSITY, _GENERAL = "لكره", "جامعه", "العامه"
_EMBASSIES = frozenset({"سفاره", "قنصليه", "مفوضيه"})
_NETWORKS = frozenset({"شبكه", "تنسيقيه"})


def name_by_places(names: Sequence[Name], words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the institutions whose head stands before a place, at most one bare noun between them."""
    found = []
    for name in names:
        if name.type == "place" and (end := _end_trade(words, name, knowledge)):
            found.append(Name(name.start, end, "organization", "institution", name.score + _SURER))
            continue
        start = _find_head(name, words, knowledge) if name.type == "place" else -1
        if start >= 0:
            end = name.end + (name.end < len(words) and _describes(words, start, name.end, knowledge))
            end += end < len(words) and _is_numbered(words[start], words[end])
            if _may_serve(words, start, end, knowledge):
                end = read_purpose(words, end, knowledge) or end
            found.append(Name(start, end, "organization", "institution", name.score + _SURER))
    return found


def _is_numbered(head: str, number: str) -> bool:
    """Tell one of a town's universities: "جامعة الجزائر 3"."""
    return _UNIVERSITY in readings_of(head) and number.isdecimal() and len(number) == 1


def _find_consulate(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return where "السفارة", "القنصلية العامة" stands before a nation with ل, -1 where none does."""
    if find_name_stem(words[i], knowledge.words).clitics != "ل":
        return -1
    i -= i > 1 and words[i - 1] == _GENERAL
    return i - 1 if i and words[i - 1].startswith("ال") and bare(words[i - 1]) in _EMBASSIES else -1


def _end_trade(words: Sequence[str], place: Name, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a company called after a place, 0 where none is: "مصر للطيران"."""
    word = words[place.end] if place.end < len(words) else ""
    return place.end + 1 if word.startswith("لل") and word[2:] in knowledge.trades else 0


def _may_serve(words: Sequence[str], start: int, end: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell that what an institution is for may stand behind its place: "صندوق أبوظبي للتنمية"."""
    if _heads(words[start], knowledge.weak, knowledge):
        return True
    field = end < len(words) and (
        words[end] == _FOOT or words[end].startswith("لل") and words[end][2:] in knowledge.fields
    )
    return field and _heads(words[start], knowledge.strong, knowledge)


def _find_head(place: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return where the head of an institution stands before a place or as its first word, -1 where none does."""
    i = place.start
    while i and not knowledge.sites.isdisjoint(readings_of(words[i - 1])):
        i -= 1
    if place.end - i > 1 and _heads(words[i], knowledge.strong, knowledge):
        return i
    if not i or find_name_stem(words[i], knowledge.words).clitics:
        return _find_consulate(words, i, knowledge) if i else -1
    if i > 1 and words[i - 1] in knowledge.branches and _heads(words[i - 2], knowledge.commands, knowledge):
        return i - 2  # قيادة شرطة النجف
    direct = knowledge.strong | knowledge.national | knowledge.weak
    if _heads(words[i - 1], (direct - knowledge.classes - knowledge.districts) | knowledge.houses, knowledge):
        return i - 1
    return _find_head_of_two(words, i, direct, knowledge)


def _find_head_of_two(words: Sequence[str], i: int, direct: frozenset[str], knowledge: RecognitionKnowledge) -> int:
    """مديرية أمن …, مجلس محافظة …, قيادة عمليات …; a town's police needs no head before it ("شرطة دبي")."""
    known = words[i - 1] in knowledge.branches or words[i - 1] in knowledge.fields
    noun = known or is_plain_noun(words[i - 1], knowledge)
    if i > 2 and _joins(words[i - 1], knowledge) and is_plain_noun(words[i - 2], knowledge):
        return i - 3 if _heads(words[i - 3], knowledge.paired, knowledge) else -1
    if i > 1 and words[i - 2] in _NETWORKS and noun:  # شبكة أطباء السودان
        return i - 2
    between = i > 1 and noun and not find_stem(words[i - 1], knowledge.words).clitics
    direct -= knowledge.forces
    heads = direct | knowledge.commands if words[i - 1] in knowledge.branches else direct
    if between and _heads(words[i - 2], heads, knowledge):
        return i - 2
    return i - 1 if _heads(words[i - 1], knowledge.forces, knowledge) else -1


def _joins(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell the second noun of "هيئة كهرباء ومياه …"."""
    return find_stem(word, knowledge.words).clitics == "و" and is_plain_noun(word[1:], knowledge)


def _heads(word: str, heads: frozenset[str], knowledge: RecognitionKnowledge) -> bool:
    return any(reading in heads and reading not in knowledge.unplaced for reading in readings_of(word))


def _describes(words: Sequence[str], start: int, i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether an adjective behind the place is the institution's: of rank, a hospital's of any kind."""
    if _heads(words[start], knowledge.houses, knowledge) and is_adjective(words[i], knowledge):
        return not is_nationality(words[i], knowledge)
    return _ranks(words[i], knowledge)


def _ranks(word: str, knowledge: RecognitionKnowledge) -> bool:
    core = bare(word)
    return core != word and (
        core in knowledge.ranks or core in knowledge.kinds or core.removesuffix("ه") in knowledge.ranks
    )
