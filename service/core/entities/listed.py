"""Finds names that are listed: countries, regions of the world, institutions of the world."""

from collections.abc import Sequence

from service.core.entities.names import Name
from service.core.entities.recognition_knowledge import RecognitionKnowledge
from service.core.entities.words import readings_of

_SURE = 0.95
_SHORT = 4  # letters


def same_spelling(word: str) -> str:
    """Return a folded word in the spelling that lists are kept in (أميركي as أمريكي)."""
    return word.replace("اميرك", "امريك") if "اميرك" in word else word


def find_listed(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the listed names among the folded words of a sentence, longest first at every place."""
    found = []
    i = 0
    while i < len(words):
        name = _match(words, i, knowledge)
        if name:
            found.append(name)
        i = name.end if name else i + 1
    return found


def _match(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    for first in readings_of(words[i]):
        for rest, kind in knowledge.listed.get(same_spelling(first), ()):
            end = i + 1 + len(rest)
            if end <= len(words) and tuple(map(same_spelling, words[i + 1 : end])) == rest:
                if not rest and _doubtful(words, i, first, knowledge):
                    continue
                return Name(i, end, kind, "listed", _SURE)
    return None


def _doubtful(words: Sequence[str], i: int, first: str, knowledge: RecognitionKnowledge) -> bool:
    """A listed word that is a word of the language too, or short and behind a particle, needs more."""
    if first in knowledge.ambiguous:
        return i == 0 or words[i - 1].removeprefix("ال") not in knowledge.classes
    return first != words[i] and len(first) < _SHORT
