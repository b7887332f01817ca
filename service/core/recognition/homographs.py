"""Refuses names of places that are common nouns beside words of their field: floods are not Seoul."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.words import find_name_stem, readings_of


def refuse_homographs(names: Sequence[Name], words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names of a sentence without those that its other words make common nouns."""
    return [name for name in names if not _is_noun(name, words, knowledge)]


def _is_noun(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    if name.type != "place" or name.end > name.start + 1:
        return False
    field = knowledge.homographs.get(find_name_stem(words[name.start], knowledge.words).rest, frozenset())
    return any(not field.isdisjoint(readings_of(word)) for word in words) if field else False
