"""Adds to each span what stands before and after it (W3C TextQuoteSelector)."""

from typing import Any

import orjson

from service.api.current import reader

_AROUND = 32  # characters


def add_selectors(documents: list[dict[str, Any]]) -> None:
    """Give every span of these claims its `prefix` and `suffix`, cut from their articles."""
    texts: dict[str, dict[str, Any]] = {}
    for document in documents:
        key = document["article_id"]
        if key not in texts:
            texts[key] = orjson.loads(reader().get_document("articles", key) or b"{}")
        _extend(document, texts[key])


def extend_spans(documents: Any, article: dict[str, Any]) -> None:
    """Give every span inside these values its `prefix` and `suffix`, cut from one article."""
    _extend(documents, article)


def _extend(value: Any, article: dict[str, Any]) -> None:
    if isinstance(value, list):
        for item in value:
            _extend(item, article)
    elif isinstance(value, dict):
        if {"field", "start", "end"} <= value.keys():
            text = article.get(value["field"]) or ""
            value["prefix"] = text[max(0, value["start"] - _AROUND) : value["start"]]
            value["suffix"] = text[value["end"] : value["end"] + _AROUND]
        for inner in list(value.values()):
            _extend(inner, article)
