"""Refuses names of places that are common nouns beside words of their field: floods are not Seoul."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.words import find_name_stem, readings_of


def refuse_homographs(names: Sequence[Name], words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names of a sentence without those that its other words make common nouns."""
    fields = {i: field for i, name in enumerate(names) if (field := _find_field(name, words, knowledge))}
    said = {reading for word in words for reading in readings_of(word)} if fields else set()
    return [name for i, name in enumerate(names) if said.isdisjoint(fields.get(i, ()))]


def _find_field(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> frozenset[str]:
    """Return the words beside which a place is none, nothing for names that mean nothing else."""
    if name.type != "place" or name.end > name.start + 1:
        return frozenset()
    return knowledge.homographs.get(find_name_stem(words[name.start], knowledge.words).rest, frozenset())
