"""A day without its year gets the one that the page leaves it, never a guess."""

import pytest

from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"
STORY = "أعلنت نقابة عمال الميناء{} عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة{}."
RIGHTS = "جميع الحقوق محفوظة لمرصد النخيل {}"


def read(text: str, url: str | None = None) -> Article:
    found = read_article(Page("page.txt", text.encode(), "text/plain", url), load_page_knowledge())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("stamp", "today", "told", "rights", "url", "day"),
    [
        ("الثلاثاء 14 يناير", "", "", "2020", None, "2020-01-14"),
        ("14 يناير 10:30 ص", "، اليوم الثلاثاء،", "", "2020", None, "2020-01-14"),
        ("الأربعاء 30 ديسمبر", "", "", "2021", None, "2020-12-30"),
        ("14 يناير", "", " منذ مطلع عام 2020", "2020", None, "2020-01-14"),
        ("14 يناير", "", "", "2021", "https://news.example/2018/01/port.html", "2018-01-14"),
        ("الثلاثاء 14 يناير", "", "", "2023", None, None),
        ("14 يناير", "", "", "2020", None, None),
        ("14 يناير", "", " منذ مطلع عام 2019", "2020", None, None),
        ("الأحد 14 يناير", "", "", "2020", None, None),
        ("14 يناير", "", "", "2020", "https://news.example/2018/05/port.html", None),
    ],
)
def test_year_of_a_stamp(stamp: str, today: str, told: str, rights: str, url: str | None, day: str | None) -> None:
    found = read(f"{TITLE}\n{stamp}\n{STORY.format(today, told)}\n{RIGHTS.format(rights)}", url)
    assert (str(found.published_on) if found.published_on else None) == day
    assert ("year-not-shown" in found.date_evidence.warnings) == (day is not None)
    assert (found.date_evidence.why is not None) == (day is not None)


def test_a_day_with_its_year_comes_first() -> None:
    found = read(f"{TITLE}\nالثلاثاء 14 يناير\n{STORY.format('', '')}\n15 يناير 2020\n{RIGHTS.format(2020)}")
    assert str(found.published_on) == "2020-01-15"


def test_dateline_without_a_year() -> None:
    text = f"{TITLE}\nدبي في 14 يناير / وام / {STORY.format(' اليوم الثلاثاء', '')}\n{RIGHTS.format(2020)}"
    assert str(read(text).published_on) == "2020-01-14"


def test_a_masthead_day_without_a_year_is_not_the_storys() -> None:
    menu = "الأخبار\nالاقتصاد\nالرياضة\nالثقافة"
    found = read(f"الثلاثاء 14 يناير\n{menu}\n{TITLE}\n{STORY.format('', '')}\n{RIGHTS.format(2020)}")
    assert found.published_on is None


def test_the_address_dates_a_page_that_shows_no_day() -> None:
    found = read(f"{TITLE}\n{STORY.format('', '')}", "https://news.example/2018/01/14/port.html")
    assert (str(found.published_on), found.date_evidence.basis) == ("2018-01-14", "metadata")
