"""What stands around a story and in it is no part of it: menus of blanks, pictures' texts, reading times, notes."""

import pytest

from tests.core.pages.reading import read_text

TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"
LEAD = "أعلنت نقابة عمال الميناء عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة."
MORE = "وقال رئيس النقابة إن الاتفاق يشمل جميع العمال في موانئ الشمال والجنوب بداية من الشهر المقبل."


@pytest.mark.parametrize(
    "head",
    [
        f"الرئيسية  سياسة  وطن  مناطق  اقتصاد  رياضة  رأي\n\n{TITLE}",
        f"صوت الميناء\nالرئيسية الوطن اليوم الشمالية الاقتصاد الميدان الرياضي الحياة\n{TITLE}",
        f"{TITLE}\nسامي الحداد ونبيل العطار خلال لقاء سابق",
        f"{TITLE}\n{TITLE} المهندس سامي الحداد رئيس النقابة",
        f"{TITLE}\n3 دقائق قراءة",
        f"{TITLE}\nوزير الموانئ المهندس سامي الحداد",
        f"{TITLE}\nسفن راسية في ميناء الشمال قبل الإضراب (صورة أرشيفية)",
        f"الرئيسية / أخبار محلية / {TITLE[:26]}\n{TITLE}\nالوزارة تطالب العمال بالعودة إلى الأرصفة",
        f"عاجل\n21:02 العثور على مركب تائه    20:51 الذهب يسجل مستوى جديدا    20:40 حركة كثيفة\n{TITLE}",
        f"{TITLE}\nعمال يقفون أمام بوابة الرصيف الشمالي .. صورة من الإنترنت",
        f"الرئيسية » أخبار محلية » {TITLE[:26]}\n{TITLE}\nالوزارة تطالب العمال بالعودة إلى الأرصفة",
    ],
    ids=[
        "menu",
        "menu from home",
        "picture",
        "with more",
        "reading time",
        "office and name",
        "archive picture",
        "trail",
        "hours",
        "picture of",
        "trail of marks",
    ],
)
def test_a_headline_is_told_from_what_stands_beside_it(head: str) -> None:
    found = read_text(f"{head}\n2020-12-01 14:14\n{LEAD}\n{MORE}")
    assert found.title == TITLE
    assert found.body == f"{LEAD}\n{MORE}"


LONG = "نقابة عمال الميناء تعلن إنهاء الإضراب بعد أسبوع من توقف العمل"


@pytest.mark.parametrize(
    "head",
    [
        f"{LONG}\nميناء الشمال - خاص\n2020-12-01 14:14\nعمال يقفون أمام بوابة الرصيف الشمالي في الميناء- جيتي",
        f"{LONG}\nميناء الشمال - خاص\n2020-12-01 14:14\nعمال أمام بوابة الرصيف الشمالي في الميناء - صورة أرشيفية",
        f"{LONG}\n\n2020-12-01 14:14\nمواضيع ذات صلة\nأجور عمال الموانئ\nاتفاق على عودة العمل والأجور المتأخرة\n",
        f"{LONG}\nالحداد: عودة العمل في جميع الأرصفة بعد اتفاق الأجور\n2020-12-01 14:14",
        f"{LONG}\n34\nد. سامي الحداد: عودة العمل في جميع الأرصفة بعد اتفاق الأجور\n2020-12-01 14:14",
    ],
    ids=["agency of pictures", "archive behind a dash", "box of links", "name in the summary", "counter"],
)
def test_a_headline_is_told_from_what_stands_below_it(head: str) -> None:
    assert read_text(f"{head}\n{LEAD}\n{MORE}").title == LONG


@pytest.mark.parametrize(
    "line",
    [
        "سامي الحداد خلال المؤتمر الصحفي",
        "اضافة اعلان",
        "للمزيد- الميناء: من هو رئيس النقابة الجديد؟",
        "للاطلاع على العدد الجديد من الجريدة.. اضغط هنا",
        "إذا كنت تعتقد/تعتقدين أن المقال يحوي معلومات خاطئة أرسل/أرسلي تصحيحا",
    ],
)
def test_a_line_inside_the_story_that_is_none_of_it_is_left_out(line: str) -> None:
    assert read_text(f"{TITLE}\n2020-12-01 14:14\n{LEAD}\n{line}\n{MORE}").body == f"{LEAD}\n{MORE}"


def test_a_point_below_a_headline_is_its_summary() -> None:
    found = read_text(
        f"{TITLE}\n- الأرصفة تفتح صباح الغد أمام السفن\n2020-12-01 14:14\nالزاهرة/ سامي الحداد/ المرفأ\n{LEAD}\n{MORE}"
    )
    assert (found.title, found.subtitle) == (TITLE, "- الأرصفة تفتح صباح الغد أمام السفن")


@pytest.mark.parametrize("ending", ["نهاية الأكثر قراءة", "الأكثر قراءة نهاية"])
def test_a_story_goes_on_behind_a_box_to_skip(ending: str) -> None:
    box = f"تخطى الأكثر قراءة وواصل القراءة\nالأكثر قراءة\nما هي أكبر موانئ العالم؟\n{ending}"
    assert read_text(f"{TITLE}\n2020-12-01 14:14\n{LEAD}\n{box}\n{MORE}").body == f"{LEAD}\n{MORE}"


def test_the_day_of_the_printed_issue_is_the_page_s() -> None:
    note = "نُشرت هذه المادة في صحيفة المرفأ المطبوعة العدد رقم (١٣٣٠) صفحة (١٢) بتاريخ (٢٦-٠٧-٢٠١٥)"
    found = read_text(f"{TITLE}\n\n{note}\n\n{LEAD}\n{MORE}")
    assert found.published_on is not None
    assert found.published_on.isoformat() == "2015-07-26"


def test_a_labelled_day_is_read_whoever_signs_beside_it() -> None:
    found = read_text(f"{TITLE}\nنُشر يوم: 2020/12/01 14:20 - زينون الخلدي\nالمزيد\n{LEAD}\n{MORE}")
    assert found.published_on is not None
    assert found.published_on.isoformat() == "2020-12-01"


def test_a_town_of_the_provinces_stands_before_who_signs() -> None:
    assert read_text(f"{TITLE}\nالإسماعيلية - سامي الحداد\n{LEAD}\n{MORE}").author == "سامي الحداد"


def test_initials_that_sign_are_no_outlet() -> None:
    assert read_text(f"{TITLE}\n2020-12-01 14:14\n{LEAD}\n{MORE}\nس.ح/ن.ع (رويترز، د ب أ)").outlet is None
    skipped = "تخطي إلى المزيد من صفحات دي دبليو DW"
    assert read_text(f"{skipped}\n{TITLE}\n2020-12-01 14:14\n{LEAD}\n{MORE}\nس.ح/ن.ع (رويترز)").outlet == "دويتشه فيله"


def test_the_turn_of_a_picture_between_paragraphs_is_no_paragraph() -> None:
    assert read_text(f"{TITLE}\n2020-12-01 14:14\n{LEAD}\nصورة 1 من 4\n{MORE}").body == f"{LEAD}\n{MORE}"


def test_what_else_there_is_on_a_story_stands_below_its_source() -> None:
    box = "المصدر : صوت الميناء + رويترز\nحول هذه القصة\nأجور الميناء.. لماذا تأخرت شهرين؟\nالمزيد من سياسة"
    found = read_text(f"{TITLE}\n2020-12-01 14:14\n{LEAD}\n{MORE}\n{box}")
    assert (found.body, found.agencies) == (f"{LEAD}\n{MORE}", ("رويترز",))
