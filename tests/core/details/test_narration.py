"""What the page states itself with a figure is one clause, begun where its verb stands."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import read_text


def narrations(body: str, lexicon: Lexicon) -> list[str]:
    return [claim.text for claim in read_text(body, lexicon).claims if claim.mode == "narration"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "أصدرت المحكمة، أمس الجمعة، حكما بالسجن 6 سنوات على المتهم.",
            ["أصدرت المحكمة، أمس الجمعة، حكما بالسجن 6 سنوات على المتهم"],
        ),
        (
            "ارتفع عدد الضحايا إلى 40 قتيلا، في تسع محافظات من البلاد.",
            ["ارتفع عدد الضحايا إلى 40 قتيلا"],
        ),
        ("احتلت البلدة عام ،48 وعاد إليها أهلها.", []),
        ("ارتفعت الأسعار بنسبة 19،2 بالمائة هذا العام.", ["ارتفعت الأسعار بنسبة 19،2 بالمائة هذا العام"]),
        ("أكد الوزير أن الجسر مغلق، وذلك بعد مقتل 40 شخصا.", []),
        ("تنتهي المهلة نهاية العام الهجري الحالي 1434 الذي يسبق الانتخابات.", []),
        ("رحب الحلف أمس بالعضو ال 29 في مراسم كبيرة.", []),
        (
            "تراجع الإنتاج إلى 4 ملايين برميل هذا العام، مقارنة بنحو 7 ملايين في عام 2021.",
            ["تراجع الإنتاج إلى 4 ملايين برميل هذا العام، مقارنة بنحو 7 ملايين في عام 2021"],
        ),
        ("أغلقت 3 مطارات، بحسب ما أعلنت إدارات المطارات الثلاثة.", []),
        ("وصل الميناء 40 بحارا وخبراء يؤكدون أن السفينة آمنة.", ["وصل الميناء 40 بحارا"]),
        ("وصل 40 جنديا من الشمال، و23 طبيبا من الجنوب.", ["وصل 40 جنديا من الشمال، و23 طبيبا من الجنوب"]),
    ],
)
def test_a_statement_is_one_clause(body: str, told: list[str], lexicon: Lexicon) -> None:
    assert narrations(body, lexicon) == told
