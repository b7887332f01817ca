"""A definite word of kind means the institution that the page has named; a source without any name is nobody's."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of, read_text


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "قال المرصد السوري لحقوق الإنسان إن القصف مستمر.\nوأضاف المرصد أن المدينة محاصرة.",
            "المرصد السوري لحقوق الإنسان",
        ),
        ("زار الوفد وزارة الصحة.\nوقالت الوزارة إن الوباء انحسر.", "وزارة الصحة"),
        ("قال تنظيم «داعش» إنه انسحب.\nوأعلن التنظيم أن المعركة انتهت.", "داعش"),
    ],
)
def test_an_institution_is_called_by_its_kind_again(body: str, name: str, lexicon: Lexicon) -> None:
    reading = read_text(body, lexicon)
    (speaker,) = reading.claims[-1].speakers
    assert (speaker.name, speaker.resolved_by, speaker.anonymous) == (name, "description", False)
    assert speaker.entity is not None
    assert reading.entities[speaker.entity].name == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("أعلنت وزارة الصحة حملة تطعيم في القرى.", "وزارة الصحة"),
        ("أعلنت وزارة الصحة ووزارة الري حملة تطعيم في القرى.", None),
    ],
)
def test_a_headline_s_kind_of_body_is_the_only_one_that_the_page_names(
    body: str, name: str | None, lexicon: Lexicon
) -> None:
    reading = read_text(body, lexicon, title="الوزارة تدعو السكان إلى الحذر")
    (speaker,) = reading.claims[0].speakers
    assert (speaker.entity is not None, speaker.resolved_by == "named-later") == (name is not None,) * 2
    assert speaker.name == (name or "الوزارة")
    assert not speaker.anonymous


def test_the_government_is_not_the_one_that_was_named_last(lexicon: Lexicon) -> None:
    body = "التقى الوزير الأسترالي ممثلي الحكومة العراقية.\nوأعلنت الحكومة أنها ترحب بالاتفاق."
    (speaker,) = read_text(body, lexicon).claims[-1].speakers
    assert speaker.entity is None


def test_a_general_word_means_who_speaks_but_not_where_it_was_somebody_elses(lexicon: Lexicon) -> None:
    opening = "قال وزير الري سامح بركات إن السد قديم.\n"
    assert claims_of(opening + "وأضاف المسؤول أن العمل بدأ.", lexicon)[-1].speakers == ("سامح بركات",)
    other = "حضر اللقاء مسؤول في الوزارة.\nوأضاف المسؤول أن العمل بدأ."
    assert read_text(opening + other, lexicon).claims[-1].speakers[0].anonymous


def test_a_person_in_a_headline_topic_says_nothing(lexicon: Lexicon) -> None:
    assert not read_text("نص الخبر.", lexicon, title="قضية سامح بركات : أحكام بالسجن ضد المتهمين").claims


@pytest.mark.parametrize(
    ("sentence", "anonymous"),
    [
        ("أظهرت دراسة حديثة أن السد قديم.", True),
        ("ذكر بيان للوزارة أن السد قديم.", False),
        ("قال ضابط في الشرطة برتبة عقيد إن الطريق مغلق.", True),
        ("وفقا لمصادر طبية وأمنية، أصيب خمسة أشخاص بجروح.", True),
        ("قال الزرعاني إن الطريق مغلق.", False),
        ("أعلنت مؤسسة كهرباء الساحل أن الطريق مغلق.", False),
        ("قال أهالي البلدة إن الطريق مغلق.", True),
        ("كما عبر الوالي في بلاغ تلقت صوت الزيتون نسخة منه عن دعمه للعمال.", True),
        ("قال المتحدث باسم النيابة العامة إن الطريق مغلق.", True),
    ],
)
def test_a_source_that_the_page_does_not_name_is_anonymous(sentence: str, anonymous: bool, lexicon: Lexicon) -> None:
    claim = next(c for c in read_text(sentence, lexicon).claims if c.mode != "narration")
    assert claim.speakers[0].anonymous is anonymous


@pytest.mark.parametrize(
    ("body", "contents"),
    [
        ("دعا الحزب إلى الهدوء.\nوطالب الجميع بالوفاء بالعهود.", [("الحزب",), ("الحزب",)]),
        ("زارت الوزيرة نادية حداد، أمس، السد.\nوأكدت أن العمل بدأ.", [("نادية حداد",)]),
        ("أكد الحزب أن الأزمة عميقة.\nوفي سياق أخر أعلن أنه يرفض المنشور.", [("الحزب",), ("الحزب",)]),
        ("انتقد خبير مصري خطة السد، واتهم الشركة بالتقصير.", [("خبير مصري",)]),
    ],
)
def test_who_was_the_subject_speaks_on(body: str, contents: list[tuple[str, ...]], lexicon: Lexicon) -> None:
    assert [s.speakers for s in claims_of(body, lexicon)] == contents
