"""Gives the listed names of leaders the words that the page has beside them: "محمد المنصف …", "… بن جبر آل ثاني"."""

from collections.abc import Mapping, Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.words import UNSEEN, find_stem

_FATHERS = frozenset({"بن", "ابن"})
_HOUSE = "ال"
_BEFORE = frozenset({"محمد", "احمد"})  # stand before the name that a man is known by
_RARE_BITS = 4


def widen_leaders(
    listed: Sequence[Name], seen: Mapping[int, Name], words: Sequence[str], knowledge: RecognitionKnowledge
) -> list[Name]:
    """Return the listed names, persons at their length here, without fathers and what a name of another type holds.

    seen: the tagger's names by token.
    """
    found = []
    for name in listed:
        if name.type == "person" and name.end > name.start + 1:
            around = seen.get(name.start)
            around = around if around and _holds(around, name) else None
            is_father = name.start > 0 and words[name.start - 1] in _FATHERS
            if is_father or around and around.type != "person":
                continue
            start = name.start - (name.start > 0 and words[name.start - 1] in _BEFORE)
            found.append(name._replace(start=start, end=_find_end(name.end, around, words, knowledge)))
        else:
            found.append(name)
    return found


def _holds(other: Name, name: Name) -> bool:
    return other.start <= name.start and name.end <= other.end and (other.start, other.end) != (name.start, name.end)


def _find_end(end: int, around: Name | None, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return the end of a name with its fathers, its house, and a rare word that the tagger takes for its last."""
    while end + 1 < len(words) and words[end] in _FATHERS:
        end += 3 if words[end + 1] == "عبد" else 2
    if end + 1 < len(words) and words[end] == _HOUSE and words[end + 1].isalpha():
        return end + 2
    if around is None or around.end != end + 1 or find_stem(words[end], knowledge.words).clitics:
        return min(end, len(words))
    return end + (knowledge.words.uses.get(words[end], UNSEEN).bits <= _RARE_BITS)
