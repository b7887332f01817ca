"""Surnames that no text has shown are known by their form, where a name or an office asks for one."""

from dataclasses import replace

import pytest

from service.core.recognition.extents import widen_name
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.offices import find_officers
from service.core.recognition.surnames import is_new_surname, may_be_surname
from service.core.recognition.words import WordLists, WordUse
from tests.core.recognition.finding import found
from tests.core.recognition.flags import read_flags

KNOWLEDGE = RecognitionKnowledge(
    titles=frozenset({"الدكتور"}),
    never=frozenset({"الان", "ان"}),
    nationalities=frozenset({"هولندي"}),
    words=WordLists(
        kinds={"وزير": ("office",), "سامي": ("given",), "قال": ("saying",), "سدومي": ("country",)},
        uses={"المستقيل": WordUse(4, "1", "1"), "سعيد": WordUse(9, "1", "2"), "جديد": WordUse(9, "1", "2")},
    ),
)


def test_a_new_definite_word_behind_a_given_name_is_its_surname() -> None:
    words = ["وصل", "سامي", "القصرباوي", "امس"]
    assert widen_name(Name(1, 2, "person", "tagger", 0.7), words, KNOWLEDGE).end == 3


@pytest.mark.parametrize("behind", ["المستقيل", "القصرباويون", "الهولندي", "قصرباوي", "الجديد"])
def test_other_words_behind_a_given_name_are_not(behind: str) -> None:
    words = f"وصل سامي {behind} امس".split()
    assert widen_name(Name(1, 2, "person", "tagger", 0.7), words, KNOWLEDGE).end == 2


def test_no_surname_goes_on_a_name_that_ends_in_no_given_one() -> None:
    words = ["وصل", "فاندرل", "القصرباوي", "امس"]
    assert widen_name(Name(1, 2, "person", "tagger", 0.7), words, KNOWLEDGE).end == 2


@pytest.mark.parametrize("name", ["القصرباوي", "زيغتبار"])
def test_one_new_word_between_an_office_and_what_it_says_is_a_name(name: str) -> None:
    words = f"وقال الوزير {name} ان الخطه جاهزه".split()
    found = find_officers(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)
    assert [(one.start, one.end, one.type) for one in found] == [(2, 3, "person")]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال الوزير المستقيل ان الخطه جاهزه",
        "وشكر الوزير القصرباوي ان الخطه جاهزه",
        "وقال الوزير القصرباوي جهرا",
        "وقال وزير القصرباوي ان الخطه جاهزه",
    ],
)
def test_without_verb_office_or_conjunction_it_is_none(sentence: str) -> None:
    words = sentence.split()
    assert not find_officers(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)


def test_how_frequent_a_surname_may_be_is_said() -> None:
    assert may_be_surname("المستقيل", 4, KNOWLEDGE)
    assert not may_be_surname("المستقيل", 3, KNOWLEDGE)
    assert not is_new_surname("السعيد", KNOWLEDGE)


def test_a_name_goes_on_behind_a_word_that_links_names() -> None:
    words = ["وصل", "سامي", "ولد", "قصرباوي", "امس"]
    assert widen_name(Name(1, 3, "person", "tagger", 0.7), words, KNOWLEDGE).end == 4
    words = ["سامي", "ولد", "الان"]
    assert widen_name(Name(0, 2, "person", "tagger", 0.7), words, KNOWLEDGE).end == 2


def test_a_listed_name_between_an_office_and_a_name_is_the_names() -> None:
    kinds = {**KNOWLEDGE.words.kinds, "هادي": ("given",), "الهادي": ("name3",)}
    knowledge = replace(KNOWLEDGE, words=replace(KNOWLEDGE.words, kinds=kinds))
    words = ["قال", "الوزير", "الهادي", "القصرباوي"]
    assert find_officers(words, read_flags(words, knowledge), knowledge) == [Name(2, 4, "person", "office", 0.65)]


def test_an_adjective_between_an_office_and_a_name_is_not_the_names() -> None:
    words = ["قال", "الوزير", "النووي", "سامي", "القصرباوي"]
    assert find_officers(words, read_flags(words, KNOWLEDGE), KNOWLEDGE) == [Name(3, 5, "person", "office", 0.65)]


def test_a_title_is_no_surname_of_the_page() -> None:
    names = [name for name, kind in found("قال الشيخ صالح بن سالم آل الشيخ إن الطريق مغلق") if kind == "person"]
    assert names == ["صالح بن سالم آل الشيخ"]


def test_a_rare_word_behind_a_title_is_the_name() -> None:
    names = [name for name, kind in found("أكد البابا تواضروس بابا الإسكندرية ذلك") if kind == "person"]
    assert names == ["تواضروس"]


def test_an_unseen_word_between_a_first_name_and_a_mark_is_the_surname() -> None:
    assert ("الكسندر لافرينتييف", "person") in found("وندد مبعوث روسيا الكسندر لافرينتييف، أمس، بالهجوم")


@pytest.mark.parametrize("age", ["37 عاما", "(37 سنة)"])
def test_an_age_tells_a_name(age: str) -> None:
    assert ("ألتور سترافنج", "person") in found(f"وأشارت الشرطة إلى مصرع ألتور سترافنج {age} من سكان المدينة")


def test_an_age_alone_tells_none() -> None:
    assert not found("توفي عن عمر ناهز 117 عاما")


def test_a_name_ends_before_what_something_rests_on() -> None:
    assert ("حسين علي عمر", "person") in found("أطلق سراح حسين علي عمر بناء على طلب أهله")
