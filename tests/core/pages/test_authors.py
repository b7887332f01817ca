"""Who signed a story: initials behind its last sentence that are no agency's, or a name behind the dateline's town."""

import pytest

from tests.core.pages.reading import read_text

TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"
STORY = (
    "أعلنت نقابة عمال الميناء عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة. وأضافت أن السفن "
    "التي تنتظر منذ أسبوع ستدخل تباعا وأن لجنة مشتركة ستراجع العقود قبل نهاية الشهر المقبل"
)


@pytest.mark.parametrize(
    ("end", "author"),
    [
        (". س ن ر", "س ن ر"),
        (". س. ن", "س. ن"),
        (". أ ف ب", None),
        (". د.ب.أ", None),
        (" لعام 1441 هـ", None),
        (" س ن", None),
        (". س", None),
        (".", None),
    ],
)
def test_initials_behind_the_last_sentence(end: str, author: str | None) -> None:
    found = read_text(f"{TITLE}\n\n{STORY}{end}")
    assert found.author == author
    assert found.body.endswith(end)


@pytest.mark.parametrize(
    ("dateline", "author"),
    [
        ("دمشق - سليم الراوي: ", "سليم الراوي"),
        ("دمشق - سليم الراوي:", "سليم الراوي"),
        ("دمشق - وزارة الري: ", None),
        ("", None),
    ],
)
def test_who_writes_from_the_town_of_the_dateline(dateline: str, author: str | None) -> None:
    found = read_text(f"{TITLE}\n\n{dateline}{STORY}.")
    assert found.author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [("هناء الزرلي", "هناء الزرلي"), ("سليم الراوي", None), ("أخبار الموانئ", None)],
    ids=["a name", "of whom the story tells", "no name"],
)
def test_a_bare_name_below_the_story_signs_it(line: str, author: str | None) -> None:
    more = "وقال رئيس النقابة سليم الراوي إن الاتفاق يشمل جميع العمال في موانئ الشمال والجنوب بداية من الشهر المقبل."
    page = f"{TITLE}\n\n{STORY}.\n{more}\n{more}\n{line}\nالكلمات المفاتيح\nموانئ  نقابات"
    found = read_text(page)
    assert found.author == author
    assert found.body.endswith(more)
