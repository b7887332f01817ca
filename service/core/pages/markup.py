"""Takes the story and what a page's head says of it out of HTML, by trafilatura and the usual metadata."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import LxmlError

_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='DC.date.issued']/@content",
    "(//article//time/@datetime | //time[@pubdate]/@datetime)[1]",
)
_TITLES = ("//meta[@property='og:title']/@content", "//h1//text()", "//title/text()")
_SITES = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_AUTHORS = ("//meta[@name='author']/@content", "//*[@itemprop='author']//*[@itemprop='name']/text()")
_URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_NEWS = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "OpinionNewsArticle"}
_BLOCKS = (
    "p",
    "div",
    "li",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "tr",
    "td",
    "section",
    "article",
    "header",
    "footer",
    "title",
)
_TAG = re.compile(
    r"(<[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+|=)*+"
)
_LONG_TAG = 2000  # characters; parsing costs the square of a tag's attributes
_MOST_ATTRIBUTES = 100  # of a long tag; one that has more loses them all
_MOST_ELEMENTS = 20_000  # of a page: five times what large news pages have; extraction costs their square
_URL_DAY = re.compile(r"/(20\d\d)[/\-](\d{1,2})[/\-](\d{1,2})(?:/|\b)")


@dataclass(frozen=True, slots=True)
class Markup:
    """What an HTML page gives: visible paragraphs of the story, all visible lines, and its metadata."""

    story: tuple[str, ...]
    visible: tuple[str, ...]
    title: str | None
    date: str | None
    site: str | None
    author: str | None
    url: str | None


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML whatever it is called."""
    head = text[:2000].lower()
    return "<html" in head or "<!doctype html" in head or ("<body" in head and "</" in text)


def read_markup(text: str) -> Markup | None:
    """Return what an HTML page gives; None where it cannot be parsed."""
    text = _TAG.sub(_bound_tag, text)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), _parser())
        found = _extract(tree, text)
        data = _linked_data(tree)
        visible = tuple(_visible(tree))
    except (LxmlError, ValueError, RecursionError):
        return None
    story = tuple(line for line in (found or "").split("\n") if line.strip())
    return Markup(
        story=story,
        visible=visible,
        title=_title(tree, _clean(data.get("headline")) or _first(tree, _TITLES)),
        date=_clean(data.get("datePublished")) or _first(tree, _DATES) or _day_of(_first(tree, _URLS)),
        site=_clean(_name(data.get("publisher"))) or _first(tree, _SITES) or _site_in_title(tree),
        author=_clean(_name(data.get("author"))) or _first(tree, _AUTHORS),
        url=_first(tree, _URLS),
    )


def _bound_tag(tag: re.Match[str]) -> str:
    whole = tag.group()
    return tag[1] if len(whole) > _LONG_TAG and len(whole.split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES else whole


def _extract(tree: Any, text: str) -> str | None:
    """Return the story's lines; None where none is found or the page is too tangled to look for one."""
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        return None
    story: str | None = trafilatura.extract(text, include_comments=False, include_tables=False)
    return story


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)


def _visible(tree: Any) -> Iterator[str]:
    for element in tree.iter("script", "style", "noscript", "template"):
        element.text = None
    for element in tree.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for line in tree.text_content().split("\n"):
        if line.strip():
            yield " ".join(line.split())


def _site_in_title(tree: Any) -> str | None:
    """Return what the page's title adds to its only headline."""
    titles, heads = tree.findall(".//title"), [_clean(str(h.text_content())) for h in tree.iter("h1")]
    title = _clean(str(titles[0].text_content())) if titles else None
    if title is None or len(heads) != 1 or not heads[0] or not title.startswith(heads[0]):
        return None
    return title[len(heads[0]) :].strip(" |-–—") or None


def _title(tree: Any, given: str | None) -> str | None:
    """Return the headline as readers see it, where it is the metadata's in other words or another order."""
    shown = [_clean(str(heading.text_content())) for heading in tree.iter("h1")]
    heads = [heading for heading in shown if heading and len(heading.split()) >= 3]
    if len(heads) != 1 or given is None:
        return given
    words, others = set(heads[0].split()), set(given.split())
    return heads[0] if len(words & others) * 2 >= len(words) else given


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            cleaned = _clean(str(value))
            if cleaned:
                return cleaned
    return None


def _linked_data(tree: Any) -> dict[str, Any]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for item in _items(script.text or ""):
            kinds = item.get("@type")
            if any(kind in _NEWS for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
                return item
    return {}


def _items(text: str) -> Iterator[dict[str, Any]]:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("name") if isinstance(first, dict) else first
    return name if isinstance(name, str) else None


def _clean(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day_of(url: str | None) -> str | None:
    found = _URL_DAY.search(url) if url else None
    return "-".join((found[1], found[2].zfill(2), found[3].zfill(2))) if found else None
