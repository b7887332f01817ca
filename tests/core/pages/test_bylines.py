"""Who signs is found in every form of a byline; desks, pictures and headlines sign nothing."""

import pytest

from tests.core.pages.reading import read_text

TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع من التوقف"
STORY = "أعلنت نقابة عمال الميناء عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة."


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("كتبت أسماء نصار", "أسماء نصار"),
        ("كتب ــ سعيد الدغيم", "سعيد الدغيم"),
        ("كتب: زهران الحويط", "زهران الحويط"),
        ("كتب - علي الدغيم، (د ب أ)", "علي الدغيم"),
        ("كتبه سامية الدغيم يوم الثلاثاء, 10/07/2018 - 12:00", "سامية الدغيم"),
        ("علي الدغيم صحافي", "علي الدغيم"),
        ("علي الدغيم (الدمام)", "علي الدغيم"),
        ("علي الدغيم (الدمام) ali_2020@", "علي الدغيم"),
        ("بيروت: علي الدغيم", "علي الدغيم"),
        ("بيروت: علي الدغيم لندن: «الشرق الأوسط»", "علي الدغيم"),
        ("بيروت: علي الدغيم - لندن: سامي الحداد", "علي الدغيم"),
        ("بيروت / علي الدغيم / الأناضول", "علي الدغيم"),
        ("بيروت - الأناضول - حيدر عبد الله الدغيم", "حيدر عبد الله الدغيم"),
        ("بيروت - الأناضول - قسم الأخبار", None),
        ("الثلاثاء 22-10-2019 14:05 | كتب: علي الدغيم |", "علي الدغيم"),
        ("علي الدغيم 10 أكتوبر 2019", "علي الدغيم"),
        ("المصدر: علي الدغيم - دبي", "علي الدغيم"),
        ("القاهرة - بوابة المرفأ: علي الدغيم | الأربعاء 07 أغسطس 2024, 06:42 مساء", "علي الدغيم"),
        ("المصدر: وكالات الأنباء", None),
        ("الشيخ محمد الدغيم", "الشيخ محمد الدغيم"),
        ("كتب: فريق التحرير", None),
        ("بقلم: يورونيوز مع أ ف ب", None),
        ("فريق التحرير", None),
        ("نزوى - علي بن سالم الدغيم", "علي بن سالم الدغيم"),
        ("❖ الدوحة - سعاد الدغيم", "سعاد الدغيم"),
        ("فيديو - علي الدغيم", None),
        ("| كتب علي الدغيم |", "علي الدغيم"),
        ("ع. الدغيم", "ع. الدغيم"),
        ("Adam Yildiz |22.10.2023 - محدث : 22.10.2023", "Adam Yildiz"),
        ("Published On 22/10/2023", None),
        ("كتب جديدة للأطفال", None),
        ("الدكتور علي الدغيم وزير الصحة", None),
        ("على الساعة 14:10", None),
        ("تحرير مدينة الجسر", None),
    ],
)
def test_author(line: str, author: str | None) -> None:
    found = read_text(f"{TITLE}\n{line}\n{STORY}\n{STORY}")
    assert found.author == author
    assert found.title == TITLE


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("المصدر : الجزيرة + وكالات", ("وكالات",)),
        ("ع.ج/ أ.ح (د ب أ، رويترز)", ("د ب أ", "رويترز")),
        ("أ ف ب ورويترز", ("أ ف ب", "رويترز")),
        ("(تغطية علي الدغيم - تحرير سعيد الدغيم)", ()),
    ],
)
def test_agencies_below_the_story(line: str, agencies: tuple[str, ...]) -> None:
    found = read_text(f"{TITLE}\n{STORY}\n{STORY}\n{line}")
    assert found.agencies == agencies
    assert found.body == f"{STORY}\n{STORY}"


@pytest.mark.parametrize(
    ("dateline", "agencies"),
    [
        ("وكالات - ", ("وكالات",)),
        ("الضفاف (سونا) - ", ("سونا",)),
        ("الضفاف (صورة) - ", ()),
        ("اتهم حزب الضفاف (سونا) - وهو جديد - ", ()),
    ],
)
def test_agencies_before_the_story(dateline: str, agencies: tuple[str, ...]) -> None:
    assert read_text(f"{TITLE}\n{dateline}{STORY}\n{STORY}").agencies == agencies


def test_agency_and_outlet_beside_the_day() -> None:
    page = f"{TITLE}\nسبوتنيك عربي | و.م.ع نشر في: 11 مارس 2023\n{STORY}\n{STORY}"
    found = read_text(page)
    assert (found.outlet, found.agencies) == ("سبوتنيك عربي", ("و.م.ع",))


def test_whom_the_story_names_does_not_sign_it() -> None:
    story = f"{STORY}\nوقال علي الدغيم إن الاتفاق يشمل صرف الأجور المتأخرة على دفعتين قبل نهاية الشهر."
    found = read_text(f"{TITLE}\nعلي الدغيم\n{story}")
    assert found.author is None


@pytest.mark.parametrize(
    ("line", "author"), [("وام/سلوى الدغيم/فؤاد السواقي", "سلوى الدغيم"), ("وام/قسم الأخبار", None), ("/وام/", None)]
)
def test_who_signs_behind_an_agency_below_the_story(line: str, author: str | None) -> None:
    found = read_text(f"{TITLE}\n{STORY}\n{STORY}\n\n{line}")
    assert found.author == author
    assert found.body.endswith(STORY)


def test_a_headline_behind_sections_is_the_headline_below_them() -> None:
    page = f"الرئيسية محليات {TITLE}\n\n{TITLE}\n\n{STORY}\n{STORY}"
    found = read_text(page)
    assert (found.title, found.body) == (TITLE, f"{STORY}\n{STORY}")
