"""Turns the tagger's labels into names and trims what the guide leaves out: titles, generic words, marks."""

from collections.abc import Sequence

from service.core.entities.names import Name
from service.core.entities.recognition_knowledge import RecognitionKnowledge
from service.core.records import EntityType

_TYPES: dict[str, EntityType] = {"PER": "person", "LOC": "place", "ORG": "organization"}
_SCORE = 0.7


def read_labels(words: Sequence[str], labels: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names that BIO labels mark, trimmed."""
    names = []
    start = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            name = trim_name(Name(start, i, _TYPES[labels[start][2:]], "tagger", _SCORE), words, knowledge)
            if name.end > name.start:
                names.append(name)
            start = None
        if label.startswith("B-"):
            start = i
    return names


def trim_name(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return a name without marks, titles, verbs at its edges and without a generic word that it can do without."""
    start, end = name.start, name.end
    while start < end and _leads(words[start], name, end - start, knowledge):
        start += 1
    while end > start and (not words[end - 1][-1:].isalnum() or words[end - 1] in knowledge.never):
        end -= 1
    return name._replace(start=start, end=end)


def _leads(word: str, name: Name, left: int, knowledge: RecognitionKnowledge) -> bool:
    if not word[:1].isalnum() or word in knowledge.never:
        return True
    if name.type == "person":
        return left > 1 and word in knowledge.titles
    return name.type == "place" and left > 1 and word in knowledge.classes
