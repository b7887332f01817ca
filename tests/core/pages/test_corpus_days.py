"""A page without a day gets one from others only where they leave it a single day."""

from datetime import date

import pytest

from service.core.corpus import Copy, Neighbour
from service.core.pages.corpus_days import date_by_corpus
from service.core.pages.today import Today, find_today
from service.core.pages.told_days import lead_events, told_days
from service.lexicon.calendars import load_date_words

WORDS = load_date_words()
FRIDAY = Today(4, "اليوم الجمعة")


def near(day: int, shared: int = 4, reprint: bool = False, outlet: str = "صحيفة المرفأ") -> Neighbour:
    return Neighbour(f"a{day}{outlet}", outlet, date(2021, 7, day), Copy("a", "b", shared, reprint))


@pytest.mark.parametrize(
    ("body", "weekday"),
    [
        ("تستأنف اليوم الجمعة المحادثات في الريحان.", 4),
        ("أعلن الوزير السبت أن العمل انتهى.\nوترأس الوزير، أمس الجمعة، وفدا.", 5),
        ("وصل الوفد أول أمس الخميس إلى الريحان.", 5),
        ("تبدأ غدا الأحد أعمال القمة.", 5),
        ("انطلقت بعد ظهر الأربعاء جولة الحوار.\nوفي وقت سابق اليوم هدد الطرفان بالانسحاب.", 2),
        ("انطلقت بعد ظهر الأربعاء الماضي جولة الحوار.\nوفي وقت سابق اليوم هدد الطرفان بالانسحاب.", None),
        ('انطلقت بعد ظهر الأربعاء جولة الحوار.\nوقال: "في وقت سابق اليوم التقينا".', None),
        ('قال الوزير: "نجتمع اليوم الجمعة".', None),
        ("يجتمع الوفدان اليوم الجمعة.\nوعاد الوزير أمس الجمعة.", None),
        ("أعلن الوزير السبت أن العمل انتهى.", None),
    ],
)
def test_weekday_that_a_story_calls_today(body: str, weekday: int | None) -> None:
    found = find_today(body, WORDS)
    assert (found.weekday if found else None) == weekday


def test_shared_wording_and_a_weekday_fix_the_day() -> None:
    found = date_by_corpus(FRIDAY, [near(25), near(22, outlet="إذاعة الجبل")], [])
    assert found is not None
    assert found.day == date(2021, 7, 23)
    assert len(found.articles) == 2


@pytest.mark.parametrize(
    ("today", "neighbours"),
    [
        (None, [near(25)]),
        (None, [near(25, reprint=True)]),
        (None, [near(25, reprint=True), near(26, reprint=True, outlet="إذاعة الجبل")]),
        (FRIDAY, []),
        (FRIDAY, [near(25, shared=2)]),
        (FRIDAY, [near(25), near(18, outlet="إذاعة الجبل")]),
    ],
)
def test_nothing_is_guessed(today: Today | None, neighbours: list[Neighbour]) -> None:
    assert date_by_corpus(today, neighbours, []) is None


def test_two_outlets_printing_the_text_on_one_day_date_it() -> None:
    found = date_by_corpus(None, [near(25, reprint=True), near(25, reprint=True, outlet="إذاعة الجبل")], [])
    assert found is not None
    assert found.day == date(2021, 7, 25)


def test_day_told_for_a_numbered_event() -> None:
    told = told_days(
        "وتوصل الجانبان خلال الجولة الثالثة من حوار المياه بين البلدين في السابع من نيسان/أبريل الماضي إلى اتفاق.",
        date(2021, 7, 27),
        WORDS,
    )
    events = lead_events("انطلقت بعد ظهر الأربعاء الجولة الثالثة من حوار المياه برئاسة الوزيرين.", WORDS)
    assert {told[event] for event in events if event in told} == {date(2021, 4, 7)}
    found = date_by_corpus(Today(2, "الأربعاء"), [], [("a1", date(2021, 4, 7))])
    assert found is not None
    assert found.day == date(2021, 4, 7)
    assert date_by_corpus(FRIDAY, [], [("a1", date(2021, 4, 7))]) is None
    assert date_by_corpus(Today(2, "الأربعاء"), [], [("a1", date(2021, 4, 7)), ("a2", date(2021, 4, 14))]) is None


@pytest.mark.parametrize(("gap", "shared", "dated"), [(2, 3, True), (2, 1, False), (1, 1, True), (3, 4, False)])
def test_a_reprint_dates_its_neighbouring_days(gap: int, shared: int, dated: bool) -> None:
    assert (date_by_corpus(FRIDAY, [near(23 + gap, shared=shared, reprint=True)], []) is not None) == dated


@pytest.mark.parametrize(
    "lead",
    [
        "بدأت على الساعة الثامنة من صباح اليوم الأحد أعمال القمة.",
        "أحيت المدينة اليوم الاثنين الذكرى الأولى لمعركة الريحان الكبرى.",
    ],
)
def test_hours_and_anniversaries_are_no_numbered_events(lead: str) -> None:
    assert lead_events(lead, WORDS) == ()


def test_months_are_no_numbered_events() -> None:
    assert lead_events("أصدر البرلمان في كانون الثاني من العام الماضي قرارا جديدا.", WORDS) == ()
