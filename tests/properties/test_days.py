"""Laws of days: any day printed in any notation reads back, wherever it stands and in whatever digits."""

from datetime import date

from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from service.core.arabic.dates import find_dates
from service.lexicon.calendars import load_date_words

_WORDS = load_date_words()
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS = {number: sorted(name for name, at in _WORDS.months.items() if at == number) for number in range(1, 13)}
_HIJRI = {number: sorted(name for name, at in _WORDS.hijri_months.items() if at == number) for number in range(1, 13)}
_NOTATIONS = (
    "{w}، {d} {m} {y}",
    "{w} {d:02}/{m}/{y}",
    "{w}, {d}-{m}-{y}",
    "{w} {d:02} / {m} / {y}",
    "{w} , {m} {d} {y}",
    "{m} {d}, {y}",
    "{d} من {m} عام {y}",
    "({d} {m} {y})",
    "{d}/{n}/{y}",
    "{d:02}-{n:02}-{y}",
    "{d:02}.{n:02}.{y}",
    "{y}-{n:02}-{d:02}",
    "{y}/{n}/{d}",
    "{y}-{n:02}-{d:02}T04:59:16+00:00",
    "{y}-{n:02}-{d:02} | 23:55",
    "10:31 ص {w} {d} {m} {y}",
)
_DIGITS = (str.maketrans({}), str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
_days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(_days, st.sampled_from(_NOTATIONS), st.sampled_from(_DIGITS), st.data())
def test_printed_day_reads_back(day: date, notation: str, digits: dict[int, int], data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(_MONTHS[day.month]))
    weekday = _WEEKDAYS[day.weekday()]
    text = notation.format(w=weekday, d=day.day, n=day.month, m=month, y=day.year).translate(digits)
    found = find_dates(text, _WORDS)
    assert [written.day for written in found] == [day]
    assert found[0].weekday in {None, day.weekday()}


@given(st.dates(date(1930, 1, 1), date(2070, 12, 31)), st.data())
def test_printed_hijri_day_reads_back(day: date, data: st.DataObject) -> None:
    hijri = Gregorian.fromdate(day).to_hijri()
    month = data.draw(st.sampled_from(_HIJRI[hijri.month]))
    found = find_dates(f"{hijri.day} {month} {hijri.year}هـ", _WORDS)
    assert [(written.day, written.form) for written in found] == [(day, "hijri")]


@given(_days, st.data())
def test_day_in_words_reads_back(day: date, data: st.DataObject) -> None:
    words = sorted(word for word, number in _WORDS.ordinals.items() if number == day.day)
    month = data.draw(st.sampled_from(_MONTHS[day.month]))
    found = find_dates(f"في {data.draw(st.sampled_from(words))} من {month} {day.year} جرى", _WORDS)
    assert [written.day for written in found] == [day]


@given(_days, st.text(alphabet="ابتثجم، \n.()«»ـًَ", max_size=60), st.text(alphabet="ابتثجم، \n.()«»ـًَ", max_size=60))
def test_place_in_the_text_is_exact(day: date, before: str, after: str) -> None:
    printed = f"{day.year}/{day.month:02}/{day.day:02}"
    text = f"{before} {printed} {after}"
    found = find_dates(text, _WORDS)
    assert [(text[written.start : written.end], written.day) for written in found] == [(printed, day)]
