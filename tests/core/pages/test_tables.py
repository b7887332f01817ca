"""Lists of fixtures, results and numbers belong to a story; headlines below it do not."""

import pytest

from tests.core.pages.reading import read_text

TITLE = "مباريات الجولة المقبلة من دون جمهور"
FIRST = "قررت لجنة المسابقات الثلاثاء إقامة مباريات الجولة المقبلة من دون جمهور بعد أحداث ملعب الجسر."
SECOND = "وقال رئيس اللجنة كنعان الصيرفي إن القرار يسري أسبوعين وإن الأندية أبلغت به قبل صدوره."
LONE = (
    "وسيكون برنامج الجولة : الأحد 4 ماي 2014 الساعة الثالثة : نجم الجسر * اتحاد الريحان الساعة الخامسة : "
    "شباب الضفاف * وداد المدار الساعة السابعة : نادي السواحل * هلال التلال"
)
FIXTURES = (
    "الأحد 4 ماي 2014 الساعة 15:00 نجم الجسر - اتحاد الريحان / سليم الراوي الساعة 17:00 شباب الضفاف - وداد المدار / "
    "كنعان الصيرفي الساعة 19:00 نادي السواحل - هلال التلال / نعمان الديراوي"
)
HEADLINES = (
    "أمطار غزيرة في مدينة الجبل | إغلاق السوق القديمة للترميم | بلدية الجسر تعلن عن مناقصة | "
    "وفاة رسام الضفاف عن تسعين عاما"
)
TABLE = ["14:30 : نجم الجسر – اتحاد الريحان", "16:00 : شباب الضفاف – وداد المدار", "18:00 : نادي السواحل – هلال التلال"]
OTHERS = ["أمطار غزيرة في مدينة الجبل", "إغلاق السوق القديمة للترميم", "وفاة رسام الضفاف عن تسعين عاما"]


def body_of(*below: str) -> list[str]:
    """Read a page whose story has two paragraphs and these lines below, and a footer."""
    page = "\n".join([TITLE, "4 مايو 2014", FIRST, SECOND, *below, "جميع الحقوق محفوظة"])
    found = read_text(page)
    assert found.title == TITLE
    return found.body.split("\n")[2:]


@pytest.mark.parametrize(
    "lines",
    [
        TABLE,
        [FIXTURES],
        ["وفي ما يلي نص البيان:"],
        ["و ذلك في إطار الجولة المقبلة من البطولة"],
        ["اللجنة قررت أن مباريات الجولة المقبلة ستقام من دون جمهور في كل الملاعب إلى أن تنتهي الأحداث"],
    ],
)
def test_lines_that_belong_to_a_story(lines: list[str]) -> None:
    assert body_of(*lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        OTHERS,
        [HEADLINES],
        ["وزير الرياضة يفتتح ملعبا جديدا في مدينة الجبل"],
        ["بلدية الجسر تغلق السوق القديمة أسبوعين لترميم سقفها الذي تضرر في عاصفة الشتاء الماضي"],
    ],
)
def test_headlines_below_a_story(lines: list[str]) -> None:
    assert body_of(*lines) == []


def test_story_that_is_one_list() -> None:
    page = "\n".join([TITLE, "4 مايو 2014", LONE])
    found = read_text(page)
    assert (found.title, found.body) == (TITLE, LONE)


def test_lead_without_a_stop_below_the_day_is_no_headline() -> None:
    lead = "قررت لجنة المسابقات إقامة مباريات الجولة المقبلة من دون جمهور بعد أحداث ملعب الجسر الأسبوع الماضي"
    page = "\n".join(["ضفاف أونلاين", TITLE, "4 مايو 2014", lead, FIRST, SECOND])
    found = read_text(page)
    assert (found.title, found.body.split("\n")[0]) == (TITLE, lead)


@pytest.mark.parametrize(
    "title",
    ["الموظفون ممنوعون من نشر الوثائق دون إذن مسبق", 'النقابة تسأل الوزير في رسالة إلى المجلس: "أين الأجور المتأخرة؟"'],
)
def test_headline_that_looks_like_a_rule_or_a_sentence(title: str) -> None:
    page = "\n".join([title, "4 مايو 2014", FIRST, SECOND])
    found = read_text(page)
    assert (found.title, found.body.split("\n")) == (title, [FIRST, SECOND])


def test_paragraph_with_starred_items_below_a_sentence_is_the_storys() -> None:
    items = (
        "وتشمل الدعوة أصحاب المحلات الآتية : * محلات صنع المرطبات وبيعها * المخازن والمستودعات المخصصة للتخزين * "
        "المطاعم والمقاهي على الطريق الساحلي * ورش النجارة والحدادة في المنطقة الصناعية * محطات الوقود داخل المدينة * "
        "مكاتب السفر والسياحة في الوسط التجاري * قاعات الأفراح والمؤتمرات * معارض السيارات الجديدة والمستعملة"
    )
    assert body_of(items) == [items]


def test_headline_with_its_day_above_the_day_of_the_page() -> None:
    page = "\n".join(["أبرز أخبار السبت 3 مايو 2014", "4 مايو 2014", FIRST, SECOND])
    found = read_text(page)
    assert (found.title, str(found.published_on)) == ("أبرز أخبار السبت 3 مايو 2014", "2014-05-04")


def test_notice_of_short_lines_below_the_day() -> None:
    page = "\n".join([TITLE, "4 مايو 2014", "في ما يلي برنامج الجولة المقبلة للبطولة:", *TABLE])
    found = read_text(page)
    assert found.body.startswith("في ما يلي برنامج الجولة المقبلة للبطولة:")


def test_lead_that_begins_like_a_button_is_the_storys() -> None:
    lead = "تخطى عدد الزوار مليون زائر في الشهر الأول من افتتاح المتحف الجديد في مدينة الجسر."
    page = "\n".join([TITLE, "4 مايو 2014", lead, FIRST])
    found = read_text(page)
    assert found.body.split("\n") == [lead, FIRST]


def test_text_of_a_picture_that_ends_with_a_stop_is_no_headline() -> None:
    page = "\n".join([TITLE, "4 مايو 2014", "مدرجات ملعب الجسر بعد المباراة. © رويترز", FIRST, SECOND])
    found = read_text(page)
    assert next(line.role for line in found.lines if "©" in line.text) == "caption"
