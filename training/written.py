"""Reads news written for training, one sentence a line, its names in brackets: "زار [P:سامر حداد] [L:بيروت]"."""

import re
from collections.abc import Iterator
from pathlib import Path

from service.core.arabic.texts import read_texts
from service.core.arabic.tokens import Token
from training.conll import Sentence, sentence_of

_NAME = re.compile(r"\[([POL]):([^\[\]]+)\]")
_KINDS = {"P": "PER", "O": "ORG", "L": "LOC"}

Name = tuple[int, int, str]  # where it starts and ends among the letters, and its label without B- or I-


def read_written(folder: Path) -> Iterator[Sentence]:
    """Yield the sentences of all .txt files of a folder, in order, as the service parts them."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from read_line(line)


def read_line(line: str) -> Iterator[Sentence]:
    """Yield the sentences of a line; a word that a name shares with what stands before it belongs to the name."""
    text, names = _unmark(line)
    for field in read_texts(None, text):
        for sentence in field.sentences:
            yield sentence_of(sentence.tokens, _label(sentence.tokens, names))


def _unmark(line: str) -> tuple[str, list[Name]]:
    text, names, read = "", [], 0
    for match in _NAME.finditer(line):
        text += line[read : match.start()]
        names.append((len(text), len(text) + len(match[2]), _KINDS[match[1]]))
        text += match[2]
        read = match.end()
    return text + line[read:], names


def _label(tokens: tuple[Token, ...], names: list[Name]) -> list[str]:
    labels = ["O"] * len(tokens)
    for start, end, kind in names:
        inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + kind
    return labels
