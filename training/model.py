"""Trains the CRF by python-crfsuite and writes its weights as text, in thousandths."""

import gzip
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from service.core.recognition.tagger import list_features
from service.core.recognition.weights import LABELS, THOUSAND
from service.core.recognition.words import WordLists
from training.conll import Sentence

_OPTIONS = {"c1": 0.3, "c2": 0.05, "max_iterations": 60, "feature.minfreq": 2}  # chosen on ANERcorp dev
_SMALLEST = 0.03  # weights below this change no figure of the news held out


def train_model(sentences: Iterable[Sentence], lists: WordLists, path: Path) -> None:
    """Write the weights learnt from labelled sentences: the steps first, then one feature a line."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_OPTIONS)
    for sentence in sentences:
        trainer.append(pycrfsuite.ItemSequence(list_features(sentence.words, lists)), sentence.labels)
    with tempfile.NamedTemporaryFile(suffix=".crfsuite") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        info = tagger.info()
    _write(info, path)


def _write(info: "pycrfsuite.ParsedDump", path: Path) -> None:
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(LABELS))
    for (name, label), weight in info.state_features.items():
        weights[name][LABELS.index(label)] = weight
    lines = []
    for before in LABELS:
        steps = [info.transitions.get((before, after), 0.0) for after in LABELS]
        lines.append(before + "\t" + " ".join(_thousandths(step, 3) for step in steps))
    for name, row in sorted(weights.items()):
        if max(map(abs, row)) >= _SMALLEST:
            lines.append(name + "\t" + " ".join(_thousandths(weight, 2) for weight in row))
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 9, mtime=0))


def _thousandths(weight: float, digits: int) -> str:
    return str(round(round(weight, digits) * THOUSAND))
