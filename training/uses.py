"""Writes how often and in which clusters words are used in unlabelled news, as the tagger reads it."""

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path


def write_uses(
    counts: Mapping[str, int], clusters: Sequence[Sequence[int]], topics: Mapping[str, int], path: Path
) -> None:
    """Write a word, the bits of its count, its clusters and what it tells of sports a line, sorted by word."""
    rows = zip(counts.items(), *clusters, strict=True)
    lines = sorted(f"{word}\t{n.bit_length()} {c} {f}{_told(topics.get(word, 0))}\n" for (word, n), c, f in rows)
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))


def _told(topic: int) -> str:
    return f" {topic}" if topic else ""
