"""Footers name the outlet; pictures' credits and rules of use do not."""

import pytest

from service.core.pages.layouts import cut_lines
from service.core.pages.marked import Layout
from service.core.pages.owners import find_known_owner, find_written_owner
from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

STORY = "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة."


@pytest.mark.parametrize(
    ("footer", "owner"),
    [
        ("جميع الحقوق محفوظة لـمرصد النخيل © 2019", "مرصد النخيل"),
        ("© جميع الحقوق محفوظة لمرصد النخيل 2020", "مرصد النخيل"),
        ("جميع الحقوق محفوظة © 2020 مرصد النخيل", "مرصد النخيل"),
        ("© 2021 مرصد النخيل. جميع الحقوق محفوظة", "مرصد النخيل"),
        ("حقوق النشر محفوظة للمرصد الجديد", "المرصد الجديد"),
        ("الحقوق محفوظة - مرصد النخيل", "مرصد النخيل"),
        ("جميع الحقوق محفوظة لا يسمح بالنقل", None),
        ("جميع الحقوق محفوظة ولا يجوز نسخها", None),
        ("جميع الحقوق محفوظة للناشر", None),
        ("جميع الحقوق محفوظة 2020", None),
        ("© سليم الراوي", None),
        ("© سليم الراوي 2019", None),
        ("© مرصد النخيل 2019", "مرصد النخيل"),
        ("جميع الحقوق محفوظة مرصد النخيل 2019", "مرصد النخيل"),
        ("© رويترز", None),
        ("© 2019 أ ف ب", None),
    ],
)
def test_owner_of_a_footer(footer: str, owner: str | None) -> None:
    layout, knowledge = Layout(cut_lines(footer), {}), load_page_knowledge()
    assert (find_known_owner(layout, knowledge) or find_written_owner(layout, knowledge)) == owner


def test_owner_in_front_of_an_html_headline_is_no_part_of_it() -> None:
    page = f"""<html lang="ar"><head><title>مرصد النخيل - النقابة تنهي إضراب الميناء بعد أسبوع</title></head>
    <body><h2>النقابة تنهي إضراب الميناء بعد أسبوع</h2><p>{STORY}</p><p>{STORY} وأضاف أن السفن ستعود.</p>
    <footer>جميع الحقوق محفوظة لـمرصد النخيل © 2019</footer></body></html>"""
    found = read_article(Page("page.html", page.encode(), "text/html"), load_page_knowledge())
    assert isinstance(found, Article)
    assert (found.outlet, found.title) == ("مرصد النخيل", "النقابة تنهي إضراب الميناء بعد أسبوع")
