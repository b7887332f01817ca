"""Finds the two institutions that one head in the dual names: "وزارتي الدفاع والداخلية", "مجلسي النواب والشيوخ"."""

from collections.abc import Iterator, Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nominals import is_definite_noun, skip_adjectives
from service.core.recognition.signs import DUAL, places_of

_SCORE = 0.9


def find_duals(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the institutions among the folded words of a sentence: the head with its first field, the second field."""
    return [name for i in places_of(flags, DUAL) for name in _read_at(words, i, knowledge)]


def _read_at(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Iterator[Name]:
    if i + 2 >= len(words) or not words[i + 1].startswith("ال"):
        return
    end = skip_adjectives(words, i + 2, knowledge)
    if end < len(words) and words[end].startswith("وال") and is_definite_noun(words[end][1:], knowledge):
        yield Name(i, end, "organization", "institution", _SCORE)
        yield Name(end, skip_adjectives(words, end + 1, knowledge), "organization", "institution", _SCORE)
