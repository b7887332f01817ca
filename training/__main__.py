"""Makes the tagger's lists, word uses and weights from the public data: `python -m training DATA`."""

import importlib
import json
import sys
from pathlib import Path

from service.lexicon.tagger import KINDS, USES, WEIGHTS, load_word_lists
from service.lexicon.yaml_files import lexicon_folder
from training.augment import rename_persons
from training.clusters import cluster_words, count_words, embed_words
from training.conll import Sentence, read_sentences
from training.gazetteers import collect_kinds, write_kinds
from training.model import train_model
from training.text import read_lines, sample_sentences
from training.topics import weigh_topics
from training.uses import write_uses

_LEAST = 4  # times a word must be seen to have a cluster
_LEAST_TAUGHT, _DIMENSIONS_TAUGHT = 3, 120  # times a word must be seen for the teacher to have a vector of this size
_WORDS_TAUGHT = 2_000_000  # unlabelled words that the teacher labels
_EVERY_TAUGHT = 3  # one sentence of so many is learnt from; with one of nine persons of CAraNER dev .779, not .812
_TAUGHT = Path("var/taught.jsonl")
LABELLED = ("anercorp/train.conll", "anercorp/dev.conll", "aqmar/part1.conll", "aqmar/part2.conll")


def main() -> None:
    """Run all steps in order; each writes one file into the lexicon."""
    data, out = Path(sys.argv[1]), Path(str(lexicon_folder()))
    steps = sys.argv[2:] or ["lists", "uses", "teach", "train"]
    for step in steps:
        print(step, flush=True)
        STEPS[step](data, out)


def make_uses(data: Path, out: Path) -> None:
    """Write how often and in which clusters the words of unlabelled news are used."""
    counts = count_words(read_lines(data / "text"), _LEAST)
    vectors = embed_words(read_lines(data / "text"), list(counts))
    clusters = [cluster_words(vectors, number) for number in (64, 500)]
    write_uses(counts, clusters, weigh_topics(data / "text", counts), out / USES)


def make_lists(data: Path, out: Path) -> None:
    """Write the names of persons and places that public lists hold."""
    counts = count_words(read_lines(data / "text"), _LEAST)
    bits = {word: n.bit_length() for word, n in counts.items()}
    write_kinds(collect_kinds(data / "gazetteers", bits), out / KINDS)


def train(data: Path, out: Path) -> None:
    """Train on the labelled sentences, on copies with other persons' names and on what the teacher labelled."""
    lists = load_word_lists()
    sentences = _read_labelled(data)
    lines = _TAUGHT.read_text(encoding="utf-8").splitlines()[::_EVERY_TAUGHT]
    taught = [tuple(json.loads(line)) for line in lines]
    train_model([*sentences, *rename_persons(sentences, lists), *taught], lists, out / WEIGHTS)


def make_taught(data: Path, _out: Path) -> None:
    """Train the teacher and let it label unlabelled news."""
    teaching = importlib.import_module("training.teacher")  # only this step needs PyTorch
    counts = count_words(read_lines(data / "text"), _LEAST_TAUGHT)
    vectors = embed_words(read_lines(data / "text"), list(counts), _DIMENSIONS_TAUGHT)
    teacher = teaching.teach(_read_labelled(data), vectors, list(counts), load_word_lists())
    sentences = list(sample_sentences(data / "text", _WORDS_TAUGHT))
    _TAUGHT.parent.mkdir(exist_ok=True)
    with _TAUGHT.open("w", encoding="utf-8") as file:
        for sentence in teaching.label_sentences(teacher, sentences):
            file.write(json.dumps(sentence, ensure_ascii=False) + "\n")


def _read_labelled(data: Path) -> list[Sentence]:
    return [sentence for name in LABELLED for sentence in read_sentences(data / "ner" / name)]


STEPS = {"lists": make_lists, "uses": make_uses, "teach": make_taught, "train": train}

if __name__ == "__main__":
    main()
