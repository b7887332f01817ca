"""Two spellings of one name have one key; two names have two."""

import pytest

from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import loose_key, name_key, same_name, split_name, tidy_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنطون الشمَّري", "انطون الشمري"),
        ("عبد الكريم سلامة", "عبدالكريم سلامه"),
        ("أبو ظبي", "أبوظبي"),
        ("الوزارة الأميركية", "الوزاره الامريكيه"),
        ("زياد آل مرعي", "زياد آل المرعي"),
        ("أبي راشد البحري", "أبو راشد البحري"),
        ("ابن مرعي", "بن مرعي"),
        ("المرابطون", "المرابطين"),
        ("وزارة  النقل", "وزارة\u00a0النقل"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("حسن سلامة", "حسين سلامة"), ("هارون", "هارين"), ("علاء", "علا")])
def test_names_that_differ_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_foreign_names_are_compared_by_sound_native_ones_by_letters(linking: LinkingKnowledge) -> None:
    native = linking.native
    assert same_name("دغلاس مكنتاير", "دوغلاس ماكنتاير", native) == 0.95
    assert same_name("غريتا هولمبرغ", "جريتا هولمبرج", native) == 0.95
    for one, other in [("سعد محمود", "سعيد محمد"), ("حسن سليم", "حسين سالم"), ("نبيل منصور", "نبيل منصر")]:
        assert same_name(one, other, native) == 0


def test_a_bare_word_is_never_alike_by_sound() -> None:
    assert same_name("ماكنتاير", "مكنتاير") == 0
    assert loose_key(("ماكنتاير",), frozenset()) == "ماكنتاير"


def test_a_name_that_ends_in_a_joining_word_keeps_it() -> None:
    assert split_name("عبد") == ("عبد",)
    assert split_name("") == ()


def test_a_tidied_name_has_no_marks_and_single_spaces() -> None:
    assert tidy_name("وِزارة  الرَّيّ\u00a0والـسدود") == "وزارة الري والسدود"
