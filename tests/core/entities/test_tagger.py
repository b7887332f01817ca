"""The tagger decodes what the weights say: exact best paths, legal labels, the features that training saw."""

import pickle
from itertools import pairwise, product
from random import Random

import pytest

from service.core.entities.tagger import LABELS, Model, Tagger, find_best_path, list_features
from service.core.entities.words import WordLists, WordUse, find_stem
from service.lexicon.tagger import load_tagger

_LEGAL = tuple(
    tuple(0.0 if after[0] != "I" or (before[1:] == after[1:] and before != "O") else -1e9 for after in LABELS)
    for before in LABELS
)


def weight_of(path: tuple[int, ...], weighed: list[list[float]], steps: tuple[tuple[float, ...], ...]) -> float:
    if LABELS[path[0]][0] == "I":
        return -1e12
    return sum(row[i] for row, i in zip(weighed, path, strict=True)) + sum(steps[a][b] for a, b in pairwise(path))


@pytest.mark.parametrize("seed", range(8))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    random = Random(seed)
    weighed = [[random.uniform(-3, 3) for _ in LABELS] for _ in range(4)]
    steps = tuple(tuple(w + random.uniform(-1, 1) for w in row) for row in _LEGAL)
    best = max(product(range(len(LABELS)), repeat=4), key=lambda path: weight_of(path, weighed, steps))
    assert find_best_path(weighed, steps) == list(best)


def test_no_words_give_no_labels() -> None:
    assert find_best_path([], _LEGAL) == []


def test_weights_add_up_over_the_features_that_training_sees() -> None:
    lists = WordLists({"باريس": ("city3",), "وزير": ("office",)}, {"باريس": WordUse(9, "1", "2")})
    words = ["قال", "وزير", "في", "وباريس", ".", "«", "12", "»"]
    names = sorted({name for row in list_features(words, lists) for name in row})
    random = Random(1)
    features = {name: tuple(random.uniform(-1, 1) for _ in LABELS) for name in names}
    weighed = Tagger(Model(features, _LEGAL), lists).weigh(words)
    for row, mine in zip(list_features(words, lists), weighed, strict=True):
        assert mine == pytest.approx([sum(features[name][i] for name in row) for i in range(len(LABELS))])


def test_a_clitic_is_parted_where_the_rest_is_the_commoner_word() -> None:
    lists = WordLists({}, {"باريس": WordUse(9, "1", "2"), "وليد": WordUse(9, "1", "2")})
    assert find_stem("وباريس", lists) == ("و", "باريس")
    assert find_stem("وليد", lists) == ("", "وليد")


def test_the_trained_tagger_survives_pickling() -> None:
    tagger = load_tagger()
    words = ["زار", "الرئيس", "الفرنسي", "مدينه", "بيروت"]
    assert pickle.loads(pickle.dumps(tagger)).tag(words) == tagger.tag(words)
    assert tagger.tag(words)[-1] == "B-LOC"
