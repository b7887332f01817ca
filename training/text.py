"""Reads unlabelled news."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from service.core.arabic.texts import read_texts
from service.core.arabic.tokens import tokenize
from training.conll import Sentence, sentence_of

_SEED = 3
_FEWEST, _MOST = 3, 80  # words of a sentence


def read_lines(folder: Path) -> Iterator[list[str]]:
    """Yield the folded words of every line of every article in a folder of JSONL files."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for row in file:
                article = json.loads(row)
                for line in (article["title"] + "\n" + article["text"]).split("\n"):
                    words = [token.folded for token in tokenize(line) if token.folded]
                    if words:
                        yield words


def sample_sentences(folder: Path, words: int) -> Iterator[Sentence]:
    """Yield the sentences, without labels, of articles drawn without order until there are so many words."""
    rows = [row for path in sorted(folder.glob("*.jsonl")) for row in path.read_text(encoding="utf-8").splitlines()]
    Random(_SEED).shuffle(rows)
    for row in rows:
        article = json.loads(row)
        for text in read_texts(article["title"] or None, article["text"]):
            for sentence in text.sentences:
                if _FEWEST <= len(sentence.tokens) <= _MOST:
                    words -= len(sentence.tokens)
                    yield sentence_of(sentence.tokens, [])
        if words <= 0:
            return
