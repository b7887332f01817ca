"""Keeps labels of other people's sentences without their text: a digest of each, and the places of its names."""

import gzip
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from training.conll import Sentence, names_of


def add_annotations(sentences: Iterable[Sentence], path: Path) -> None:
    """Keep the labels of sentences beside those in a file, one sentence a line, sorted, compressed without a clock."""
    kept = _read(path) if path.exists() else {}
    kept |= {_digest(sentence): _write_names(sentence.labels) for sentence in sentences}
    lines = sorted(f"{digest}\t{names}\n" for digest, names in kept.items())
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))


def read_annotations(path: Path, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield those of the sentences that a file has labels of, with their labels."""
    kept = _read(path)
    for sentence in sentences:
        names = kept.get(_digest(sentence))
        if names is not None:
            yield sentence._replace(labels=_read_names(names, len(sentence.words)))


def _read(path: Path) -> dict[str, str]:
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    return dict(line.split("\t") for line in lines)


def _digest(sentence: Sentence) -> str:
    return blake2b(" ".join(sentence.words).encode(), digest_size=5).hexdigest()


def _write_names(labels: list[str]) -> str:
    """Return "place, type, length" of every name: "3PER2 9LOC1"."""
    return " ".join(f"{start}{kind}{end - start}" for start, end, kind in names_of(labels))


def _read_names(names: str, words: int) -> list[str]:
    labels = ["O"] * words
    for name in names.split():
        kind = next(kind for kind in ("PER", "ORG", "LOC") if kind in name)
        start, length = map(int, name.split(kind))
        labels[start : start + length] = ["B-" + kind, *["I-" + kind] * (length - 1)]
    return labels
