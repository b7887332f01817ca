"""What is put down to a cause or at an amount, what is directed, and where such a content begins and ends."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import check_only_claim, claims_of, show

_MINISTER = "سليم البحراوي"


@pytest.mark.parametrize(
    ("body", "content", "speakers"),
    [
        ("وأرجعت الإدارة هذا القرار إلى أسباب تسويقية.", "هذا القرار إلى أسباب تسويقية", ("الإدارة",)),
        ("وعزا خبراء ارتفاع الأسعار إلى ضعف العملة.", "ارتفاع الأسعار إلى ضعف العملة", ("خبراء",)),
        ("وأرجع أعضاء اللجنة موقف الحكومة إلى كثرة الطلبات.", "موقف الحكومة إلى كثرة الطلبات", ("أعضاء اللجنة",)),
        ("وكانت النقابة عزت النقص الحاصل إلى الحصار.", "النقص الحاصل إلى الحصار", ("النقابة",)),
        ("جدد سليم البحراوي تعهد بلاده برفع الإنتاج.", "تعهد بلاده برفع الإنتاج", (_MINISTER,)),
        ("ووجه البحراوي بحسب مكتبه، باستدعاء القائم بالأعمال للتشاور.", "استدعاء القائم بالأعمال للتشاور",
         ("البحراوي",)),
        ("وقدرت وزارة الري عدد النازحين بنحو 30 ألفا.", "عدد النازحين بنحو 30 ألفا", ("وزارة الري",)),
        ("ووجه الرئيس سليم البحراوي بإنشاء مستشفى في المدينة.", "إنشاء مستشفى في المدينة", (_MINISTER,)),
        ("وكان سليم البحراوي قد أمر بفتح تحقيق في الحادثة.", "فتح تحقيق في الحادثة", (_MINISTER,)),
        ("وقال سليم البحراوي إن الجسر مغلق، مشيدا بجهود العمال.", "الجسر مغلق", (_MINISTER,)),
        ("وفق بلاغ لوزارة الري صدر مساء أمس فإن الجسر مغلق للصيانة.", "الجسر مغلق للصيانة", ("وزارة الري",)),
    ],
)  # fmt: skip
def test_one_claim(body: str, content: str, speakers: tuple[str, ...], lexicon: Lexicon) -> None:
    check_only_claim(body, content, speakers, lexicon)


@pytest.mark.parametrize(
    "body",
    [
        "وقدرت قيمة المسروق بنحو ألفي دينار.",
        "وقدرت الخسائر بنحو 30 ألف دينار.",
        "وقدر عددها بنحو 30 ألفا.",
        "ووجه المدعي العام تهمة القتل إلى الجاني.",
        "وانتقد عزت إحالة الملف إلى لجنة أخرى.",
        "وصلت المساعدة على وجه السرعة بتدخل الأهالي، وهو أمر مهم بتحقيق النجاح.",
    ],
    ids=["passive", "passive of many", "passive of a number", "a charge", "a name", "nouns"],
)
def test_no_statement(body: str, lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert not [row for row in said if row.cue], show(said)


@pytest.mark.parametrize(
    ("body", "via"),
    [
        ('كشف موقع "النسيم" الإخباري، الأربعاء، نقلا عن ثلاثة مسؤولين، أن الجسر مغلق.', ("النسيم",)),
        ("وذكرت صحيفة النسيم نقلا عن ثلاثة مسؤولين أن الجسر مغلق.", ("النسيم",)),
        ("وقالت مصادر أمنية نقلا عن ثلاثة مسؤولين إن الجسر مغلق.", ("مصادر أمنية",)),
        ("نقلا عن ثلاثة مسؤولين، ذكرت صحيفة النسيم أن الجسر مغلق.", ("النسيم",)),
        ("وذكرت صحيفة النسيم أن الجسر مغلق، نقلا عن ثلاثة مسؤولين.", ("النسيم",)),
    ],
    ids=["between commas", "at once", "no medium", "before", "behind"],
)
def test_whom_a_source_quotes_speaks(body: str, via: tuple[str, ...], lexicon: Lexicon) -> None:
    (claim,) = claims_of(body, lexicon)
    assert (claim.speakers, claim.via, claim.content) == (("ثلاثة مسؤولين",), via, "الجسر مغلق")


def test_whom_a_medium_is_quoted_from_speaks(lexicon: Lexicon) -> None:
    (claim,) = claims_of("وقال وزير الري إن الجسر مغلق، نقلا عن صحيفة النسيم.", lexicon)
    assert (claim.speakers, claim.via) == (("وزير الري",), ("النسيم",))
