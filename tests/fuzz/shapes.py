"""Hostile pages by name: each grows with its size, and none may cost more than its size."""

from collections.abc import Callable, Mapping
from functools import partial

from service.core.records import Page

SENTENCE = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال.\n"
_PAGE = "<html><head><title>خبر</title></head><body><article><p>{}</p>{}</article></body></html>"

# What is written over and over, in a page of text and in one of HTML.
TEXT_UNITS = {
    "sentences": SENTENCE, "one-line": SENTENCE.strip() + " ", "ascii-quotes": '"', "openers": "«", "quoted": "«نص» ",
    "digits": "1", "numbers": "1 ", "millions": "مليون ", "letter": "ا", "names": "سامر ", "blank-lines": "\n",
    "date-lines": "12/3/2021\n", "dashes": "-", "stops": ".", "cue-colon": "قال: ", "and": "و", "marks": "َ",
    "tatweel": "ـ", "bidi": "\u202e\u2066", "brackets": "(", "pipes": "خبر | ", "office": "الرئيس ",
    "office-name": "رئيس الوزراء سامر الزهوري ", "sources": "وفق مصادر ", "blanks": " ", "hard-blanks": "\u00a0",
    "bylines": "كتب: سامر\n", "short-lines": "خبر\n", "headlines": "الوزير يقول إن الجسر سيفتح غدا\n",
    "that-that": "أعلن عن أن ", "figures": "5 سفن، ", "ellipsis": "…", "hijri": "1442 هـ\n", "slashes": "/",
    "long-words": "ا" * 5000 + " ", "emoji": "\U0001f600\u200d", "replacement": "\ufffd", "nulls": "\x00",
    "mixed": 'قال "نص" و«نص» 5 ', "commas": "، ", "and-source": "ونقلت وكالة عن ", "said-lines": "وقال:\n",
}  # fmt: skip
HTML_UNITS = {
    "div": "<div>", "bold": "<b>", "paragraphs": "<p>نص ", "table": "<table><tr><td>", "quote": "<blockquote>",
    "list": "<ul><li>نص", "attributes": "", "references": "&#xD800;&#0;&#x10FFFF;&amp;", "links": "<a href=x>نص</a> ",
    "headings": "<h1>نص خبر عاجل</h1>", "titles": "<title>نص خبر</title>", "less-than": "<", "comments": "<!--",
    "breaks": "<br>", "spans": "<span>نص</span>", "cdata": "<![CDATA[", "scripts": "<script>", "svg": "<svg><math>",
    "linked-data": '<script type="application/ld+json">{"@type":[{}],"@graph":5}</script>', "unclosed": '<a b="',
    "forms": "<form><input>", "meta": '<meta property="og:title" content="نص">', "nested-json": "",
}  # fmt: skip


def _text(unit: str, letters: int) -> Page:
    body = SENTENCE + unit * max(1, letters // len(unit)) + SENTENCE
    return Page("hostile.txt", body.encode("utf-8", "surrogatepass"), "text/plain")


def _html(unit: str, letters: int) -> Page:
    body = _PAGE.format(SENTENCE, unit * max(1, letters // len(unit)))
    return Page("hostile.html", body.encode("utf-8", "surrogatepass"), "text/html")


def _attributes(letters: int) -> Page:
    return _html("<p " + " ".join(f"a{n}=1" for n in range(letters // 7)) + ">نص", letters)


def _nested_json(letters: int) -> Page:
    return _html("<script type='application/ld+json'>" + "[" * letters + "</script>", 1)


def _entities(letters: int) -> Page:
    declared = "".join(f"<!ENTITY l{n} '&l{n - 1};&l{n - 1};'>" for n in range(1, 40))
    body = f"<!DOCTYPE html [<!ENTITY l0 'نص'>{declared}]>" + _PAGE.format(SENTENCE, "&l39;" * (letters // 5))
    return Page("hostile.html", body.encode(), "text/html")


SHAPES: Mapping[str, Callable[[int], Page]] = {
    **{f"text {name}": partial(_text, unit) for name, unit in TEXT_UNITS.items()},
    **{f"html {name}": partial(_html, unit) for name, unit in HTML_UNITS.items() if unit},
    "html attributes": _attributes,
    "html nested-json": _nested_json,
    "html entities": _entities,
}
