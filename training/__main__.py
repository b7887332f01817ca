"""Makes the tagger's lists, word uses and weights from the public data: `python -m training DATA [step …]`."""

import sys
from pathlib import Path

from service.lexicon.tagger import KINDS, USES, WEIGHTS, load_tagger, load_word_lists
from service.lexicon.yaml_files import lexicon_folder
from training.annotations import add_annotations, read_annotations
from training.augment import rename_persons
from training.clusters import cluster_words, count_words, embed_words
from training.conll import read_sentences
from training.gazetteers import collect_kinds, write_kinds
from training.measure import measure
from training.model import train_model
from training.text import read_lines, sample_sentences
from training.topics import weigh_topics
from training.uses import write_uses
from training.written import read_written

_LEAST = 4  # times a word must be seen to have a cluster
_WORDS = 3_000_000  # unlabelled words that the annotated sentences are among
_ANNOTATED, _HELD_OUT = (Path(__file__).with_name(f"{name}.tsv.gz") for name in ("annotated", "held_out"))
_WRITTEN = Path(__file__).with_name("written")
_TWICE = ("anercorp/train.conll", "anercorp/dev.conll")  # few beside the others, and of another guide
_LABELLED = ("anercorp/train.conll", "aqmar/part1.conll", "aqmar/part2.conll", "anercorp/dev.conll", *_TWICE)

_MEASURED = ("anercorp/test.conll", "caraner/dev.conll")


def main() -> None:
    """Run the steps in order: each writes one file, but for "measure", which prints; two run when they are named."""
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
    """Train on the labelled sentences, on copies with other persons' names, on the annotated and the written news."""
    lists = load_word_lists()
    labelled = [sentence for name in _LABELLED for sentence in read_sentences(data / "ner" / name)]
    annotated = read_annotations(_ANNOTATED, sample_sentences(data / "text", _WORDS))
    renamed = rename_persons(labelled, lists)
    train_model([*labelled, *renamed, *annotated, *read_written(_WRITTEN)], lists, out / WEIGHTS)


def add_annotated(data: Path, _out: Path) -> None:
    """Keep the labels of further sentences of the unlabelled news: annotated.conll of the data, in ANERcorp's form."""
    add_annotations(read_sentences(data / "annotated.conll"), _ANNOTATED)


def measure_tagger(data: Path, _out: Path) -> None:
    """Print the tagger's F1 on the news held out and on what others labelled and it never learnt from."""
    tagger = load_tagger()
    sets = {name: read_sentences(data / "ner" / name) for name in _MEASURED}
    sets["held out"] = read_annotations(_HELD_OUT, sample_sentences(data / "text", _WORDS))
    sets["written, held out"] = read_written(_WRITTEN / "held_out")
    for name, sentences in sets.items():
        print(name, *(f"{kind} {f1:.3f}" for kind, f1 in measure(tagger, sentences).items()))


STEPS = {"lists": make_lists, "uses": make_uses, "train": train, "annotate": add_annotated, "measure": measure_tagger}

if __name__ == "__main__":
    main()
