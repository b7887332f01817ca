"""A day at the top of a page is the clock of whoever fetched it, unless the story says otherwise."""

import pytest

from tests.core.pages.reading import read_text

MENU = "الأخبار\nالاقتصاد\nالرياضة\nالثقافة"
TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"
LEAD = "أعلنت نقابة عمال الميناء، اليوم {}، عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة."
THIS_YEAR = "وهذا أول توقف للعمل في الميناء منذ بداية عام 2020 على ما تقول إدارته في بيان."


@pytest.mark.parametrize(("weekday", "day"), [("الثلاثاء", "2020-12-01"), ("الخميس", None)])
def test_masthead_day_counts_where_the_lead_calls_its_weekday_today(weekday: str, day: str | None) -> None:
    found = read_text(f"1 ديسمبر 2020 17:55\n{MENU}\n{TITLE}\n\n{LEAD.format(weekday)}\n{THIS_YEAR}")
    assert (found.published_on.isoformat() if found.published_on else None) == day
    assert ("fetch-date-ignored" in found.date_evidence.warnings) == (day is None)


def test_masthead_day_beside_a_dark_mode_switch_never_counts() -> None:
    found = read_text(f"الثلاثاء 1 ديسمبر 2020\nالوضع المظلم\n{MENU}\n{TITLE}\n\n{LEAD.format('الثلاثاء')}")
    assert found.published_on is None


@pytest.mark.parametrize("more", ["", "وكان العمل قد توقف في الميناء مرتين عام 2014 بسبب العواصف وارتفاع الأمواج."])
def test_weekday_alone_does_not_make_a_masthead_day_the_storys(more: str) -> None:
    found = read_text(f"1 ديسمبر 2020 17:55\n{MENU}\n{TITLE}\n\n{LEAD.format('الثلاثاء')}\n{more}")
    assert found.published_on is None
    assert found.date_evidence.warnings == ("fetch-date-ignored",)


def test_an_address_bears_a_masthead_day_out() -> None:
    address = "https://news.example/arab/202012011044-story"
    found = read_text(f"1 ديسمبر 2020 17:55\n{MENU}\n{address}\n{TITLE}\n\n{LEAD.format('الثلاثاء')}")
    assert str(found.published_on) == "2020-12-01"


def test_of_two_days_that_of_the_lead_s_weekday_is_the_page_s() -> None:
    byline = "النسيم - خاص\nالأحد 9 فبراير 2020, 07:21 مساء"
    found = read_text(f"الثلاثاء 1 ديسمبر 2020\nالرئيسية\n{TITLE}\n{byline}\n{LEAD.format('الأحد')}")
    assert str(found.published_on) == "2020-02-09"


def test_a_day_stands_beside_foreign_names() -> None:
    found = read_text(
        f"{TITLE}\nJan Novak, Eva Novakova   |09.02.2020 - محدث : 10.02.2020\n{LEAD.format('الأحد')}\n{THIS_YEAR}"
    )
    assert str(found.published_on) == "2020-02-09"
