"""Pages are read as a careful reader reads them: the sample corpus has every form, with what is right for each."""

from pathlib import Path

import pytest

from service.core.pages.read import read_article
from service.core.records import Article, Page, Rejection
from service.lexicon.pages import load_page_knowledge
from tests.core.pages.reading import read_text

CORPUS = Path(__file__).parents[3] / "corpus"
STORY = "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة."

EXPECTED = [
    ("01-madar-strike.txt", "عمال ميناء رأس الريحان يبدأون إضرابا مفتوحا", "مدار", "2023-03-06", "timestamp"),
    ("02-marfa-weekday.txt", "إضراب رأس الريحان .. مديرة الميناء تعلن", "المرفأ نيوز", None, "none"),
    ("03-difaf-darkmode.txt", "النقابة ترفض عرض وزارة النقل", "الضفاف", None, "none"),
    ("04-nabaa-reprint.txt", "وزير النقل التونسي: التأخير", "شبكة نبأ اليوم", "2023-03-06", "dateline"),
    ("05-siraj-comments.txt", "العمدوني: الحكومة لن تبيع", "السراج", None, "none"),
    ("06-ufuq-page.html", "نورديك لاين تمهل ميناء", "الأفق", "2023-03-10", "metadata"),
    ("08-sahel-chain.txt", "صحيفة بريطانية: مفاوضات سرية", None, "2023-03-11", "timestamp"),
    ("09-madar-agreement.txt", "اتفاق ينهي إضراب عمال", None, "2023-03-12", "page_date"),
    ("10-nahar-agreement.txt", "اتفاق في تونس يطوي", "نهار الجنوب", "2023-03-12", "timestamp"),
    ("11-masdar-aggregator.txt", "نائب تونسي يطالب باستقالة مديرة", "نبأ اليوم", "2023-03-13", "timestamp"),
    ("12-wahat-interview.txt", "نزيهة القلال لـ", "واحات", "2023-03-14", "timestamp"),
    ("13-nabaa-audit.html", "التدقيق: خلل في منظومة الأجور", "نبأ اليوم", "2023-03-24", "timestamp"),
]


def read(data: bytes | str, name: str = "page.txt") -> Article | Rejection:
    """Read a page given as text or bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return read_article(Page(name, raw, "text/html" if name.endswith(".html") else "text/plain"), load_page_knowledge())


def article(name: str) -> Article:
    """Read a page of the sample corpus."""
    found = read((CORPUS / name).read_bytes(), name)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(("name", "title", "outlet", "day", "basis"), EXPECTED, ids=lambda value: str(value)[:24])
def test_sample_page(name: str, title: str, outlet: str | None, day: str | None, basis: str) -> None:
    found = article(name)
    assert found.title is not None
    assert found.title.startswith(title)
    assert found.outlet == outlet
    assert (found.published_on.isoformat() if found.published_on else None) == day
    assert found.date_evidence.basis == basis


@pytest.mark.parametrize("name", [name for name, *_ in EXPECTED])
def test_body_holds_no_furniture(name: str) -> None:
    body = article(name).body
    for phrase in ("اقرأ أيضا", "الرئيسية", "WhatsApp", "(تستمر)", "سجّل بريدك", "شروط التعليق", "الكلمات الدلالية"):
        assert phrase not in body
    assert len(body.split("\n")) >= 4


def test_every_line_has_a_role_and_a_reason() -> None:
    found = article("03-difaf-darkmode.txt")
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))
    assert all(line.role and line.reason for line in found.lines)
    assert found.body == "\n".join(line.text for line in found.lines if line.role == "body")
    assert "fetch-date-ignored" in found.date_evidence.warnings
    assert found.agencies == ("وكالات",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "binary"),
        (b"The minister said that the port will open again on Sunday. " * 5, "not-arabic"),
        ("كلمة\n" * 50, "no-article"),
    ],
)
def test_what_is_no_page_is_refused_with_a_code(data: bytes | str, code: str) -> None:
    found = read(data)
    assert isinstance(found, Rejection)
    assert found.code == code
    assert found.reason


def test_a_paragraph_of_html_without_a_headline_is_a_story() -> None:
    said = "قال وزير النقل سالم الدوسي إن الجسر سيفتح يوم الأحد المقبل أمام المسافرين."
    found = read(f"<html><body><p>{said}</p></body></html>", "page.html")
    assert isinstance(found, Article)
    assert (found.title, found.body) == (None, said)


def test_legacy_encoding_is_read() -> None:
    found = read(("عنوان الخبر عن عودة العمل\n\n" + STORY).encode("cp1256"))
    assert isinstance(found, Article)
    assert found.body == STORY


@pytest.mark.parametrize(
    "text", ["ب" * 10**6, '"' * 10**6, "كلمة " * 200_000, "12 مارس 2023\n" * 5_000, "<div>" * 20_000]
)
def test_hostile_pages_end(text: str) -> None:
    read(text)


def test_a_headline_is_cleaned_of_the_outlet() -> None:
    found = read(f"عودة العمل إلى ميناء البلاد الكبير - سبوتنيك عربي\n\n{STORY}")
    assert isinstance(found, Article)
    assert found.title == "عودة العمل إلى ميناء البلاد الكبير"


@pytest.mark.parametrize(
    "page",
    [
        f"  date 2023-08-06 عودة العمل إلى ميناء البلاد الكبير\n\n{STORY}",
        f"عودة العمل إلى ميناء البلاد الكبير\n2023-08-06 11:27:00\n<h3>{STORY}</h3> <p>&nbsp;</p>",
        f"عودة العمل إلى ميناء البلاد الكبير  الأحد 6 أغسطس 2023  {STORY}  جميع الحقوق محفوظة",
    ],
    ids=["day put before the page", "tags left in the text", "one line"],
)
def test_what_a_rendering_did_to_a_page(page: str) -> None:
    found = read(page)
    assert isinstance(found, Article)
    assert (found.title, found.body) == ("عودة العمل إلى ميناء البلاد الكبير", STORY)
    assert str(found.published_on) == "2023-08-06"


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("صنعاء، عدن - «الخليج»: ", "الخليج"),
        ("بغداد:«الخليج» ", "الخليج"),
        ("وقالت صحيفة «الخليج» إن الميناء مغلق. ", None),  # who speaks in a story did not publish it
        ("وقال الوزير ل«الخليج» إن الميناء مغلق. ", "الخليج"),
    ],
)
def test_an_outlet_opens_its_story_behind_a_town(opening: str, outlet: str | None) -> None:
    found = read_text(opening + STORY)
    assert found.outlet == outlet
