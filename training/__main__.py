"""Makes the tagger's lists, word uses and weights from the public data: `python -m training DATA [step …]`.

The step "teach", which labels unlabelled news for the others anew, runs when it is named: it needs PyTorch.
"""

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path

from service.lexicon.tagger import KINDS, USES, WEIGHTS, load_tagger, load_word_lists
from service.lexicon.yaml_files import lexicon_folder
from training.augment import rename_persons
from training.clusters import cluster_words, count_words, embed_words
from training.conll import Sentence, read_sentences
from training.gazetteers import collect_kinds, write_kinds
from training.model import train_model
from training.taught import read_taught, write_taught
from training.text import read_lines, sample_sentences
from training.topics import weigh_topics
from training.uses import write_uses

_LEAST = 4  # times a word must be seen to have a cluster
_WORDS_TAUGHT = 2_000_000  # unlabelled words that sentences for the teacher are taken from
_EVERY_TAUGHT = 3  # one sentence of so many is labelled and learnt from
_TAUGHT = Path(__file__).with_name("taught.tsv.gz")
TAUGHT_BY = ("anercorp/train.conll", "aqmar/part1.conll", "aqmar/part2.conll")  # so that ANERcorp dev measures it
LABELLED = (*TAUGHT_BY, "anercorp/dev.conll")


def main() -> None:
    """Run the steps in order; each writes one file."""
    data, out = Path(sys.argv[1]), Path(str(lexicon_folder()))
    steps = sys.argv[2:] or ["lists", "uses", "train"]
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
    sentences = _read_labelled(data, LABELLED)
    taught = read_taught(_TAUGHT, _sample(data))
    train_model([*sentences, *rename_persons(sentences, lists), *taught], lists, out / WEIGHTS)


def make_taught(data: Path, _out: Path) -> None:
    """Train the teacher and keep how it and the tagger that is there label unlabelled news together."""
    teaching = importlib.import_module("training.teacher")  # only this step needs PyTorch and the encoder
    packed = importlib.import_module("training.encoder").find_encoder()
    teacher = teaching.teach(packed, _read_labelled(data, TAUGHT_BY), load_word_lists())
    write_taught(teaching.label_sentences(teacher, load_tagger(), _sample(data)[::_EVERY_TAUGHT]), _TAUGHT)


def _sample(data: Path) -> list[Sentence]:
    return list(sample_sentences(data / "text", _WORDS_TAUGHT))


def _read_labelled(data: Path, names: Iterable[str]) -> list[Sentence]:
    return [sentence for name in names for sentence in read_sentences(data / "ner" / name)]


STEPS = {"lists": make_lists, "uses": make_uses, "teach": make_taught, "train": train}

if __name__ == "__main__":
    main()
