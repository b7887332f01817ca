"""Pages in HTML: whatever charset they came in and were said to have, with metadata of every kind or none."""

import json

import pytest

from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

TITLE = "ميناء الريحان يستأنف العمل بعد أسبوع من الإضراب"
BODY = (
    "عاد عمال ميناء الريحان إلى أرصفتهم فجر اليوم بعد اتفاق مع الإدارة أنهى إضرابا دام سبعة أيام كاملة.",
    "ويقضي الاتفاق بصرف المتأخرات على دفعتين، وفقا لبيان صدر عن هيئة الميناء مساء أمس ووزع على الصحف.",
    "وقال مدير الميناء سالم الحمداوي إن السفن المنتظرة ستدخل تباعا خلال ثلاثة أيام، وإن الأولوية لسفن القمح.",
    "وأضاف الحمداوي أن خسائر الأسبوع الماضي بلغت ثلث إيرادات الشهر، وأن العمل سيستمر ليلا لتعويضها.",
)
_PAGE = """<!DOCTYPE html><html dir="rtl" lang="ar"><head>{charset}<title>{title} - شبكة السواحل</title>
{head}</head><body>
<header><nav><ul><li><a href="/">الرئيسية</a></li>
<li><a href="/s">سياسة</a></li><li><a href="/e">اقتصاد</a></li></ul></nav>
</header><main><article><h1>{title}</h1>{byline}{story}</article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/1">أمطار غزيرة في مدينة الجبل</a></li></ul></aside></main>
<footer><p>جميع الحقوق محفوظة لشبكة السواحل</p></footer></body></html>"""


def _html(charset: str = '<meta charset="utf-8">', head: str = "", byline: str = "") -> str:
    story = "".join(f"<p>{line}</p>" for line in BODY)
    return _PAGE.format(charset=charset, title=TITLE, head=head, byline=byline, story=story)


def _read(data: bytes) -> Article:
    found = read_article(Page("page.html", data, "text/html"), load_page_knowledge())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1256"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", None),
        ("utf-8-sig", "utf-8"),
        ("utf-16", None),
        ("windows-1256", "windows-1256"),
        ("windows-1256", "utf-8"),
        ("windows-1256", "iso-8859-1"),
        ("windows-1256", None),
        ("iso-8859-6", "iso-8859-6"),
    ],
)
def test_charset(written: str, declared: str | None) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    found = _read(_html(meta).encode(written, "xmlcharrefreplace"))
    assert found.title == TITLE
    assert tuple(found.body.split("\n")) == BODY


_LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "شبكة السواحل"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "datePublished": "2023-03-05T06:30:00+03:00",
            "author": [{"@type": "Person", "name": "سلوى الدغيم"}],
            "publisher": {"@type": "Organization", "name": "شبكة السواحل"},
        },
    ],
}


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (f'<script type="application/ld+json">{json.dumps(_LINKED)}</script>', ""),
        (
            '<meta property="article:published_time" content="2023-03-05T06:30:00+03:00">'
            '<meta property="og:site_name" content="شبكة السواحل"><meta name="author" content="سلوى الدغيم">',
            "",
        ),
        (
            '<meta property="og:site_name" content="شبكة السواحل">',
            '<span itemprop="author" itemscope><span itemprop="name">سلوى الدغيم</span></span>'
            '<time itemprop="datePublished" datetime="2023-03-05T06:30:00+03:00">5 آذار</time>',
        ),
        ("", '<p>كتبت: سلوى الدغيم</p><time datetime="2023-03-05T06:30:00+03:00">قبل عام</time>'),
        ("", "<p>كتبت: سلوى الدغيم</p><div>الأحد 5 مارس 2023 - 06:30 ص</div>"),
    ],
    ids=["linked data", "open graph", "microdata", "time element", "nothing but text"],
)
def test_metadata(head: str, byline: str) -> None:
    found = _read(_html(head=head, byline=byline).encode())
    assert (found.title, found.outlet, str(found.published_on)) == (TITLE, "شبكة السواحل", "2023-03-05")
    assert found.author == "سلوى الدغيم"
    assert tuple(found.body.split("\n")) == BODY


@pytest.mark.parametrize(
    "linked", ["", "{", "[]", "null", '{"@graph": 3}', '{"@type": {"a": 1}}', '{"@type": "NewsArticle"}']
)
def test_broken_linked_data_is_passed_over(linked: str) -> None:
    found = _read(_html(head=f'<script type="application/ld+json">{linked}</script>').encode())
    assert found.title == TITLE
    assert found.published_on is None
