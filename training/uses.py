"""Writes how often and in which clusters words are used in unlabelled news, as the tagger reads it."""

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path


def write_uses(counts: Mapping[str, int], coarse: Sequence[int], fine: Sequence[int], path: Path) -> None:
    """Write a word, the bits of its count and its clusters a line, sorted by word."""
    rows = zip(counts.items(), coarse, fine, strict=True)
    lines = sorted(f"{word}\t{n.bit_length()} {c} {f}\n" for (word, n), c, f in rows)
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
