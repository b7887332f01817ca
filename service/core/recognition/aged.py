"""Finds persons by their age: two or more rare words right before it ("… 37 عاما", "… (27 سنة)")."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.offices import may_be_name

_SCORE = 0.6
_YEARS = frozenset({"عاما", "سنه", "ربيعا"})
_FEWEST, _MOST = 2, 4  # words of a name
_SHORTEST = 3  # letters


def find_aged(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names among the folded words of a sentence that an age in digits follows."""
    ages = [i - 1 for i, word in enumerate(words) if word in _YEARS and i and words[i - 1].isdecimal()]
    return [name for age in ages if (name := _read_before(words, age, knowledge))]


def _read_before(words: Sequence[str], age: int, knowledge: RecognitionKnowledge) -> Name | None:
    end = age - 1 if age and words[age - 1] == "(" else age
    start = end
    while start and end - start < _MOST and _may_be_name(words[start - 1], knowledge):
        start -= 1
    return Name(start, end, "person", "aged", _SCORE) if end - start >= _FEWEST else None


def _may_be_name(word: str, knowledge: RecognitionKnowledge) -> bool:
    return len(word) >= _SHORTEST and may_be_name(word, True, knowledge)
