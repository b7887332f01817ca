"""Refuses names that things bear: storms, works whose maker stands behind them, and two fields of work."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import CLOSING, OPENING, Name

_CALLED = frozenset({"اسمه", "اسمها", "باسم", "المسمي", "المسماه"})  # إعصار آخر اسمه …
_NEAR = 4  # words
_AND = "و"


def refuse_things(names: Sequence[Name], words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names of a sentence without the unlisted ones of storms ("إعصار دانيال"), works ("« …» للمخرج") and
    fields ("مجالي الأمن والاستخبارات")."""
    return [name for name in names if name.rule == "listed" or not _is_thing(name, words, knowledge)]


def _is_thing(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    marked = name.start > 0 and words[name.start - 1] in OPENING
    before = words[max(0, name.start - marked - _NEAR) : name.start - marked]
    called = before[-1:] if before and before[-1] not in _CALLED else before
    if name.type != "place" and not knowledge.storms.isdisjoint(called):
        return True
    if name.type == "organization" and not knowledge.field_pairs.isdisjoint(before[-1:]):
        return words[name.end - 1].startswith(_AND)
    behind = words[name.end : name.end + 2]
    return marked and len(behind) > 1 and behind[0] in CLOSING and behind[1] in knowledge.makers
