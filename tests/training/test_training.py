"""Training reads public data into sentences, words of sports and names; the same data give the same files."""

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from service.core.recognition.features import KIND_SORTS
from service.core.recognition.tagger import Model, Tagger
from service.core.recognition.weights import LABELS, to_steps
from service.core.recognition.words import WordLists
from training.augment import rename_persons
from training.conll import Sentence, read_sentences
from training.packages import find_in_package
from training.pieces import Pieces
from training.taught import read_taught, write_taught
from training.text import sample_sentences
from training.topics import weigh_topics
from training.uses import write_uses

LISTS = WordLists({"سامي": ("given", "native"), "فاندرل": ("name1",)}, {}, {})


def write_articles(folder: Path) -> Path:
    rows = [("x-sport-1", "فاز الفريق في المباراة"), ("x-news-1", "زار الوزير المدينة في الصباح")] * 10
    lines = [json.dumps({"id": f"{name}{i}", "title": "", "text": text}) for i, (name, text) in enumerate(rows)]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_words_of_sports_are_told_from_others(tmp_path: Path) -> None:
    topics = weigh_topics(write_articles(tmp_path), dict.fromkeys(("المباراه", "الوزير", "في", "نادر"), 9))
    assert topics["المباراه"] > 0 > topics["الوزير"]
    assert not {"في", "نادر"} & topics.keys()


def test_a_sample_ends_with_the_article_that_fills_it_and_is_the_same_again(tmp_path: Path) -> None:
    sample = list(sample_sentences(write_articles(tmp_path), 9))
    assert 9 <= sum(len(sentence.words) for sentence in sample) < 9 + 5
    assert sample == list(sample_sentences(tmp_path, 9))


def test_labels_lie_on_our_words(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("زار\tO\n(سامي\tB-PER\nفاندرل)\tI-PER\nكتابا\tB-MISC\n\n", encoding="utf-8")
    words = ["زار", "(", "سامي", "فاندرل", ")", "كتابا"]
    assert list(read_sentences(path)) == [Sentence(words, ["O", "O", "B-PER", "I-PER", "O", "O"], words)]


def test_renamed_sentences_keep_their_labels_and_depend_on_the_seed_alone() -> None:
    shown = [(["زار", "وليد", "كتابا"], ["O", "B-PER", "O"]), (["زار", "المدينه"], ["O", "O"])] * 5
    sentences = [Sentence(words, labels, words) for words, labels in shown]
    renamed = list(rename_persons(sentences, LISTS, 3))
    assert renamed == list(rename_persons(sentences, LISTS, 3))
    assert len(renamed) == 5
    assert all(
        sentence.words[1] == sentence.written[1] in {"سامي", "فاندرل"} and sentence.labels == ["O", "B-PER", "O"]
        for sentence in renamed
    )


def test_uses_are_written_sorted_and_without_a_clock(tmp_path: Path) -> None:
    first, again = tmp_path / "a.gz", tmp_path / "b.gz"
    for path in (first, again):
        write_uses({"ب": 5, "ا": 9}, [[1, 2], [3, 4]], {"ا": -2}, path)
    assert first.read_bytes() == again.read_bytes()


def test_what_was_taught_is_kept_without_its_text_and_read_again(tmp_path: Path) -> None:
    taught = [
        Sentence(["زار", "سامي", "فاندرل", "مصر"], ["O", "B-PER", "I-PER", "B-LOC"], []),
        Sentence(["زار", "المدينه"], ["O", "O"], []),
    ]
    path = tmp_path / "taught.gz"
    write_taught(taught, path)
    plain = gzip.decompress(path.read_bytes()).decode()
    assert not any(word in plain for sentence in taught for word in sentence.words)
    asked = [sentence._replace(labels=[]) for sentence in (*taught, Sentence(["كتاب"], [], []))]
    assert list(read_taught(path, asked)) == taught


def test_a_word_is_cut_into_its_likeliest_pieces() -> None:
    pieces = Pieces({"▁كت": (1, -3.0), "اب": (2, -3.0), "▁كتاب": (3, -7.0), "▁": (4, -1.0)}, 0)
    assert pieces.cut("كتاب") == [1, 2]
    assert pieces.cut("ض") == [4, 0]


def test_what_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such_package.*pip install"):
        find_in_package("no_such_package", "file")


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
def test_the_teacher_learns_what_it_is_shown_and_does_so_again() -> None:
    from tests.training.small_encoder import SmallEncoder  # noqa: PLC0415 - only where the teacher can be made
    from training.teacher import label_sentences, teach  # noqa: PLC0415

    shown = [(["زار", "سامي", "المدينه"], ["O", "B-PER", "O"]), (["زار", "المدينه"], ["O", "O"])] * 40
    sentences = [Sentence(words, labels, words) for words, labels in shown]
    asked = [Sentence(["زار", "سامي"], [], ["زار", "سامي"])]
    silent = Tagger(
        Model({}, {}, {}, {sort: {} for sort in KIND_SORTS}, {}, to_steps([[0.0] * len(LABELS)] * len(LABELS))), LISTS
    )
    taught = [list(label_sentences(teach(SmallEncoder(), sentences, LISTS, 30), silent, asked)) for _ in range(2)]
    assert taught[0] == taught[1] == [asked[0]._replace(labels=["O", "B-PER"])]
