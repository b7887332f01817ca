"""Forms that pages of unknown outlets showed: where the speaker stands, what is no cue, how sources cut a content."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of, read_text, show


@pytest.mark.parametrize(
    ("body", "content", "speakers"),
    [
        ("وجاء في البيان أن المصنع توقف عن العمل.", "المصنع توقف عن العمل", ("البيان",)),
        ("وجاء في نص الرسالة أن المصنع توقف عن العمل.", "المصنع توقف عن العمل", ("نص الرسالة",)),
        ('وكتبت الطبيبة هالة المرساوي عبر فيسبوك: "المستشفيات ممتلئة".', "المستشفيات ممتلئة", ("هالة المرساوي",)),
        ("غير أن مصدرا أمنيا طلب عدم الكشف عن هويته قال إن الحصيلة ثابتة.", "الحصيلة ثابتة",
         ("مصدرا أمنيا طلب عدم الكشف عن هويته",)),
        ("وكانت الحركة قد أعلنت الشهر الماضي وقف إطلاق النار.", "وقف إطلاق النار", ("الحركة",)),
        ("وبحسب الراصد الجوي، تبدأ الموجة غدا.", "تبدأ الموجة غدا", ("الراصد الجوي",)),
        ("حذر تحالف المعارضة الحكومة من خطورة رفع الدعم.", "خطورة رفع الدعم", ("تحالف المعارضة",)),
        ('وفي تعليقها على التقرير، رفضت الحكومة هذه الأرقام، معتبرة أنها "مبالغ فيها".', "مبالغ فيها",
         ("الحكومة",)),
        ("قال الوزير سليم البحراوي لوكالة الأنباء (أ .ف .ب) إن الميناء آمن.", "الميناء آمن", ("سليم البحراوي",)),
        ("كما طالب العاملين بضرورة الصبر.", "ضرورة الصبر", ()),
        ("طالب المدير النقابة بتعليق الإضراب.", "تعليق الإضراب", ("المدير",)),
        ("ودعوا الأسرة الدولية إلى وقف القتال.", "وقف القتال", ()),
        ("ودعا بوغوتا إلى وقف القتال.", "وقف القتال", ()),
        ("ودعا لبنان إلى وقف القتال.", "وقف القتال", ("لبنان",)),
        ("حيث ذكر مواطنون أن الجسر مغلق.", "الجسر مغلق", ("مواطنون",)),
        ("أعلنت أطراف محلية اليوم عن إغلاق الجسر.", "إغلاق الجسر", ("أطراف محلية",)),
        ("اتهم خبراء وسياسيون محليون دولاً كبرى باستخدام الحصار.", "استخدام الحصار", ("خبراء وسياسيون محليون",)),
        ("وتساءل مراقبون عن سبب إغلاق الجسر.", "سبب إغلاق الجسر", ("مراقبون",)),
        ("وتساءل مراقبون متى يفتح الجسر.", "متى يفتح الجسر", ("مراقبون",)),
        ("وصدر عن قيادة الجيش بيان قالت فيه إن الجسر مغلق.", "الجسر مغلق", ("قيادة الجيش",)),
        ("تونس: «الوادي» اتهم الوزير سليم البحراوي الشركة بإغلاق الجسر.", "إغلاق الجسر", ("سليم البحراوي",)),
        ("الجسر مغلق منذ يوليو، حسبما ذكرت الإدارة الوطنية للوقاية من الفيضانات.", "الجسر مغلق منذ يوليو",
         ("الإدارة الوطنية للوقاية من الفيضانات",)),
    ],
)  # fmt: skip
def test_a_form(body: str, content: str, speakers: tuple[str, ...], lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert [(s.content, s.speakers) for s in said] == [(content, speakers)], show(said)


def test_a_source_between_commas_cuts_its_content_in_two(lexicon: Lexicon) -> None:
    reading = read_text("وقد تم العثور، وفق ذات البلاغ، على مواضع محصنة ومؤونة كثيرة.", lexicon)
    spans = [[span.text for span in claim.spans] for claim in reading.claims]
    assert spans == [["وقد تم العثور", "على مواضع محصنة ومؤونة كثيرة"]]


@pytest.mark.parametrize("joined", ["وإن", "و إن"])
def test_a_second_complementiser_opens_a_second_content(joined: str, lexicon: Lexicon) -> None:
    said = claims_of(f"قال الوزير سليم البحراوي إن الجسر مغلق {joined} الطريق آمن.", lexicon)
    assert [s.content for s in said] == ["الجسر مغلق", "الطريق آمن"]


def test_even_if_opens_none(lexicon: Lexicon) -> None:
    said = claims_of("قال الوزير سليم البحراوي إن الجسر آمن حتى و إن طال الشتاء.", lexicon)
    assert [s.content for s in said] == ["الجسر آمن حتى و إن طال الشتاء"]


def test_whom_a_sentence_begins_with_goes_on(lexicon: Lexicon) -> None:
    body = "زار الوزير سليم البحراوي الميناء. وفي سياق متصل بالأزمة، استغرب البحراوي هذا التأخر. وأضاف أن الجسر مغلق."
    assert [s.speakers for s in claims_of(body, lexicon)] == [("سليم البحراوي",)]


def test_saying_behind_a_comma_opens_a_content(lexicon: Lexicon) -> None:
    said = claims_of('وهدد النقيب يوسف الصواري بتصعيد الإضراب، قائلا في تسجيل صوتي: "القادم أعظم".', lexicon)
    assert [s.content for s in said] == ["تصعيد الإضراب", "القادم أعظم"]


@pytest.mark.parametrize(
    "body", ["استهدفت الحملة عدة بؤر بمحافظات «الشمال والجنوب والوسط البعيد».", "ويمكن المرور عبر الطريق الجديد رقم 5."]
)
def test_what_only_looks_like_a_verb(body: str, lexicon: Lexicon) -> None:
    assert claims_of(body, lexicon) == []
