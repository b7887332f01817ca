"""Finds the page's own outlet where its story names it: "وأضاف ل…", "في تصريح ل…"."""

from collections.abc import Sequence

from service.core.arabic.letters import fold
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name, scan_names
from service.core.recognition.words import UNSEEN, Stem, bare, readings_of

_SURE = 0.94
_RARE_BITS = 7
_NO_OUTLET = frozenset({"function", "time", "saying", "office", "title", "country", "city3", "given"})
OutletName = tuple[str, ...]


def read_outlet(outlet: str | None, knowledge: RecognitionKnowledge) -> OutletName:
    """Return the folded words of an outlet's name without صحيفة and article; none where it may be another thing's."""
    words = fold(outlet or "").split()
    while words and words[0] in knowledge.media:
        words = words[1:]
    if not words or not all(map(str.isalpha, words)):
        return ()
    first = bare(words[0])
    if len(words) == 1 and (
        knowledge.words.uses.get(words[0], UNSEEN).bits > _RARE_BITS
        or first in knowledge.ambiguous
        or words[0] in knowledge.ambiguous
        or not _NO_OUTLET.isdisjoint(knowledge.words.kinds.get(words[0], ()))
    ):
        return ()
    return (first, *words[1:])


def find_outlet(words: Sequence[str], tagged: Sequence[Name], outlet: OutletName) -> list[Name]:
    """Return where the outlet is named among the folded words of a sentence, but inside a longer name."""
    if not outlet or (len(outlet) > 1 and outlet[1] not in words):
        return []
    begin = [i for i, word in enumerate(words) if any(bare(reading) == outlet[0] for reading in readings_of(word))]
    found = scan_names(begin, lambda i: _match(words, i, outlet))
    return [name for name in found if not any(_holds(other, name) for other in tagged)]


def _holds(other: Name, name: Name) -> bool:
    return other.start <= name.start and name.end <= other.end and other.end - other.start > name.end - name.start


def read_outlet_stem(word: str, outlet: OutletName) -> Stem:
    """Return the folded word that begins an outlet's name, its clitics apart."""
    rest = next((reading for reading in readings_of(word) if bare(reading) == outlet[0]), word)
    return Stem(word.removesuffix(rest), rest)


def _match(words: Sequence[str], i: int, outlet: OutletName) -> Name | None:
    end = i + len(outlet)
    return Name(i, end, "organization", "outlet", _SURE) if tuple(words[i + 1 : end]) == outlet[1:] else None
