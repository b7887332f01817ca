"""Training reads public data into sentences, words of sports and names; the same data give the same files."""

import importlib.util
import json
from pathlib import Path

import pytest

from service.core.recognition.weights import LABELS
from service.core.recognition.words import WordLists
from training.augment import rename_persons
from training.conll import read_sentences
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
    assert 9 <= sum(map(len, sample)) < 9 + 5
    assert sample == list(sample_sentences(tmp_path, 9))


def test_labels_lie_on_our_words(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("زار\tO\n(سامي\tB-PER\nفاندرل)\tI-PER\nكتابا\tB-MISC\n\n", encoding="utf-8")
    assert list(read_sentences(path)) == [
        (["زار", "(", "سامي", "فاندرل", ")", "كتابا"], ["O", "O", "B-PER", "I-PER", "O", "O"])
    ]


def test_renamed_sentences_keep_their_labels_and_depend_on_the_seed_alone() -> None:
    sentences = [(["زار", "وليد", "كتابا"], ["O", "B-PER", "O"]), (["زار", "المدينه"], ["O", "O"])] * 5
    renamed = list(rename_persons(sentences, LISTS, 3))
    assert renamed == list(rename_persons(sentences, LISTS, 3))
    assert len(renamed) == 5
    assert all(words[1] in {"سامي", "فاندرل"} and labels == ["O", "B-PER", "O"] for words, labels in renamed)


def test_uses_are_written_sorted_and_without_a_clock(tmp_path: Path) -> None:
    first, again = tmp_path / "a.gz", tmp_path / "b.gz"
    for path in (first, again):
        write_uses({"ب": 5, "ا": 9}, [[1, 2], [3, 4]], {"ا": -2}, path)
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
def test_the_teacher_learns_what_it_is_shown_and_does_so_again() -> None:
    import numpy as np  # noqa: PLC0415 - only where the teacher can be made

    from training.teacher import label_sentences, teach  # noqa: PLC0415

    sentences = [(["زار", "سامي", "المدينه"], ["O", "B-PER", "O"]), (["زار", "المدينه"], ["O", "O"])] * 40
    vectors = np.eye(3, 8, dtype=np.float32)
    taught = [
        list(label_sentences(teach(sentences, vectors, ["زار", "سامي", "المدينه"], LISTS), [["زار", "سامي"]]))
        for _ in range(2)
    ]
    assert taught[0] == taught[1] == [(["زار", "سامي"], ["O", "B-PER"])]
    assert set(taught[0][0][1]) <= set(LABELS)
