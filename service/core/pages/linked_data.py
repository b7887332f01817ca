"""Reads what a page's linked data (JSON-LD) says of its article, wherever it is nested and whatever it refers to."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_NEWS = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "OpinionNewsArticle",
         "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "SocialMediaPosting"}  # fmt: skip
_DEEPEST, _MOST = 8, 2000  # levels and objects of a page's linked data that are looked at


class LinkedArticle(NamedTuple):
    """What linked data says of the article: texts as they stand there; authors are persons or of no told kind."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def read_linked_data(scripts: Iterable[str]) -> LinkedArticle:
    """Return what the first news article in these scripts says of itself; nothing where there is none."""
    items = [item for script in scripts for item in _items(_load(script), 0)][:_MOST]
    named = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and "name" in item}
    news = [item for item in items if _kinds(item) & _NEWS]
    if not news:
        return LinkedArticle()
    found = next((item for item in news if item.get("datePublished")), news[0])
    publishers = _names(found.get("publisher"), named, set())
    return LinkedArticle(
        headline=_text(found.get("headline")) or _text(found.get("name")),
        published=_text(found.get("datePublished")) or _text(found.get("dateCreated")),
        publisher=next(iter(publishers), None),
        authors=tuple(_names(found.get("author"), named, {"Organization", "NewsMediaOrganization"})),
    )


def _load(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield all objects in a value, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        if isinstance(each, dict | list):
            yield from _items(each, depth + 1)


def _kinds(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _names(value: Any, named: dict[str, dict[str, Any]], refused: set[str]) -> Iterator[str]:
    """Yield the names of persons or organisations given in full, by reference or as plain text."""
    for each in value if isinstance(value, list) else [value]:
        item = named.get(str(each.get("@id")), each) if isinstance(each, dict) else {"name": each}
        names = item.get("name")
        for name in names if isinstance(names, list) else [names]:
            if isinstance(name, str) and name.strip() and not _kinds(item) & refused:
                yield " ".join(name.split())


def _text(value: Any) -> str | None:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return " ".join(text.split()) or None
