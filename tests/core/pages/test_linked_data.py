"""Linked data is read wherever it is nested, whatever it refers to, and never fails."""

import json
from typing import Any

import pytest

from service.core.pages.linked_data import LinkedArticle, read_linked_data

ARTICLE = {"@type": "NewsArticle", "headline": "عنوان", "datePublished": "2023-06-20"}
PERSON = {"@type": "Person", "@id": "#p", "name": "سهى المرزوقي"}


def read(*values: Any) -> LinkedArticle:
    return read_linked_data(json.dumps(value) for value in values)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "موقع"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "WebPage", "hasPart": [{"mainEntityOfPage": ARTICLE}]},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
    ],
)
def test_article_is_found(value: Any) -> None:
    found = read({"@type": "Organization", "name": "جهة"}, value)
    assert (found.headline, found.published) == ("عنوان", "2023-06-20")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("سهى المرزوقي", ("سهى المرزوقي",)),
        ({"@id": "#p"}, ("سهى المرزوقي",)),
        ([{"@type": "Organization", "name": "جهة"}, PERSON], ("سهى المرزوقي",)),
        ({"@type": "Person", "name": ["سهى المرزوقي", "علي الدغيم"]}, ("سهى المرزوقي", "علي الدغيم")),
        ({"@type": "Organization", "name": "جهة"}, ()),
        (None, ()),
        (7, ()),
        ({"name": {"@value": "سهى"}}, ()),
    ],
)
def test_authors(author: Any, names: tuple[str, ...]) -> None:
    assert read({"@graph": [PERSON, {**ARTICLE, "author": author}]}).authors == names


def test_publisher_by_reference() -> None:
    organisation = {"@type": "NewsMediaOrganization", "@id": "#o", "name": " صحيفة  المحور "}
    assert read(organisation, {**ARTICLE, "publisher": {"@id": "#o"}}).publisher == "صحيفة المحور"


def test_what_is_no_linked_data_gives_nothing() -> None:
    assert read_linked_data(["", "{", "null", "[" * 5000, "3", '{"@type": {}}']) == LinkedArticle()
