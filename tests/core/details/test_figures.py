"""Figures: which numbers count something, what they count, how sure the text is."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.details.figures import find_figures
from service.core.details.knowledge import FigureKnowledge
from service.core.records import Figure
from service.lexicon.figures import load_figure_knowledge


@pytest.fixture(scope="module")
def knowledge() -> FigureKnowledge:
    return load_figure_knowledge()


def read(text: str, knowledge: FigureKnowledge) -> tuple[Figure, ...]:
    (field,) = read_texts(None, text)
    return find_figures(field, 0, len(text), knowledge)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("تضرر 320 منزلا", 320, "منزلا"),
        ("أصيب ألفا 14 من عمال الميناء", 14, "عمال"),
        ("ارتفعت النسبة إلى 60٪ هذا العام", 60, "٪"),
        ("نحو 60 بالمائة من السفن", 60, "بالمائة"),
        ("60 في المئة من السفن", 60, "في المئة"),
        ("سرعة الرياح 90 كلم/ساعة", 90, "كلم/ساعة"),
        ("خلال الأسابيع الستة الماضية", 6, "الأسابيع"),
        ("أسعار الدول الـ28", 28, "الدول"),
        ("بلغ السعر 1.105 دولار", 1.105, "دولار"),
        ("غادر 40 في ثلاثة زوارق", 3, "زوارق"),
        ("يمكن توفير 30 في المئة من النفقات", 30, "في المئة"),
        ("يتجاوز عددها الـ 2800 شقة", 2800, "شقة"),
        ("خسائر تجاوزت 5 .3 مليار دولار", 3.5e9, "دولار"),
        ("نحو 000 .470 لاجئ", 470000, "لاجئ"),
        ("بلغ الوزن16 طنا", 16, "طنا"),
        ("استقبل المركز أمس الاثنين 64 مريضا", 64, "مريضا"),
        ("استقبل المركز الاثنين 12 مريضا", 12, "مريضا"),
        ("تمثل النساء 50 فاصل 2 بالمائة من السكان", 50.2, "بالمائة"),
    ],
)
def test_finds_value_and_noun(text: str, value: float, noun: str, knowledge: FigureKnowledge) -> None:
    figure = read(text, knowledge)[-1]
    assert (figure.value, figure.of) == (value, noun)
    assert text[figure.span.start : figure.span.end] == figure.span.text


@pytest.mark.parametrize(
    "text",
    [
        "في 12 مارس 2019",
        "منذ عام 2014",
        "بين 18 و22 مارس",
        "يوم الثلاثاء 11 أبريل",
        "عند الساعة 10:30",
        "المادة 131 من الدستور",
        "القرار رقم 2254",
        "القانون عدد 52 لسنة 1992",
        "الذكرى 42 لرحيل المؤسس",
        "المؤتمر 23 للاتحاد",
        "قطع الطريق 82 الرابطة بين المدينتين",
        "عقد الاجتماع الاثنين 12 وانتهى",
        "عقد الاجتماع الاثنين 12 ـ",
        "الاتصال على الرقم 71.960.448",
        "الطريق الوطنية 11",
        "مجموعة 5+1",
        "مجموعة السبع",
        "القمة الـ21",
        "جولة سوتشي - 3",
        "كوفيد-19",
        "بتاريخ 22/10/2009",
        "الجولة الثالثة",
        "عشرات السفن",
    ],
)
def test_refuses_what_counts_nothing(text: str, knowledge: FigureKnowledge) -> None:
    assert read(text, knowledge) == ()


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("نحو 50 سفينة", "about"),
        ("بنحو 50 سفينة", "about"),
        ("ما يقرب من 50 سفينة", "about"),
        ("أكثر من 50 سفينة", "more_than"),
        ("أقل من 50 سفينة", "less_than"),
        ("ما لا يقل عن 50 سفينة", "at_least"),
        ("50 سفينة على الأقل", "at_least"),
        ("لا يتجاوز 50 سفينة", "at_most"),
        ("غادرت 50 سفينة", None),
    ],
)
def test_reads_the_qualifier(text: str, qualifier: str | None, knowledge: FigureKnowledge) -> None:
    assert [figure.qualifier for figure in read(text, knowledge)] == [qualifier]


def test_reads_scope_of_the_noun(knowledge: FigureKnowledge) -> None:
    first, second = read("ثمة 300 بحار أجنبي، بينهم 120 يونانيا", knowledge)
    assert (first.of, first.scope) == ("بحار", "أجنبي")
    assert (second.of, second.scope) == ("يونانيا", None)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("بين 10 و15 قاربا", [(10, "قاربا"), (15, "قاربا")]),
        ("بين أربعة آلاف وستة آلاف قارب", [(4000, "قارب"), (6000, "قارب")]),
        ("ما بين خمسة وتسعة أمتار", [(5, "أمتار"), (9, "أمتار")]),
    ],
)
def test_a_range_shares_its_noun(text: str, figures: list[tuple[float, str]], knowledge: FigureKnowledge) -> None:
    assert [(f.value, f.of) for f in read(text, knowledge)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ضبطت (670) ستمائة وسبعين صندوقا", [(670, "صندوقا")]),
        ("ضبطت 12 (اثني عشر) صندوقا", [(12, "صندوقا")]),
        ("ضبطت مائة وخمسين (150) صندوقا", [(150, "صندوقا")]),
        ("ضبطت 40 (اثنين من الصناديق) أمس", [(40, None), (2, "الصناديق")]),
    ],
)
def test_a_number_told_in_digits_and_words_is_one(
    text: str, figures: list[tuple[float, str | None]], knowledge: FigureKnowledge
) -> None:
    assert [(f.value, f.of) for f in read(text, knowledge)] == figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("من 250 الى 200 مليون دينار", [250e6, 200e6]),
        ("من 8.2 إلى 9.3 مليون برميل", [8.2e6, 9.3e6]),
        ("بين 500 و3 آلاف شخص", [500, 3000]),
    ],
)
def test_a_range_shares_its_scale_where_both_ends_are_alike(
    text: str, values: list[float], knowledge: FigureKnowledge
) -> None:
    assert [figure.value for figure in read(text, knowledge)] == values
