"""A sentence that goes on: what ends one content and opens the next, and whose words those are."""

from typing import NamedTuple

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of


class Going(NamedTuple):
    """A sentence and, of each claim in it, the speakers, the content and the chain."""

    text: str
    said: list[tuple[tuple[str | None, ...], str, tuple[str, ...]]]


_MINISTRY = "وزارة الري"
SENTENCES = {
    "who accuses": Going(
        "أعلنت وزارة الري تعليق مشاركتها في المحادثات، متهمة شركات البناء بمخالفة العقود.",
        [((_MINISTRY,), "تعليق مشاركتها في المحادثات", ()), ((_MINISTRY,), "مخالفة العقود", ())],
    ),
    "who is accused": Going(
        "أكدت وزارة الري أن رجلا، متهما بالتزوير، غادر البلاد.",
        [((_MINISTRY,), "رجلا، متهما بالتزوير، غادر البلاد", ())],
    ),
    "who reminds": Going(
        "أكدت وزارة الري أن السد آمن، مذكرة بأن الأشغال انتهت العام الماضي.",
        [((_MINISTRY,), "السد آمن", ()), ((_MINISTRY,), "الأشغال انتهت العام الماضي", ())],
    ),
    "a memorandum": Going(
        "وقالت وزارة الري في مذكرة إن السد آمن.",
        [((_MINISTRY,), "السد آمن", ())],
    ),
    "who hopes": Going(
        "أكدت وزارة الري أن السد آمن، آملة أن تنتهي الأشغال قريبا.",
        [((_MINISTRY,), "السد آمن", ()), ((_MINISTRY,), "تنتهي الأشغال قريبا", ())],
    ),
    "a passive behind a threat": Going(
        "هددت وزارة الري بإغلاق السد، فيما نُقل عن مسؤول في الميناء أن السفن غادرت.",
        [((_MINISTRY,), "إغلاق السد", ()), (("مسؤول في الميناء",), "السفن غادرت", ())],
    ),
    "a carrier between verb and content": Going(
        'أما صحيفة "الوادي" فذكرت، بحسب ما أوردته وكالة "الشاطئ"، أن السد آمن.',
        [(("الوادي",), "السد آمن", ("الشاطئ",))],
    ),
    "a carrier of a carrier": Going(
        'ونقلت وكالة "الشاطئ" عن صحيفة "الوادي" عن مسؤول رفيع قوله إن السد آمن.',
        [(("مسؤول رفيع",), "السد آمن", ("الشاطئ", "الوادي"))],
    ),
    "from whom a medium knows": Going(
        'وعلمت صحيفة "الوادي" من مصدر قضائي أن السد آمن.',
        [(("مصدر قضائي",), "السد آمن", ("الوادي",))],
    ),
    "credited with words": Going(
        "نقلت وكالة الشاطئ عن الوزير أن السد آمن، كما نسبت إلى مدير الميناء قوله إن السفن غادرت.",
        [(("الوزير",), "السد آمن", ("وكالة الشاطئ",)), (("مدير الميناء",), "السفن غادرت", ())],
    ),
    "shares": Going("ارتفعت نسب الفقر إلى عشرة بالمئة في قول الخبراء.", []),
    "as for him": Going(
        "أما القيادي بالحزب سامي الحداد فقال مخاطبا أنصار الحزب إن السد آمن.", [(("سامي الحداد",), "السد آمن", ())],
    ),
    "as for it": Going(
        "أما مصنع الشرق فقد كشف التقرير عن توقفه عن العمل.", [(("التقرير",), "توقفه عن العمل", ())],
    ),
    "had said": Going(
        "وكان وزير الري قد أكد، شهر جانفي الماضي أمام النواب، أن السد آمن.",
        [(("وزير الري",), "السد آمن", ())],
    ),
    "a source behind the first word": Going(
        "وسيتم، وفق المصدر ذاته، إغلاق السد في الصيف.",
        [(("المصدر ذاته",), "وسيتم … إغلاق السد في الصيف", ())],
    ),
    "a turn that و joins": Going(
        "ومن جانبه نفى وزير الري أن يكون السد في خطر.",
        [(("وزير الري",), "يكون السد في خطر", ())],
    ),
    "flatly": Going(
        "نفى وزير الري جملة وتفصيلا وجود أي خطر على السد.",
        [(("وزير الري",), "وجود أي خطر على السد", ())],
    ),
    "where it was asked": Going(
        "والتمس وكيل النيابة في مرافعته تسليط أقصى عقوبة على المتهم.",
        [(("وكيل النيابة في مرافعته",), "تسليط أقصى عقوبة على المتهم", ())],
    ),
    "a threat waved": Going(
        "ولوح رئيس النقابة بإضراب عام في الموانئ.", [(("رئيس النقابة",), "إضراب عام في الموانئ", ())],
    ),
    "flags waved": Going("كانت الجموع تلوح بالأعلام في الميناء.", []),
    "a description in a channel": Going(
        "وفي تغريدة له وصف وزير الري السد بأنه آمن.", [(("وزير الري السد",), "آمن", ())],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_goes_on_with_whose_words_it_tells(kind: str, lexicon: Lexicon) -> None:
    text, said = SENTENCES[kind]
    assert [(claim.speakers, claim.content, claim.via) for claim in claims_of(text, lexicon)] == said


TOPICS = {
    "behind where it was": "وفي العاصمة، هنأ الرئيس سامي الحداد الجانبين، وطالب الشركات بالوفاء بالتزاماتها.",
    "behind several titles": "وأدار الحكم الدولي المعتزل سامي الحداد اللقاء، وطالب الشركات بالوفاء بالتزاماتها.",
    "before another verb's object": "وبعث الوزير سامي الحداد رسالة إلى النواب. وطالب الشركات بالوفاء بالتزاماتها.",
}


@pytest.mark.parametrize("kind", TOPICS)
def test_whoever_a_sentence_begins_with_goes_on(kind: str, lexicon: Lexicon) -> None:
    (claim,) = claims_of(TOPICS[kind], lexicon)
    assert (claim.speakers, claim.content) == (("سامي الحداد",), "الوفاء بالتزاماتها")
