"""Reads unlabelled news."""

import json
from collections.abc import Iterator
from pathlib import Path

from service.core.arabic.tokens import tokenize


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
