"""Numbers in digits and words."""

import pytest

from service.core.arabic.numbers import NumberWords, find_numbers
from service.core.arabic.tokens import tokenize
from service.lexicon.figures import load_figure_knowledge


@pytest.fixture(scope="module")
def words() -> NumberWords:
    return load_figure_knowledge().numbers


def values(text: str, words: NumberWords) -> list[float]:
    return [number.value for number in find_numbers(tokenize(text), words)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2500", 2500),
        ("٢٥٠٠", 2500),
        ("۲۵۰۰", 2500),
        ("2,500", 2500),
        ("1,250,000", 1250000),
        ("٨٫٥", 8.5),
        ("8.5", 8.5),
        ("و56", 56),
        ("بـ40", 40),
        ("خمسة", 5),
        ("ثلاثة وعشرون", 23),
        ("لثلاث وعشرين", 23),
        ("خمسة عشر", 15),
        ("أحد عشر", 11),
        ("اثني عشر", 12),
        ("مئة", 100),
        ("مائتي", 200),
        ("ثلاثمائة وخمسة وأربعين", 345),
        ("ثلاث مئة", 300),
        ("ألفي", 2000),
        ("ألف وخمسمئة", 1500),
        ("خمسة آلاف", 5000),
        ("500 ألف", 500000),
        ("1.5 مليون", 1500000),
        ("19،2", 19.2),
        ("32،900 مليون", 32900000),
        ("379 م د", 379000000),
        ("1.250 مليون", 1250000),
        ("8.2 مليون", 8200000),
        ("مليون و200 ألف", 1200000),
        ("مليونا و200 ألف", 1200000),
        ("مليوناً شخص", 1000000),
        ("مليونا شخص", 2000000),
        ("مليون ونصف المليون", 1500000),
        ("نصف مليون", 500000),
        ("ثلاثة مليارات", 3e9),
        ("5ر1 مليون", 1.5e6),
        ("خمسة وستين مليون دولار", 65e6),
        ("مئة وخمسين ألف دينار", 150000),
        ("ثلاثمئة وخمسة وستون مليونا", 365e6),
        ("خمسة وعشرون ألفا وثلاثمئة", 25300),
    ],
)
def test_reads_a_number(text: str, value: float, words: NumberWords) -> None:
    assert values(text, words) == [value]


@pytest.mark.parametrize(
    "text", ["آلاف", "ملايين", "عشرات", "واحد", "الثلاثاء", "الاثنين", "لست", "12.05.2015", "القرن التاسع عشر"]
)
def test_refuses_what_is_no_number(text: str, words: NumberWords) -> None:
    assert values(text, words) == []


def test_a_range_is_two_numbers(words: NumberWords) -> None:
    assert values("بين 10 و15 شخصا", words) == [10, 15]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("14 أو 15 مليون دينار", [14e6, 15e6]),
        ("من 10 إلى 15 ألف طن", [10000, 15000]),
        ("بين 14 و15 مليون سائح", [14e6, 15e6]),
        ("20 إلى 15 ألف", [20, 15000]),
        ("14 شخصا أو 15 ألف دينار", [14, 15000]),
    ],
)
def test_what_is_counted_is_named_once(text: str, told: list[float], words: NumberWords) -> None:
    assert values(text, words) == told


def test_hundreds_do_not_swallow_the_next_count(words: NumberWords) -> None:
    assert values("100 و15", words) == [100, 15]
