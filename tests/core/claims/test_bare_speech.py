"""Where a page has lost its quotation marks, what stands behind "وقال" is still what was said."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of, read_text

OPENING = "قال وزير الري سامح بركات إن السد قديم.\n"


@pytest.mark.parametrize(
    ("sentence", "content", "span"),
    [
        ("وقال سامح بركات سنواصل أعمال الصيانة حتى نهاية العام.", "سنواصل أعمال الصيانة حتى نهاية العام", "سامح بركات"),
        (
            "وأضاف الأنابيب القديمة كانت مصدر الخلل في البلدة.",
            "الأنابيب القديمة كانت مصدر الخلل في البلدة",
            None,
        ),
        (
            "وقال سامح بركات للصحفيين بعد الاجتماع مواقفنا ثابتة ولن نتراجع عنها.",
            "مواقفنا ثابتة ولن نتراجع عنها",
            "سامح بركات",
        ),
        (
            "وقال المتحدث باسم الوزارة فريد ناجي في مؤتمر صحفي هناك خلل كبير في القنوات.",
            "هناك خلل كبير في القنوات",
            "المتحدث باسم الوزارة فريد ناجي",
        ),
        (
            "وقال المهندس سامح بركات (50 عاما) الذي زار الموقع أمس لن نترك السد دون صيانة.",
            "لن نترك السد دون صيانة",
            "سامح بركات (50 عاما) الذي زار الموقع أمس",
        ),
        ("وقال من الضروري إصلاح القنوات قبل الشتاء.", "من الضروري إصلاح القنوات قبل الشتاء", None),
    ],
)
def test_speech_without_marks_is_found(sentence: str, content: str, span: str | None, lexicon: Lexicon) -> None:
    claim = next(c for c in read_text(OPENING + sentence, lexicon).claims if c.text == content)
    (speaker,) = claim.speakers
    assert speaker.name in {"سامح بركات", "فريد ناجي"}
    assert (speaker.span.text if speaker.span else None) in {span, "المهندس " + (span or "")}
    assert claim.rule.endswith(":bare")


@pytest.mark.parametrize(
    "sentence",
    ["وقال سامح بركات كلمته.", "وقال ضابط في الشرطة المحلية أصيب أمس.", "وقالت الصحيفة نقلا عن تقارير محلية."],
)
def test_what_opens_no_speech_is_none(sentence: str, lexicon: Lexicon) -> None:
    claims = read_text(OPENING + sentence, lexicon).claims
    assert not [c for c in claims if c.rule.endswith(":bare")]


def test_a_hearer_ends_who_speaks_of_what_they_will_do(lexicon: Lexicon) -> None:
    said = claims_of("وقال متحدث باسم وزارة الري لوكالة رويترز، سنطلب فتح الجسر القديم غدا.", lexicon)
    assert [(s.content, s.speakers, s.via) for s in said] == [
        ("سنطلب فتح الجسر القديم غدا", ("متحدث باسم وزارة الري",), ("رويترز",))
    ]
