"""The tagger decodes what the weights say: exact best paths, legal labels, the features that training saw."""

import pickle
from itertools import pairwise, product
from random import Random

import pytest

from service.core.recognition.paths import find_best_labels
from service.core.recognition.tagger import Tagger, list_features
from service.core.recognition.weights import LABELS, pack, rivals_outside, to_steps, unpack
from service.core.recognition.words import WordLists, WordUse, find_stem
from service.lexicon.tagger import load_tagger, make_model

_STEPS = to_steps([[0] * len(LABELS)] * len(LABELS))


def weight_of(path: tuple[int, ...], weighed: list[list[int]], steps: tuple[tuple[int, ...], ...]) -> int:
    if LABELS[path[0]][0] == "I":
        return -(10**12)
    return sum(row[i] for row, i in zip(weighed, path, strict=True)) + sum(steps[a][b] for a, b in pairwise(path))


@pytest.mark.parametrize("seed", range(8))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    random = Random(seed)
    packed = [pack([0, *(random.randint(-1000, 3000) for _ in LABELS[1:])]) for _ in range(4)]
    steps = to_steps([[random.randint(-1000, 1000) for _ in LABELS] for _ in LABELS])
    rows = [unpack(one) for one in packed]
    best = max(product(range(len(LABELS)), repeat=4), key=lambda path: weight_of(path, rows, steps))
    assert find_best_labels(packed, steps) == list(best)


def test_words_far_from_any_name_are_outside() -> None:
    quiet, name = pack([0] + [-1000] * 6), pack([0, 20000, -1000, -1000, -1000, -1000, -1000])
    packed = [quiet, quiet, name, quiet, quiet, quiet, name]
    assert [rivals_outside(one) for one in packed] == [False, False, True, False, False, False, True]
    assert find_best_labels(packed, _STEPS) == [0, 0, 1, 0, 0, 0, 1]


def test_no_words_give_no_labels() -> None:
    assert find_best_labels([], _STEPS) == []


@pytest.mark.parametrize("weights", [[500, 1250, -3000, 0, 7500, -7500, 60000], [0] * 7, [9000, 0, 0, 0, 0, 0, 0]])
def test_packed_weights_add_up(weights: list[int]) -> None:
    doubled = unpack(pack(weights) + pack(weights))
    assert doubled == [2 * (weight - weights[0]) for weight in weights]


def test_weights_add_up_over_the_features_that_training_sees() -> None:
    lists = WordLists(
        {"باريس": ("city3",), "وزير": ("office",)},
        {"باريس": WordUse(9, "1", "2", 4), "قال": WordUse(9, "3", "4")},
        {"باريس": {"سان": ((("سان", "جيرمان"), "city3"), (("سان",), "site"))}},
    )
    words = ["قال", "وزير", "في", "وباريس", ".", "«", "12", "»", "باريس", "سان"]
    names = sorted({name for row in list_features(words, lists) for name in row})
    random = Random(1)
    features = {name: [0, *(random.randrange(-999, 999) for _ in LABELS[1:])] for name in names}
    weighed = Tagger(make_model({name: pack(weights) for name, weights in features.items()}, _STEPS), lists).weigh(
        words
    )
    assert any(name[0] == "T" for name in names)
    assert any(name[0] == "m" for name in names)
    for row, mine in zip(list_features(words, lists), weighed, strict=True):
        assert unpack(mine) == [sum(features[name][i] for name in row) for i in range(len(LABELS))]


def test_a_clitic_is_parted_where_the_rest_is_the_commoner_word() -> None:
    lists = WordLists({}, {"باريس": WordUse(9, "1", "2"), "وليد": WordUse(9, "1", "2")})
    assert find_stem("وباريس", lists) == ("و", "باريس")
    assert find_stem("وليد", lists) == ("", "وليد")


def test_the_trained_tagger_survives_pickling() -> None:
    tagger = load_tagger()
    words = ["زار", "الرئيس", "الفرنسي", "مدينه", "بيروت"]
    assert pickle.loads(pickle.dumps(tagger)).tag(words) == tagger.tag(words)
    assert tagger.tag(words)[-1] == "B-LOC"
