"""Names words by a token-classification model of the transformers library, in place of the tagger that comes along."""

import importlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from service.core.arabic.tokens import Token

_TYPES = {"PER": "PER", "PERS": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
          "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC"}  # fmt: skip
_PLACES = {"B": "B", "S": "B", "U": "B", "I": "I", "E": "I", "L": "I", "M": "I"}
_LONGEST, _SHARED = 512, 64  # pieces of a window; pieces that two windows of a long sentence share
_BATCH = 16  # windows read at once
_INSTALL = "TAGGER=transformers:… needs the packages torch and transformers: pip install torch transformers"


class TaggerError(ValueError):
    """The model cannot label names; the message says why."""


class _Window(NamedTuple):
    """Words of a sentence that the model reads at once: the sentence, the word of each piece, the pieces."""

    sentence: int
    words: tuple[int | None, ...]
    pieces: list[int]


@dataclass(frozen=True, slots=True)
class TransformersTagger:
    """A tagger by the path or name of its model; a process loads it when it first labels, never before a fork."""

    source: str

    def label_sentences(self, tokens: Sequence[Sequence[Token]], _folded: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one label a token for every sentence."""
        model = _load(self.source, os.getpid())
        windows = [
            window
            for i, sentence in enumerate(tokens)
            if sentence
            for window in model.part([t.text for t in sentence], i)
        ]
        best: list[list[tuple[int, str]]] = [[(-1, "O")] * len(sentence) for sentence in tokens]
        for window, names in model.read(windows):
            _keep_central(best[window.sentence], window.words, names)
        return [_to_bio([name for _, name in row]) for row in best]


def _keep_central(best: list[tuple[int, str]], words: Sequence[int | None], names: Sequence[str]) -> None:
    """Keep the name of each word's first piece, of two windows that of the one where it has more on either side."""
    last = None
    for place, (word, name) in enumerate(zip(words, names, strict=True)):
        if word is not None and word != last:
            best[word] = max(best[word], (min(place, len(words) - place), name), key=lambda one: one[0])
        last = word


def _to_bio(names: Sequence[str]) -> list[str]:
    """Return labels of the core: each name begins with B, however the model marks beginnings."""
    labels = []
    before = ""
    for name in names:
        place, _, kind = name.rpartition("-")
        goes_on = kind == before and place != "B"
        labels.append("O" if name == "O" else ("I-" if goes_on else "B-") + kind)
        before = "" if name == "O" else kind
    return labels


def read_model_label(label: str) -> str:
    """Return a model's label as O, PER, I-PER or B-PER and the like: BIO, BILOU or bare types; other types are O."""
    for place, kind in (label.partition("-")[::2], label.rpartition("-")[::2], ("", label)):
        mark, name = place, kind
        if mark.upper() in _TYPES:  # the place stands behind: PER-B
            mark, name = name, mark
        if name.upper() in _TYPES and (not mark or mark.upper() in _PLACES):
            return (_PLACES[mark.upper()] + "-" if mark else "") + _TYPES[name.upper()]
    return "O"


@dataclass(frozen=True, slots=True)
class _Model:
    """A loaded model with its tokenizer and the meaning of its labels."""

    torch: Any
    tokenizer: Any
    network: Any
    names: tuple[str, ...]
    longest: int

    def part(self, words: list[str], sentence: int) -> list[_Window]:
        """Return the windows of a sentence, as long as the model can read, that share some pieces."""
        parted = self.tokenizer(
            words,
            is_split_into_words=True,
            truncation=True,
            max_length=self.longest,
            stride=min(_SHARED, self.longest // 4),
            return_overflowing_tokens=True,
        )
        pieces = parted["input_ids"]
        return [_Window(sentence, tuple(parted.word_ids(i)), pieces[i]) for i in range(len(pieces))]

    def read(self, windows: Sequence[_Window]) -> Iterable[tuple[_Window, list[str]]]:
        """Yield each window with the name of every piece; windows of like length are read together."""
        ordered = sorted(windows, key=lambda window: len(window.pieces))
        for i in range(0, len(ordered), _BATCH):
            batch = ordered[i : i + _BATCH]
            padded = self.tokenizer.pad({"input_ids": [window.pieces for window in batch]}, return_tensors="pt")
            with self.torch.inference_mode():
                best = self.network(**padded).logits.argmax(-1).tolist()
            for window, row in zip(batch, best, strict=True):
                yield window, [self.names[label] for label in row[: len(window.pieces)]]


@lru_cache(maxsize=1)
def _load(source: str, _process: int) -> _Model:
    torch, transformers = _import("torch"), _import("transformers")
    tokenizer = transformers.AutoTokenizer.from_pretrained(source, use_fast=True, padding_side="right")
    network = transformers.AutoModelForTokenClassification.from_pretrained(source).eval()
    if not tokenizer.is_fast:
        raise TaggerError(f"the tokenizer of {source} cannot tell which word a piece belongs to: it has no fast form")
    meanings = network.config.id2label
    names = tuple(read_model_label(meanings[i]) for i in range(len(meanings)))
    if set(names) <= {"O"}:
        raise TaggerError(
            f"the labels of {source} name no persons, organisations or places: {sorted(meanings.values())}"
        )
    longest = min(_LONGEST, tokenizer.model_max_length, getattr(network.config, "max_position_embeddings", _LONGEST))
    return _Model(torch, tokenizer, network, names, longest)


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise TaggerError(_INSTALL) from missing
