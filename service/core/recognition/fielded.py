"""Finds institutions whose name a field closes, whatever they are called: "مركز … للدراسات", "وكالة … للأنباء"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import LINKS, Name, scan_names
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import OTHER_KINDS, is_definite_noun
from service.core.recognition.purposes import read_purpose
from service.core.recognition.signs import GENERIC, INSTITUTION, places_of
from service.core.recognition.words import UNSEEN, find_stem, readings_of

_SCORE = 0.95  # surer than the head with the word behind it
_MOST_BETWEEN = 6  # words
_COMMON_BITS = 6
_PLACES = frozenset({"country", "city1", "city2", "city3"})
_OTHERS = OTHER_KINDS - _PLACES - {"nisba"}


def find_fielded(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the institutions among the folded words of a sentence that end in ل with a field of work."""
    return scan_names(places_of(flags[:-1], INSTITUTION | GENERIC), lambda i: _read_at(words, i, knowledge))


def _read_at(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    if knowledge.fielded.isdisjoint(readings_of(words[i])):
        return None
    field = words[i + 1][2:] if words[i + 1].startswith("ال") else ""
    if field in knowledge.fields and field not in knowledge.bland:
        end = _skip_kinds(words, i + 2, knowledge)
        return Name(i, end, "organization", "institution", _SCORE) if end > i + 2 else None
    for at in range(i + 1, min(i + 2 + _MOST_BETWEEN, len(words))):
        if field_end := _end_field(words, at, knowledge):
            end = _skip_kinds(words, read_purpose(words, at, knowledge) or field_end, knowledge)
            start = i + 1 if _is_class(words, i, knowledge) else i
            return Name(start, end, "organization", "institution", _SCORE) if at > i + 1 else None
        if not _may_stand_between(words[at], knowledge):
            return None
    return None


def _end_field(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of للدراسات or لحقوق الإنسان at a word, 0 where no field stands there."""
    if words[i].startswith("لل"):
        return i + 1 if words[i][2:] in knowledge.fields else 0
    cause = words[i].startswith("ل") and words[i][1:] in knowledge.fields
    return i + 2 if cause and i + 1 < len(words) and is_definite_noun(words[i + 1], knowledge) else 0


def _skip_kinds(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """للدراسات السياسية والاستراتيجية: adjectives in يه up to a nation's, but none of "الموالية للأكراد"."""
    end = i
    while end < len(words) and words[end].removeprefix("و").startswith("ال") and words[end].endswith("يه"):
        end += 1
        if is_nationality(words[end - 1].removeprefix("و"), knowledge):
            break
    return i if end < len(words) and words[end].startswith("لل") else end


def _is_class(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """شركة … للطاقة: a generic word before a name of no other meaning is not in it, but in "وكالة كردستان للأنباء" and
    before whom it is called after ("مؤسسة سالم … للتنمية")."""
    heads, kinds = readings_of(words[i]), knowledge.words.kinds.get(words[i + 1], ())
    if not _PLACES.isdisjoint(kinds) or "given" in kinds and not knowledge.houses.isdisjoint(heads):
        return False
    return not words[i + 1].startswith("ال") and not knowledge.classes.isdisjoint(heads)


def _may_stand_between(word: str, knowledge: RecognitionKnowledge) -> bool:
    if not word.isalpha() or word in knowledge.never or word in knowledge.unnamed:
        return False
    if word in LINKS:
        return True
    if find_stem(word, knowledge.words).clitics or _describes(word, knowledge):
        return False
    return _OTHERS.isdisjoint(knowledge.words.kinds.get(word, ()))


def _describes(word: str, knowledge: RecognitionKnowledge) -> bool:
    """مركز إقليمي للطاقة, شركة تعاونية للخدمات: common nouns."""
    frequent = knowledge.words.uses.get(word, UNSEEN).bits >= _COMMON_BITS
    return word.endswith(("ي", "يه")) and not word.startswith("ال") and frequent
