"""Reads labelled text and lays its labels on the service's own words."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from service.core.arabic.tokens import Token, tokenize
from service.core.recognition.weights import LABELS


class Sentence(NamedTuple):
    """The words of a sentence folded, their labels, and the words as they were written."""

    words: list[str]
    labels: list[str]
    written: list[str]


def sentence_of(tokens: Sequence[Token], labels: list[str]) -> Sentence:
    """Return the service's own words as a sentence."""
    return Sentence([token.folded or token.text for token in tokens], labels, [token.text for token in tokens])


def names_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return start, end and type of the names that labels mark, in order."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label[0] == "B":
            found.append((i, i + 1, label[2:]))
        elif label[0] == "I":
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield every sentence of a CoNLL file; other types become O."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, label = line.split("\t")[:2]
            rows.append((word, label if label in LABELS else "O"))
        elif rows:
            yield _relabel(rows)
            rows = []


def _relabel(rows: list[tuple[str, str]]) -> Sentence:
    sentence = Sentence([], [], [])
    for row, (written, label) in enumerate(rows):
        goes_on = row + 1 < len(rows) and rows[row + 1][1] == "I" + label[1:]
        tokens = tokenize(written)
        kinds = [token.kind for token in tokens]
        last = max((i for i, kind in enumerate(kinds) if kind != "mark"), default=len(kinds) - 1)
        open_ = False
        for i, token in enumerate(tokens):
            sentence.words.append(token.folded or token.text)
            sentence.written.append(token.text)
            before = label[0] == "B" and kinds[i] == "mark" and not open_ and last > i
            outside = label == "O" or before or (i > last and not goes_on)
            if outside:
                sentence.labels.append("O")
            else:
                sentence.labels.append(label if label[0] == "I" or not open_ else "I" + label[1:])
                open_ = True
    return sentence
