"""Persons are found by their fathers' names; towns and families in بن alone are none."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.nasab import find_by_nasab
from service.core.recognition.words import WordLists, WordUse

KNOWLEDGE = RecognitionKnowledge(
    titles=frozenset({"الدكتور"}),
    nationalities=frozenset({"هولندي"}),
    words=WordLists(
        kinds={
            "سامي": ("given",),
            "ليلي": ("given",),
            "مدينه": ("given", "place"),
            "اليوم": ("time",),
            "واكد": ("given",),
            "اكد": ("saying",),
        },
        uses={"القرار": WordUse(12, "1", "1")},
    ),
)


def words_of(sentence: str) -> list[str]:
    return [token.folded for token in read_texts(None, sentence)[0].sentences[0].tokens]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال سامي بن فاندرل أمس", "سامي بن فاندرل"),
        ("كتبت ليلى بنت سامي بن عبد الودود الفاندرلي", "ليلي بنت سامي بن عبد الودود الفاندرلي"),
        ("زار عبد القدوس بن سامي آل فاندرل القرية", "عبد القدوس بن سامي ال فاندرل"),
        ("قرار سامي بن فاندرل القرار", "سامي بن فاندرل"),
        ("سامي بن فاندرل الهولندي", "سامي بن فاندرل"),
        ("سامي بن فاندرل الدكتور", "سامي بن فاندرل"),
    ],
)
def test_a_person_is_named_by_the_father(sentence: str, name: str) -> None:
    words = words_of(sentence)
    assert [" ".join(words[n.start : n.end]) for n in find_by_nasab(words, [], KNOWLEDGE)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "في بن فاندرل",
        "مدينة بن فاندرل",
        "أكد بن فاندرل",
        "وأكد بن فاندرل",
        "سامي بن",
        "بن",
        "سامي بن 5",
        "اتحاد بن فاندرل",
    ],
)
def test_without_a_first_name_there_is_none(sentence: str) -> None:
    assert not find_by_nasab(words_of(sentence), [], KNOWLEDGE)


def test_the_tagger_may_know_it_for_a_place_or_know_more_of_it() -> None:
    words = ["سامي", "بن", "فاندرل", "الملا", "،", "هنا"]
    place, longer = Name(0, 3, "place", "tagger", 0.7), Name(0, 4, "person", "tagger", 0.7)
    marked = Name(2, 6, "person", "tagger", 0.7)
    assert not find_by_nasab(words, [place], KNOWLEDGE)
    assert [n.end for n in find_by_nasab([*words[:3], "ملا", "،", "هنا"], [longer], KNOWLEDGE)] == [4]
    assert [n.end for n in find_by_nasab([*words[:3], "ملا", "،", "هنا"], [marked], KNOWLEDGE)] == [3]


def test_a_long_chain_takes_linear_time() -> None:
    words = ["سامي", "بن"] * 50_000 + ["سامي"]
    assert find_by_nasab(words, [], KNOWLEDGE)
