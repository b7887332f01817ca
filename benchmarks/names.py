"""Measures how many words a second the tagger and all finders of names read, beside a BERT of base size."""

import importlib
import importlib.util
import statistics
import time
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from benchmarks.pages import read_clean_articles
from service.core.arabic.texts import FieldText, read_texts
from service.core.recognition.mentions import find_mentions
from service.lexicon.recognition import load_recognition_knowledge

_ARTICLES = 400
_RUNS = 5
_SLOW_SENTENCES = 32  # enough for the transformer: it reads every word alike
_PIECES_A_WORD = 1.3  # fewer than real vocabularies need on Arabic news: in the transformer's favour
_VOCABULARY, _LONGEST, _BATCH = 30_000, 512, 16
_MISSING = "A transformer was not measured: torch and transformers are not installed."
Texts = tuple[FieldText, ...]


def table() -> list[str]:
    """Return the lines of a table: who reads, words a second of one core, and how many times the transformer's."""
    pages = [read_texts(article.title, article.body) for article in islice(read_clean_articles(), _ARTICLES)]
    sentences = [[t.folded or t.text for t in s.tokens] for page in pages for text in page for s in text.sentences]
    words = sum(map(len, sentences))
    knowledge = load_recognition_knowledge()
    tagger = knowledge.tagger
    assert tagger is not None
    rates = {
        "tagger, words met for the first time": words / _time(lambda: tagger.label_sentences([], sentences)),
        "tagger": words / _median(lambda: tagger.label_sentences([], sentences)),
        "all finders, words met for the first time": words / _time(lambda: _find(pages, knowledge)),
        "all finders": words / _median(lambda: _find(pages, knowledge)),
    }
    slow = _rate_transformer(sentences[:_SLOW_SENTENCES])
    if slow:
        rates["BERT of base size, random weights"] = slow
    lines = ["| reader | words a second of one core | times the transformer's |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {rate:,.0f} | {f'{rate / slow:,.0f}' if slow else '–'} |" for name, rate in rates.items()]
    return lines if slow else [*lines, "", _MISSING]


def _find(pages: Iterable[Texts], knowledge: Any) -> None:
    for page in pages:
        find_mentions(page, knowledge)


def _time(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def _median(run: Callable[[], object]) -> float:
    return statistics.median(_time(run) for _ in range(_RUNS))


def _rate_transformer(sentences: list[list[str]]) -> float:
    """Return words a second of a BERT of base size on one thread; 0 where its libraries are not installed.

    Its pieces are drawn by length alone: the work does not depend on which they are.
    """
    if not (importlib.util.find_spec("torch") and importlib.util.find_spec("transformers")):
        return 0
    torch, transformers = importlib.import_module("torch"), importlib.import_module("transformers")
    torch.set_num_threads(1)
    network = transformers.BertForTokenClassification(transformers.BertConfig(vocab_size=_VOCABULARY, num_labels=7))
    network.eval()
    lengths = sorted(min(_LONGEST, round(len(words) * _PIECES_A_WORD) + 2) for words in sentences)

    def read() -> None:
        with torch.inference_mode():
            for i in range(0, len(lengths), _BATCH):
                batch = lengths[i : i + _BATCH]
                network(torch.randint(0, _VOCABULARY, (len(batch), batch[-1])))

    read()
    return sum(map(len, sentences)) / _median(read)


if __name__ == "__main__":
    print("\n".join(table()))
