"""Finds persons named by their fathers: "سالم بن راشد بن علي الحسيني", "ليلى بنت خالد آل ثاني"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import FATHERS, Name, by_token, scan_names, touching
from service.core.recognition.surnames import NO_NAMES, may_be_surname
from service.core.recognition.words import UNSEEN, find_stem, readings_of

_SCORE = 0.8
_OPENERS = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ال"})  # make one name with the word behind them
_LONGEST = 12  # words of a name
_COMMON_BITS, _SURNAME_BITS = 10, 8


def find_by_nasab(words: Sequence[str], tagged: Sequence[Name], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the persons whose names hold بن or بنت, where the tagger sees nothing else ("مدينة بن …")."""
    if FATHERS.isdisjoint(words):
        return []
    places = [i for i in range(len(words) - 2) if words[i + 1] in FATHERS or words[i + 2] in FATHERS]
    found, seen = scan_names(places, lambda i: _read_at(words, i, knowledge)), by_token(tagged)
    return [joined for name in found if (joined := _join(name, words, touching(seen, name.start, name.end)))]


def _join(name: Name, words: Sequence[str], tagged: Sequence[Name]) -> Name | None:
    """Return a person as long as the tagger's, none where the tagger sees no person."""
    for other in tagged:
        if other.type != "person":
            return None
        start, end = min(name.start, other.start), max(name.end, other.end)
        if all(map(str.isalpha, words[start:end])):
            name = name._replace(start=start, end=end)
    return name


def _read_at(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    linked = i + 2 if words[i] in _OPENERS else i + 1
    if linked + 1 >= len(words) or words[linked] not in FATHERS or not _may_begin(words[i], knowledge):
        return None
    end = read_person(words, i, knowledge)
    return Name(i, end, "person", "nasab", _SCORE) if end > linked + 1 else None


def _may_begin(word: str, knowledge: RecognitionKnowledge) -> bool:
    if word in _OPENERS:
        return True
    if any("saying" in knowledge.words.kinds.get(reading, ()) for reading in readings_of(word)):  # وأكد بن …
        return False
    clitics, stem = find_stem(word, knowledge.words)
    kinds = knowledge.words.kinds.get(stem, ())
    if "given" not in kinds or stem.startswith("ال") or not NO_NAMES.isdisjoint(kinds):
        return False
    return not clitics or knowledge.words.uses.get(stem, UNSEEN).bits <= _COMMON_BITS


def read_person(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a person's name that begins at a word: one name, its fathers' and a surname with آل or ال."""
    end = _read_one(words, i)
    while end + 1 < len(words) and words[end] in FATHERS and words[end + 1].isalpha() and end - i < _LONGEST:
        end = _read_one(words, end + 1)
    if end + 1 < len(words) and words[end] == "ال" and words[end + 1].isalpha():
        return end + 2
    surname = end < len(words) and may_be_surname(words[end], _SURNAME_BITS, knowledge)
    return end + 1 if surname and not words[end].endswith("ات") else end


def _read_one(words: Sequence[str], i: int) -> int:
    return min(i + (2 if words[i] in _OPENERS else 1), len(words))
