"""Makes the tagger's lists, word uses and weights from the public data: `python -m training DATA`."""

import sys
from pathlib import Path

from service.lexicon.tagger import KINDS, USES, WEIGHTS, load_word_lists
from service.lexicon.yaml_files import lexicon_folder
from training.augment import rename_persons
from training.clusters import cluster_words, count_words, embed_words
from training.conll import read_sentences
from training.gazetteers import collect_kinds, write_kinds
from training.model import train_model
from training.text import read_lines
from training.uses import write_uses

_LEAST = 4  # times a word must be seen to have a cluster
LABELLED = ("anercorp/train.conll", "anercorp/dev.conll", "aqmar/part1.conll", "aqmar/part2.conll")


def main() -> None:
    """Run all steps in order; each writes one file into the lexicon."""
    data, out = Path(sys.argv[1]), Path(str(lexicon_folder()))
    steps = sys.argv[2:] or ["lists", "uses", "train"]
    for step in steps:
        print(step, flush=True)
        STEPS[step](data, out)


def make_uses(data: Path, out: Path) -> None:
    """Write how often and in which clusters the words of unlabelled news are used."""
    counts = count_words(read_lines(data / "text"), _LEAST)
    vectors = embed_words(read_lines(data / "text"), list(counts))
    write_uses(counts, cluster_words(vectors, 64), cluster_words(vectors, 500), out / USES)


def make_lists(data: Path, out: Path) -> None:
    """Write the names of persons and places that public lists hold."""
    counts = count_words(read_lines(data / "text"), _LEAST)
    bits = {word: n.bit_length() for word, n in counts.items()}
    write_kinds(collect_kinds(data / "gazetteers", bits), out / KINDS)


def train(data: Path, out: Path) -> None:
    """Train on the labelled sentences and on copies of them with other persons' names."""
    lists = load_word_lists()
    sentences = [sentence for name in LABELLED for sentence in read_sentences(data / "ner" / name)]
    train_model([*sentences, *rename_persons(sentences, lists)], lists, out / WEIGHTS)


STEPS = {"lists": make_lists, "uses": make_uses, "train": train}

if __name__ == "__main__":
    main()
