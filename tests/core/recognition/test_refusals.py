"""Words that look like names and are none: every finder of names leaves them."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.contexts import find_by_context
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.labels import read_labels, trim_name
from service.core.recognition.listed import find_cities, find_listed
from service.core.recognition.memory import remember_names
from service.core.recognition.names import Name, choose_names, scan_names
from service.core.recognition.offices import find_officers, may_be_name
from service.core.recognition.signs import CITY, GENERIC, INSTITUTION, LISTED, OFFICE, TALK, read_signs
from service.core.recognition.words import WordLists, WordUse, bare, find_stem
from tests.core.recognition.flags import read_flags

KNOWLEDGE = RecognitionKnowledge(
    strong=frozenset({"وزاره"}),
    plain=frozenset({"منظمه"}),
    classes=frozenset({"شركه", "مدينه", "وكاله"}),
    media=frozenset({"صحيفه"}),
    groups=frozenset({"شركه"}),
    titles=frozenset({"الدكتور", "الوزير"}),
    never=frozenset({"في", "ان", "قال"}),
    ordinary=frozenset({"رسمي"}),
    ranks=frozenset({"وطني"}),
    talks=frozenset({"تصريح"}),
    common=frozenset({"تغيير"}),
    ambiguous=frozenset({"مهر"}),
    nationalities=frozenset({"هولندي"}),
    listed={"هولندا": (((), "place"),), "مهر": (((), "organization"),), "نات": (((), "organization"),)},
    words=WordLists(
        kinds={
            "وزير": ("office",), "سامي": ("given",), "مدينه": ("place",), "سدومه": ("city3",), "تغيير": ("city3",),
            "امس": ("time",), "هولندا": ("country",), "سليمه": ("city3", "given"), "قال": ("saying",),
        },
        uses={
            "قال": WordUse(15, "1", "1"), "مواطن": WordUse(11, "1", "2"), "سدومه": WordUse(5, "1", "3"),
            "تغيير": WordUse(5, "1", "3"), "فلاح": WordUse(9, "1", "4"),
        },
    ),
)  # fmt: skip


def words_of(sentence: str) -> list[str]:
    return [token.folded or token.text for token in read_texts(None, sentence)[0].sentences[0].tokens]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال وزير الزراعة في",  # no name follows
        "قال وزير الزراعة مواطن فلاح",  # frequent words
        "شكر وزير الزراعة يورن أن",  # one word may be anything
        "قال وزير الزراعة. يورن فاندرل",  # another sentence begins
        "قال وزير الزراعة هولندي سامق",  # an adjective of nation
        "قال وزير زراعة يورن فاندرل",  # the office goes on
        "يورن فاندرل وزير",  # the office stands behind
    ],
)
def test_an_office_gives_no_name_to_common_words(sentence: str) -> None:
    words = words_of(sentence)
    assert not find_officers(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)


@pytest.mark.parametrize(
    "word", ["قال", "هولندي", "والكتاب", "5", "،", "امس", "مدينه", "كاتبين", "قالوا", "للبيت", "الدار"]
)
def test_a_word_of_the_language_may_be_no_name(word: str) -> None:
    assert not may_be_name(word, False, KNOWLEDGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "مهر العروس",  # a listed name that is a word first
        "في مهر",
        "بنات",  # shorter than its particle lets believe
        "هولندية",
        "الهولندي",
    ],
)
def test_listed_names_need_more_where_they_are_words_too(sentence: str) -> None:
    words = words_of(sentence)
    assert not find_listed(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)


def test_a_doubtful_listed_name_is_one_behind_a_generic_word() -> None:
    words = words_of("وكالة مهر")
    assert [n.start for n in find_listed(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)] == [1]


@pytest.mark.parametrize("sentence", ["في تغيير", "قال سدومة", "في سليمة", "سدومة في"])
def test_listed_cities_are_none_without_a_word_of_place_or_as_other_words(sentence: str) -> None:
    words = words_of(sentence)
    assert not find_cities(words, read_flags(words, KNOWLEDGE), (), KNOWLEDGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "شركة «» أغلقت",  # empty marks
        "شركة «هذا كلام طويل جدا لا ينتهي قبل حين» أغلقت",  # a sentence in marks
        "صحيفة الرسمي",  # an adjective
        "صحيفة الوطني",  # a rank
        "صحيفة رسمية",
        "شركة مواطن",  # a common word
        "في تصريح لهولندا",  # a listed place is no outlet by this rule
        "امس/ قال",  # a day opens no story
        "وزير/ قال",
    ],
)
def test_what_stands_around_makes_no_name_of(sentence: str) -> None:
    words = words_of(sentence)
    found = find_by_context(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)
    assert not [name for name in found if words[name.start] != "هولندا" and name.rule != "listener"]


@pytest.mark.parametrize(
    ("words", "labels", "expected"),
    [
        (["الدكتور", "سامي"], ["B-PER", "I-PER"], [(1, 2)]),
        (["قال", "سامي"], ["B-PER", "I-PER"], [(1, 2)]),
        (["سامي", "في"], ["B-PER", "I-PER"], [(0, 1)]),
        (["مدينه", "سدومه"], ["B-LOC", "I-LOC"], [(1, 2)]),
        (["«", "سامي", "»"], ["B-PER", "I-PER", "I-PER"], [(1, 2)]),
        (["الهولندي"], ["B-LOC"], []),
        (["في"], ["B-LOC"], []),
        (["سامي", "وسامي"], ["B-PER", "B-PER"], [(0, 1), (1, 2)]),
        (["سامي", "مواطن"], ["O", "O"], []),
        (["المنظمه", "الحقوقيه"], ["B-ORG", "I-ORG"], []),
    ],
)
def test_labels_are_trimmed_to_names(words: list[str], labels: list[str], expected: list[tuple[int, int]]) -> None:
    assert [(name.start, name.end) for name in read_labels(words, labels, KNOWLEDGE)] == expected


def test_a_title_alone_is_no_name() -> None:
    name = trim_name(Name(0, 1, "person", "tagger", 0.7), ["الدكتور"], KNOWLEDGE)
    assert name.end == name.start


def test_common_and_short_words_are_not_found_again() -> None:
    rows = [(["سامي", "مواطن"], [Name(0, 2, "person", "tagger", 0.7)]), (["مواطن"], []), (["قال"], [])]
    common = RecognitionKnowledge(words=WordLists({}, {"مواطن": WordUse(13, "1", "1")}, {}))
    signs = [read_signs(words, common) for words, _ in rows]
    assert remember_names([names for _, names in rows], signs, common)[1:] == [[], []]


def test_nothing_is_remembered_where_nothing_was_found() -> None:
    assert remember_names([[], []], [read_signs(["سامي"], KNOWLEDGE)] * 2, KNOWLEDGE) == [[], []]


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("وهولندا", LISTED), ("بوزاره", INSTITUTION), ("الشركه", 0), ("شركه", GENERIC), ("تصريح", TALK),
        ("الوزير", OFFICE), ("سدومه", CITY), ("تغيير", 0), ("سليمه", 0), ("،", 0), ("5", 0), ("", 0),
    ],
)  # fmt: skip
def test_signs_of_a_word(word: str, flags: int) -> None:
    assert read_flags([word], KNOWLEDGE) == [flags]


def test_names_that_overlap_give_way_to_the_surer_and_the_longer() -> None:
    sure, long, short = Name(1, 2, "place", "a", 0.9), Name(0, 2, "place", "b", 0.7), Name(3, 4, "place", "c", 0.7)
    longer = Name(3, 6, "place", "d", 0.7)
    assert choose_names([long, short, sure, longer, Name(7, 7, "place", "empty", 1.0)]) == [sure, longer]


def test_scanning_goes_on_behind_a_name() -> None:
    assert [n.start for n in scan_names([0, 1, 3], lambda i: Name(i, i + 2, "place", "x", 1.0))] == [0, 3]


@pytest.mark.parametrize(("word", "rest"), [("وليد", "وليد"), ("في", "في"), ("بن", "بن"), ("لم", "لم"), ("", "")])
def test_short_and_unknown_words_keep_their_first_letter(word: str, rest: str) -> None:
    assert find_stem(word, KNOWLEDGE.words).rest == rest


@pytest.mark.parametrize(("word", "core"), [("الدار", "دار"), ("الله", "الله"), ("ال", "ال"), ("دار", "دار")])
def test_the_article_is_parted_from_long_words_only(word: str, core: str) -> None:
    assert bare(word) == core
