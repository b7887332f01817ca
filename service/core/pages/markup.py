"""Takes the story and what a page's head says of it out of HTML, by trafilatura and the usual metadata."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import LxmlError

from service.core.pages.linked_data import read_linked_data

_DATES = (
    "//meta[@property='article:published_time' or @property='article:published' or @itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[contains(' date pubdate publish-date publish_date publishdate publication_date dc.date dc.date.issued "
    "parsely-pub-date sailthru.date article_date_original cxenseparse:recs:publishtime ', "
    "concat(' ', translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), ' '))]/@content",
    "//abbr[contains(@class, 'published')]/@title | //time[contains(@class, 'published')]/@datetime",
    "(//article//time/@datetime | //time[@pubdate]/@datetime)[1]",
)
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//*[@itemprop='headline']//text()",
    "//h1//text()",
    "//title//text()",
)
_SITES = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content",
          "//*[@itemprop='publisher']//*[@itemprop='name']/@content")  # fmt: skip
_AUTHORS = (
    "//meta[@name='author' or @property='author' or @name='article:author' or @property='article:author']/@content",
    "//*[@itemprop='author']//*[@itemprop='name']//text() | //*[@itemprop='author'][not(*)]/text()",
    "//a[@rel='author']//text() | //*[contains(concat(' ', @class, ' '), ' author ')][not(*)]/text()",
)
_URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SEPARATORS = " |-–—:»›·/•\u00a0"
_HEADLINE = 3  # words that a headline has at least
_SITE = 5  # words that a site's name has at most
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
_LINKED = "//script[@type='application/ld+json']/text()"
_MOST_HEADS = 300
_LONG_TAG = 2000  # characters; parsing costs the square of a tag's attributes
_MOST_ATTRIBUTES = 100  # of a long tag; one that has more loses them all
_MOST_ELEMENTS = 20_000  # of a page: five times what large news pages have; extraction costs their square


@dataclass(frozen=True, slots=True)
class Markup:
    """What an HTML page gives: visible paragraphs of the story, all visible lines, and its metadata."""

    story: tuple[str, ...]
    visible: tuple[str, ...]
    title: str | None
    date: str | None
    site: str | None
    authors: tuple[str, ...]
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
        data = read_linked_data(_all(tree, (_LINKED,)))
        visible = tuple(_visible(tree))
    except (LxmlError, ValueError, RecursionError):
        return None
    head = _heading(tree, visible)
    story = tuple(line.removeprefix("- ") for line in (found or "").split("\n") if line.strip())
    return Markup(
        story=story,
        visible=visible,
        title=_title(tree, data.headline or _first(tree, _TITLES[:2]) or head or _first(tree, _TITLES[2:])),
        date=_date(data.published, tree),
        site=data.publisher or _first(tree, _SITES) or _site_in_title(tree, head),
        authors=(*data.authors, *_all(tree, _AUTHORS)),
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


def _date(linked: str | None, tree: Any) -> str | None:
    """Return the day that metadata gives, first where it is written so that day and month cannot be confused."""
    given = [date for date in (linked, *_all(tree, _DATES)) if date]
    return next((date for date in given if _ISO_DAY.search(date)), given[0] if given else None)


def _page_title(tree: Any) -> str:
    titles = tree.findall(".//title")
    return _clean(str(titles[0].text_content())) or "" if titles else ""


def _heading(tree: Any, visible: tuple[str, ...]) -> str | None:
    """Return the longest heading, or line of the page, that stands in its title, with the site's name or alone."""
    title = _page_title(tree)
    heads = (_clean(str(head.text_content())) or "" for head in islice(tree.iter("h1", "h2", "h3"), _MOST_HEADS))
    shown = [head for head in heads if head in title and len(head.split()) >= _HEADLINE]
    shown = shown or [line for line in visible[:_MOST_HEADS] if line in title and len(line.split()) >= _HEADLINE]
    return max((line for line in shown if line != title), key=len, default=None)


def _site_in_title(tree: Any, head: str | None) -> str | None:
    """Return what the page's title adds to its headline."""
    site = _page_title(tree).replace(head, "", 1).strip(_SEPARATORS) if head else ""
    return site if 0 < len(site.split()) <= _SITE else None


def _title(tree: Any, given: str | None) -> str | None:
    """Return the headline as readers see it, where it is the metadata's in other words or another order."""
    shown = [_clean(str(heading.text_content())) for heading in tree.iter("h1")]
    heads = [heading for heading in shown if heading and len(heading.split()) >= 3]
    if len(heads) != 1 or given is None:
        return given
    words, others = set(heads[0].split()), set(given.split())
    return heads[0] if len(words & others) * 2 >= len(words) else given


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    return next(_all(tree, paths), None)


def _all(tree: Any, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        for value in tree.xpath(path):
            cleaned = _clean(str(value))
            if cleaned:
                yield cleaned


def _clean(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
