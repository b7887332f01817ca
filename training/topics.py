"""Learns which words tell that a text is about sports, from news that its publisher put under a heading."""

import json
from collections import Counter
from collections.abc import Mapping
from math import log
from pathlib import Path

from service.core.arabic.tokens import tokenize

_SPORTS = "-sport-"  # in the ids of the ANT corpus
_LEAST = 8  # times a word must be seen
_TELLING, _MOST = 1.5, 4


def weigh_topics(folder: Path, counts: Mapping[str, int]) -> dict[str, int]:
    """Return the words that tell of sports (above zero) and of anything else (below), in whole logs of odds."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for row in file:
                article = json.loads(row)
                words = {token.folded for token in tokenize(article["title"] + "\n" + article["text"])}
                (inside if _SPORTS in article["id"] else outside).update(words)
    return {
        word: odds for word in counts if (odds := _odds(inside[word], outside[word], inside.total(), outside.total()))
    }


def _odds(inside: int, outside: int, all_inside: int, all_outside: int) -> int:
    if inside + outside < _LEAST:
        return 0
    odds = log((inside + 0.5) / all_inside) - log((outside + 0.5) / all_outside)
    return int(max(-_MOST, min(_MOST, odds))) if abs(odds) >= _TELLING else 0
