"""Days in every notation that pages print them in, with weekday, clock and zone."""

from datetime import UTC, date, datetime, time

import pytest

from service.core.arabic.calendars import DateWords
from service.core.arabic.dates import WrittenDate, find_dates, find_yearless
from service.lexicon.calendars import load_date_words

NOTATIONS = [
    ("الإثنين، 24 أغسطس 2020 09:23 ص", "2020-08-24", "09:23"),
    ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07", "12:09"),
    ("10:31 ص السبت 17 يوليه 2021", "2021-07-17", "10:31"),
    ("الجمعة 05/يناير/2024 - 07:09 م", "2024-01-05", "19:09"),
    ("الأربعاء 26/نوفمبر/2025 - 12:48 م", "2025-11-26", "12:48"),
    ("سياسة 6-08-2023, 09:47 | --", "2023-08-06", "09:47"),
    ("2021-07-25T04:59:16+00:00", "2021-07-25", "04:59:16"),
    ("2021/07/26 | 23:55 - المصدر: جهة", "2021-07-26", "23:55"),
    ("2025-01-04 12:36:01 - المصدر: جهة", "2025-01-04", "12:36:01"),
    ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01", "02:00"),
    ("الثلاثاء ٠٥ / نوفمبر / ٢٠٢٤", "2024-11-05", None),
    ("الثلاثاء , سبتمبر 17 2024", "2024-09-17", None),
    ("الجمعة 8 فيفري 2019", "2019-02-08", None),
    ("الإثنين, 17-يونيو-2019", "2019-06-17", None),
    ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24", "21:22"),
    ("الأحد، 04 آب/اغسطس 2013", "2013-08-04", None),
    ("17:55 GMT17 مارس/ آذار 2020", "2020-03-17", "17:55"),
    ("23 أكتوبر 2016 , 06:05م", "2016-10-23", "18:05"),
    ("ديسمبر 25, 2020", "2020-12-25", None),
    ("November 9, 2020", "2020-11-09", None),
    ("تاريخ النشر: 3rd, November 2025 GMT", "2025-11-03", None),
    ("2026-01-08 | 12:42", "2026-01-08", "12:42"),
    ("2019-06-20 | 14:14 519", "2019-06-20", "14:14"),
    ("(جهة / أخرى - 27 يوليو 2021ء)", "2021-07-27", None),
    ("المدينة، 18 يونيو 2020 (جهة) -", "2020-06-18", None),
    ("جهة -المدينة- 08 نوفمبر 2021-", "2021-11-08", None),
    ("اليوم الأحد (6 آب 2023)", "2023-08-06", None),
    ("اليوم الثلاثاء 19 أغسطس 2025", "2025-08-19", None),
    ("القاهرة: الأربعاء، 07 أكتوبر 2020 12:19 م", "2020-10-07", "12:19"),
    ("الثاني عشر، 12 من كانون الأول عام 2021", "2021-12-12", None),
    ("11 شوال 1441هـ", "2020-06-03", None),
    ("السبت السابع من نيسان/أبريل 2018", "2018-04-07", None),
    ("GMT 15:07 2017 الأربعاء 20 سبتمبر", "2017-09-20", "15:07"),
    ("كأس 2016 الأربعاء 20 سبتمبر 2017", "2017-09-20", None),
    ("في الحادي والعشرين من شهر رمضان 1445", "2024-03-31", None),
    ("الأحد 1445/1/19 هـ", "2023-08-06", None),
    ("يوم 25/12/2020م", "2020-12-25", None),
    ("1/8/2023 3:05:11 PM", "2023-01-08", "15:05:11"),
    ("الأحد 06 أوت 2023 الساعة 10:11", "2023-08-06", "10:11"),
    ("6 غشت 2023", "2023-08-06", None),
    ("2024:03:10.14:05:12", "2024-03-10", "14:05:12"),
    ("نُشر: 16:02-3 مايو 2024 م", "2024-05-03", "16:02"),
    ("نشر في: 13 أغسطس ,2023: 10:15 ص GST", "2023-08-13", "10:15"),
    ("تم النشر في 15 مارس 2022, 1:20 مساءً", "2022-03-15", "13:20"),
    ("2016/10/23 | 09:20", "2016-10-23", "09:20"),
    ("سياسة 6-08-2023, 09:47", "2023-08-06", "09:47"),
    ("23.08.2022 11:33", "2022-08-23", "11:33"),
    ("الأحد 10 آذار (مارس) 2024", "2024-03-10", None),
    ("10مارس2024", "2024-03-10", None),
    ("10_مارس_2024", "2024-03-10", None),
    ("10 مارس من العام 2024", "2024-03-10", None),
    ("10 mars 2024", "2024-03-10", None),
    ("شعبان 29, 1445", "2024-03-10", None),
    ("۱۰ مارس ۲۰۲۴", "2024-03-10", None),
    ("Sun, 10 Mar 2024 14:10:00 +0300", "2024-03-10", "14:10"),
    ("الجمعة 10/أكتوبر/2025 - 09:53 ص", "2025-10-10", "09:53"),
    ("الإثنين 29 أبريل 2024", "2024-04-29", None),
]


@pytest.fixture(scope="module")
def words() -> DateWords:
    return load_date_words()


def read_one(text: str, words: DateWords) -> WrittenDate:
    found = find_dates(text, words)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "day", "clock"), NOTATIONS, ids=[text for text, *_ in NOTATIONS])
def test_notation(text: str, day: str, clock: str | None, words: DateWords) -> None:
    found = read_one(text, words)
    assert found.day.isoformat() == day
    assert found.clock == (time.fromisoformat(clock) if clock else None)
    assert text[found.start : found.end] == found.text
    assert found.weekday in {None, found.day.weekday()}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("11 شوال 1441هـ - 03 يونيو 2020م", ["2020-06-03", "2020-06-03"]),
        ("الأربعاء 26/نوفمبر/2025 - 12:48 م 11/26/2025 12:48:50 PM", ["2025-11-26", "2025-11-26"]),
        ("2022-09-20 | 04:44 2022-09-20T04:44:07+00:00", ["2022-09-20", "2022-09-20"]),
        ("GMT 17:27 17.03.2020(محدثة GMT 17:49 17.03.2020)", ["2020-03-17", "2020-03-17"]),
    ],
)
def test_day_printed_twice(text: str, days: list[str], words: DateWords) -> None:
    assert [found.day.isoformat() for found in find_dates(text, words)] == days


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2021-07-25T04:59:16+00:00", datetime(2021, 7, 25, 4, 59, 16, tzinfo=UTC)),
        ("2021-07-25T00:30:00+03:00", datetime(2021, 7, 24, 21, 30, tzinfo=UTC)),
        ("17:55 GMT17 مارس/ آذار 2020", datetime(2020, 3, 17, 17, 55, tzinfo=UTC)),
        ("الأربعاء، 07 أكتوبر 2020 12:19 م", None),
    ],
)
def test_moment_is_known_with_a_zone_only(text: str, instant: datetime | None, words: DateWords) -> None:
    assert read_one(text, words).instant == instant


@pytest.mark.parametrize(
    ("text", "day"), [("الأربعاء 05/06/2024", date(2024, 6, 5)), ("الاثنين 05/06/2024", date(2024, 5, 6))]
)
def test_weekday_decides_the_order_of_day_and_month(text: str, day: date, words: DateWords) -> None:
    assert read_one(text, words).day == day


def test_a_disagreeing_weekday_is_kept(words: DateWords) -> None:
    found = read_one("السبت 17 يونيو 2019", words)
    assert (found.day, found.weekday) == (date(2019, 6, 17), 5)


@pytest.mark.parametrize(
    "text", ["31 فبراير 2020", "32/01/2020", "قبل 3 ساعات", "0 دقيقة 2020", "عام 2020", "17 يونيو", ""]
)
def test_what_is_no_day(text: str, words: DateWords) -> None:
    assert find_dates(text, words) == []


@pytest.mark.parametrize(
    ("text", "day", "month", "weekday"),
    [
        ("الثلاثاء 14 يناير - 10:30 ص", 14, 1, 1),
        ("14 يناير", 14, 1, None),
        ("القاهرة 7 يونيو حزيران (جهة)", 7, 6, None),
        ("الأحد، ٣ آب/أغسطس", 3, 8, 6),
    ],
)
def test_day_without_a_year(text: str, day: int, month: int, weekday: int | None, words: DateWords) -> None:
    (found,) = find_yearless(text, words)
    assert (found.day, found.month, found.weekday) == (day, month, weekday)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text", ["14 يناير 2020", "14 يناير/كانون الثاني 2020", "ديسمبر 2020", "32 يناير", "14 يوما", ""]
)
def test_what_is_no_day_without_a_year(text: str, words: DateWords) -> None:
    assert find_yearless(text, words) == []


def test_clock_in_english_makes_a_date_american_only_with_slashes() -> None:
    texts = ("5-4-2014, 10:20 AM", "5/4/2014 10:20 AM", "25/4/2014 10:20 AM")
    days = [find_dates(text, load_date_words())[0].day.isoformat() for text in texts]
    assert days == ["2014-04-05", "2014-05-04", "2014-04-25"]
