"""Ends names of houses that are called after a king or a judge: "جامعة محمد الأول", "جامعة القاضي عياض"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.words import bare, readings_of

_NAMES = frozenset({"first", "given", "propn"})


def end_house(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return where an institution's name ends whose last word is a first name with its number, or somebody's title."""
    last, behind = words[name.end - 1], words[name.end] if name.end < len(words) else ""
    if name.end != name.start + 2 or knowledge.houses.isdisjoint(readings_of(words[name.start])):
        return name.end
    kinds, further = (knowledge.words.kinds.get(word, ()) for word in (bare(last), behind))
    reigns = behind in knowledge.ordinals and not _NAMES.isdisjoint(kinds)
    titled = "office" in kinds or last in knowledge.titles
    return name.end + (reigns or titled and not _NAMES.isdisjoint(further))
