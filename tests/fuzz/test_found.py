"""Inputs that once stopped the reading of a page, each of its kind."""

from pathlib import Path

import orjson
import pytest

from service.core.arabic.encodings import decode_as
from service.core.knowledge import Lexicon
from service.core.linking.cores import core_of
from service.core.records import EntityType, Page
from service.ingest.preparing import Prepared
from service.ingest.sources import read_pages
from tests.fuzz.checking import check_page
from tests.fuzz.shapes import SENTENCE

_MORE = "وأضاف الوزير أن العمال أتموا الطريق قبل أسبوع.\nوتقع المدينة على الساحل، ويسكنها مئة ألف نسمة.\n"
_HEAD = "<html><head>{}</head><body><article><h1>جسر جديد</h1><p>" + SENTENCE + _MORE + "</p></article></body></html>"
_DATA = '<script type="application/ld+json">{}</script>'
_HEADS = {
    "kind-of-another-kind": _DATA.format('{"@type": [{}], "headline": []}'),
    "graph-of-another-kind": _DATA.format('{"@type": "Thing", "@graph": 5}'),
    "day-of-another-kind": _DATA.format('{"@type": "NewsArticle", "datePublished": [1], "author": [[]]}'),
    "no-address": "<link rel=canonical href='http://['>",
    "no-charset": "<meta charset=idna>",
    "a-day-that-is-none": '<meta property="article:published_time" content="9999-99-99T99:99:99+99:99">',
}
_SENTENCES = {
    "endless-figure": "أعلن الوزير مقتل 5 " + "مليون " * 400 + "شخص.",
    "long-digits": f"أعلن الوزير صرف {'9' * 5000} دينار و1,{'0' * 5000} درهم و{'8' * 5000}.5 ريال.",
    "names-without-end": "قال الوزير " + "سامر " * 300 + "إن الجسر سيفتح.",
}


@pytest.mark.parametrize("name", _HEADS)
def test_metadata_of_another_form(lexicon: Lexicon, name: str) -> None:
    assert isinstance(check_page(Page(name, _HEAD.format(_HEADS[name]).encode(), "text/html"), lexicon), Prepared)


@pytest.mark.parametrize("name", _SENTENCES)
def test_sentences_without_measure(lexicon: Lexicon, name: str) -> None:
    page = Page(name, (SENTENCE + _SENTENCES[name] + "\n" + SENTENCE).encode(), "text/plain")
    assert isinstance(check_page(page, lexicon), Prepared)


@pytest.mark.parametrize("outlet", ["---", "؟", "???? ????", "\u200f"])
def test_an_outlet_without_a_word_is_none(lexicon: Lexicon, outlet: str) -> None:
    data = orjson.dumps({"body": SENTENCE, "outlet": outlet})
    found = check_page(Page("outlet", data, "application/json"), lexicon)
    assert isinstance(found, Prepared)
    assert found.article.outlet is None


@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_a_name_without_a_word_has_a_core(lexicon: Lexicon, kind: EntityType) -> None:
    assert core_of(kind, "؟ ---", None, lexicon.linking).startswith(f"{kind}:spelling:")


def test_a_line_of_the_page_that_has_no_mark(lexicon: Lexicon) -> None:
    check_page(Page("unmarked", "ونس\nنقلتصحيفة<a/><a>".encode(), "text/html"), lexicon)


def test_null_characters_are_replaced(lexicon: Lexicon) -> None:
    text = SENTENCE * 60 + SENTENCE.replace("الجسر", "الجسر\x00") + SENTENCE
    found = check_page(Page("null", text.encode(), "text/plain"), lexicon)
    assert isinstance(found, Prepared)
    assert "\ufffd" in found.article.body


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode-escape", "hex", "zlib", "utf-7", "x" * 99, "utf 8"])
def test_a_charset_that_is_none(charset: str) -> None:
    assert decode_as(b"abc", charset) is None


def test_charsets_of_arabic() -> None:
    for charset in ("utf-8", "UTF8", "windows-1256", "cp1256", "ISO-8859-6", "x-mac-arabic", "utf-16-le", "UTF-32"):
        assert decode_as("خبر".encode(charset.lower().removeprefix("x-")), charset) == "خبر"
    assert decode_as(b"\xff\xff", "utf-8", "strict") is None


def test_a_file_of_any_name(tmp_path: Path, lexicon: Lexicon) -> None:
    file = tmp_path / b"page-\xff\xfe.txt".decode("utf-8", "surrogateescape")
    file.write_bytes(SENTENCE.encode())
    (page,) = read_pages(file, 10_000)
    assert isinstance(check_page(page, lexicon), Prepared)
