"""Counts how words are used in unlabelled news, and writes it as the tagger reads it."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from service.core.entities.tagger import Tagger
from service.core.entities.words import find_stem

_SHARES = (0.1, 0.3, 0.6, 0.85)


def count_types(lines: Iterable[list[str]], tagger: Tagger) -> dict[str, str]:
    """Return, for each word that a tagger takes for a name, the type it has most often and how often it has it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words in lines:
        for word, label in zip(words, tagger.tag(words), strict=True):
            counts[find_stem(word, tagger.lists).rest][label] += 1
    return {word: usual for word, found in counts.items() if (usual := _usual(found))}


def _usual(found: Counter[str]) -> str:
    total = found.total()
    named, label = max((n, label) for label, n in [*found.items(), ("", 0)] if label != "O")
    share = sum(n > limit for n in [named / total] for limit in _SHARES)
    return f"{label[0]}{label[2]}{share}" if share and total > 2 else ""


def write_uses(
    counts: Mapping[str, int], coarse: Sequence[int], fine: Sequence[int], types: Mapping[str, str], path: Path
) -> None:
    """Write a word, the bits of its count, its clusters and usual type a line, sorted by word."""
    rows = zip(counts.items(), coarse, fine, strict=True)
    lines = sorted(f"{word}\t{n.bit_length()} {c} {f} {types.get(word, '')}\n" for (word, n), c, f in rows)
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
