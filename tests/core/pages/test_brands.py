"""A page names an outlet that nobody knows: its masthead's form says so, or another line of the page names it again."""

import pytest

from service.core.pages.brands import learn_brand
from service.core.pages.layouts import cut_lines
from service.lexicon.pages import load_page_knowledge
from tests.core.pages.reading import read_text

STORY = "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة."
TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"


def brand(page: str) -> tuple[str, str] | None:
    """Return the name that a page gives itself, and how it shows it."""
    found = learn_brand(cut_lines(page), load_page_knowledge()).brand
    return (found.name, found.reason) if found else None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"ضفاف النهر\n{TITLE}\n{STORY}\nجميع الحقوق محفوظة ضفاف النهر", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\nضفاف النهر - متابعة\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\nضفاف النهر/ {STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\nفريق ضفاف النهر\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE} | ضفاف النهر\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر - بيروت\n{TITLE}\n{STORY}", ("ضفاف النهر", "name-and-place")),
        (f"ضفاف أونلاين\n{TITLE}\n{STORY}", ("ضفاف أونلاين", "masthead-word")),
        (f"موقع ضفاف النهر\n{TITLE}\n{STORY}", ("موقع ضفاف النهر", "masthead-word")),
        (f"أرشيف جريدة الضفاف\n{TITLE}\n{STORY}", ("جريدة الضفاف", "masthead-word")),
        (f"بوابة الضفاف   رئيس التحرير: سليم الراوي\n{TITLE}\n{STORY}", ("بوابة الضفاف", "masthead-word")),
        (f"{TITLE} - ضفاف أونلاين\n{STORY}", ("ضفاف أونلاين", "behind-the-headline")),
        (f"{TITLE}\nخاص - الضفاف\n{STORY}", ("الضفاف", "beside-a-source")),
        (f"{TITLE}\nضفاف اليوم - متابعات - الأحد، 4 مايو 2014\n{STORY}", ("ضفاف اليوم", "beside-a-source")),
        (f"يستخدم هذا الموقع ملفات تعريف الارتباط\nضفاف أونلاين\n{TITLE}\n{STORY}", ("ضفاف أونلاين", "masthead-word")),
        (f"الصفحة 4 | محليات | جريدة الضفاف | العدد 3021\n{TITLE}\n{STORY}", ("جريدة الضفاف", "masthead-word")),
        (f"وكالة الضفاف للأنباء (ضفاف)\n{TITLE}\n{STORY}", ("وكالة الضفاف للأنباء", "masthead-word")),
        (f"ضفاف النهر\n{TITLE}\nالخرطوم: ضفاف النهر\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\nعدن((ضفاف النهر)) خاص:\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"{TITLE}\n4 مايو 2014\nضفاف النهر\nشارك المقال\n{STORY}", ("ضفاف النهر", "between-day-and-share-bar")),
        (f"{TITLE}\n4 مايو 2014\nسليم الراوي\nشارك المقال\n{STORY}", None),
        (f"{TITLE}\nضفاف النهر\nشارك المقال\n{STORY}", None),
        (f"ضفاف النهر\nالوطن\n{TITLE}\nنشر في ضفاف النهر يوم 4 - 5 - 2014\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\nضفاف النهر\n4 مايو 2014\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف النهر\n{TITLE}\n{STORY}\nضفاف النهر\nتواصل معنا", ("ضفاف النهر", "named-again")),
        (f"شؤون قانونية\n{TITLE}\nشؤون قانونية\n{STORY}\n{STORY}", None),
        (f"ضفاف النهر\n{TITLE}\nبواسطة ضفاف النهر\n{STORY}", ("ضفاف النهر", "named-again")),
        (f"ضفاف 24\n{TITLE}\n{STORY}", ("ضفاف 24", "masthead-word")),
        (f"الصفحة 4\n{TITLE}\n{STORY}", None),
        (f"ضفاف أف أم\n{TITLE}\n{STORY}", ("ضفاف أف أم", "masthead-word")),
        (f"ضفاف النهر\n{TITLE}\n{STORY}", None),
        (f"قضية للنقاش\n{TITLE}\n{STORY}\n{STORY}", None),
        (f"شؤون قانونية\nالرئيسية / شؤون قانونية / {TITLE}\n{TITLE}\n{STORY}", None),
        (f"سليم الراوي - بيروت\n{TITLE}\n{STORY}", None),
        (f"{TITLE}\nخاص - سليم الراوي\n{STORY}", None),
        (f"{TITLE} - أسماء الضحايا\n{STORY}", None),
        (f"{TITLE}\nوكالات - متابعات\n{STORY}", None),
    ],
)
def test_name_that_a_page_gives_itself(page: str, expected: tuple[str, str] | None) -> None:
    assert brand(page) == expected


def test_known_outlet_is_left_to_the_lexicon() -> None:
    assert brand(f"مصراوي\n{TITLE}\n{STORY}\nمصراوي - القاهرة") is None


def test_learnt_name_is_read_like_a_known_one() -> None:
    page = f"ضفاف النهر\n{TITLE} - ضفاف النهر\nضفاف النهر - سليم الراوي (أ ف ب)\n4 مايو 2014\n{STORY}\n{STORY}"
    read = read_text(page)
    assert (read.title, read.outlet, read.author, read.agencies) == (TITLE, "ضفاف النهر", "سليم الراوي", ("أ ف ب",))
    assert next(line.reason for line in read.lines if line.text == "ضفاف النهر") == "named-again"


def test_agency_in_the_dateline_is_no_outlet_where_the_page_has_one() -> None:
    page = f"{TITLE}\n4 مايو 2014\n(رويترز) - {STORY}\n{STORY}\nضفاف النهر © 2014"
    read = read_text(page)
    assert (read.outlet, read.agencies) == ("ضفاف النهر", ("رويترز",))


def test_who_prepared_a_story_is_no_outlet() -> None:
    page = f"{TITLE}\n4 مايو 2014\n{STORY}\n{STORY}\n(إعداد سهام بدر للنشرة العربية - تحرير عادل منصور)"
    read = read_text(page)
    assert read.outlet is None


def test_short_name_behind_the_word_for_a_medium_is_the_outlets_too() -> None:
    page = f"وكالة سهل الضفاف\n{TITLE}\nدمشق - سهل الضفاف\n4 مايو 2014\n{STORY}\n{STORY}"
    read = read_text(page)
    assert (read.outlet, read.author, read.place) == ("وكالة سهل الضفاف", None, "دمشق")


def test_agency_behind_the_outlet_in_the_dateline() -> None:
    page = f"ضفاف برس -\n{TITLE}\n4 مايو 2014\nضفاف برس - بترا - {STORY}\n{STORY}"
    read = read_text(page)
    assert (read.outlet, read.agencies) == ("ضفاف برس", ("بترا",))
