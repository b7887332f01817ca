"""Ends the name of a paper or a channel before the nation that it is of: "صحيفة النسيم الأردنية"."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.words import readings_of

_FEMININE = "يه"


def end_paper(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return where a medium's name ends; one whose first word is an adjective itself keeps what follows (الإخبارية)."""
    last = words[name.end - 1]
    if name.end < name.start + 2 or not last.startswith("ال") or words[name.start].endswith(_FEMININE):
        return name.end
    told = name.start > 0 and not knowledge.media.isdisjoint(readings_of(words[name.start - 1]))
    return name.end - (told and last.endswith(_FEMININE) and is_nationality(last, knowledge))
