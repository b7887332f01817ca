"""Finds the names that the authority file lists: a few look-ups at each word, however long the file is."""

from collections.abc import Sequence

from service.core.recognition.knowledge import Authorized, RecognitionKnowledge
from service.core.recognition.names import Name, scan_names
from service.core.recognition.nations import same_spelling
from service.core.recognition.words import readings_of

LONGEST = 7  # words of a name that is looked for
_SURE = 0.97  # surer than any list or tagger: the operator gave it


def find_authorized(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names of the authority file among the folded words of a sentence, longest first at every place."""
    listed = knowledge.authorized
    if not listed:
        return []
    spelt = [same_spelling(word) for word in words]
    begin = [i for i, word in enumerate(spelt) if any(reading in listed for reading in readings_of(word))]
    return scan_names(begin, lambda i: _match(spelt, i, listed))


def _match(words: Sequence[str], i: int, listed: Authorized) -> Name | None:
    for first in readings_of(words[i]):
        rests = listed.get(first, {})
        for end in range(min(len(words), i + LONGEST) if rests else 0, i + 1, -1):
            kind = rests.get(tuple(words[i + 1 : end]))
            if kind:
                return Name(i, end, kind, "authority", _SURE)
    return None
