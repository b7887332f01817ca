"""Counts the names that the tagger finds in labelled sentences, strictly: the same words, the same type."""

from collections import Counter
from collections.abc import Iterable, Sequence

from service.core.recognition.tagger import Tagger
from training.conll import Sentence, names_of

_TYPES = ("PER", "ORG", "LOC")


def measure(tagger: Tagger, sentences: Iterable[Sentence]) -> dict[str, float]:
    """Return F1 by type and of all, 0 to 1."""
    found: Counter[str] = Counter()
    known: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sentence in sentences:
        own, gold = set(names_of(tagger.tag(sentence.words))), set(names_of(sentence.labels))
        found.update(kind for _, _, kind in own)
        known.update(kind for _, _, kind in gold)
        right.update(kind for _, _, kind in own & gold)
    return {name: _f1(right, found, known, kinds) for name, kinds in (*((k, (k,)) for k in _TYPES), ("all", _TYPES))}


def _f1(right: Counter[str], found: Counter[str], known: Counter[str], kinds: Sequence[str]) -> float:
    total = sum(found[kind] + known[kind] for kind in kinds)
    return 2 * sum(right[kind] for kind in kinds) / total if total else 0.0
