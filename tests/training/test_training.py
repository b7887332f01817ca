"""Training reads public data into sentences, words of sports and names; the same data give the same files."""

import gzip
import json
from pathlib import Path

from service.core.recognition.words import WordLists
from training.annotations import add_annotations, read_annotations
from training.augment import rename_persons
from training.conll import Sentence, read_sentences
from training.measure import measure
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


def test_labels_are_kept_without_their_text_and_read_again(tmp_path: Path) -> None:
    annotated = [
        Sentence(["زار", "سامي", "فاندرل", "مصر"], ["O", "B-PER", "I-PER", "B-LOC"], []),
        Sentence(["زار", "المدينه"], ["O", "O"], []),
    ]
    path = tmp_path / "annotated.gz"
    for sentence in annotated:
        add_annotations([sentence], path)
    plain = gzip.decompress(path.read_bytes()).decode()
    assert not any(word in plain for sentence in annotated for word in sentence.words)
    asked = [sentence._replace(labels=[]) for sentence in (*annotated, Sentence(["كتاب"], [], []))]
    assert list(read_annotations(path, asked)) == annotated


def test_a_name_counts_where_its_words_and_its_type_are_right() -> None:
    class Found:
        def tag(self, _words: list[str]) -> list[str]:
            return ["B-PER", "I-PER", "O", "B-LOC"]

    gold = Sentence(["سامي", "فاندرل", "زار", "مصر"], ["B-PER", "I-PER", "O", "B-ORG"], [])
    assert measure(Found(), [gold]) == {"PER": 1.0, "ORG": 0.0, "LOC": 0.0, "all": 0.5}
