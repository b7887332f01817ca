"""The explorer: the corpus as Arabic pages for people, rendered here, readable without scripts."""

from collections.abc import Sequence
from typing import Any

import orjson
from flask import Blueprint, Response, render_template, request

from service.api.caching import Built, answer
from service.api.current import reader
from service.api.details import answer_record, find_document
from service.api.parameters import Text, make_parameters, read_parameters
from service.api.passages import cut_paragraphs
from service.core.arabic.searching import search_terms
from service.store.queries import Filter, Query

blueprint = Blueprint("explorer", __name__, template_folder="templates")
_SEARCH = make_parameters("ExplorerParameters", {"q": Text()})
_HTML = "text/html"
_PLOT = (900, 160)  # width and height of the timeline, in its own units
_WIDEST = 30  # of a bar, where there are few days
MODES = {"direct": "كلام مباشر", "indirect": "كلام منقول", "mixed": "منقول فيه اقتباس", "narration": "سرد"}
STANCES = {"assertion": "خبر", "denial": "نفي", "demand": "مطالبة", "pledge": "تعهد", "threat": "تهديد",
           "forecast": "توقع"}  # fmt: skip
TYPES = {"person": "شخص", "organization": "مؤسسة", "place": "مكان"}


def show_overview() -> Response:
    """Show the whole corpus: counts, claims by day and outlet, latest articles, groups of many outlets."""
    return answer("html overview", lambda: _page("overview.html", **_overview()))


@blueprint.get("/explore")
def search() -> Response:
    """Show the claims and articles that hold some words."""
    words = read_parameters(_SEARCH, request.args).get("q", "")
    return answer(f"html {words}", lambda: _page("search.html", words=words, **_found(words)))


@blueprint.get("/explore/articles/<key>")
def article(key: str) -> Response:
    """Show an article with its names and claims marked, and the chain of each claim."""
    return answer_record("html", lambda: _page("article.html", **_article(key)), key)


@blueprint.get("/explore/entities/<key>")
def entity(key: str) -> Response:
    """Show an entity: names, offices, what it said, with whom it is named."""
    return answer_record("html", lambda: _page("entity.html", **_entity(key)), key)


@blueprint.get("/explore/groups/<key>")
def group(key: str) -> Response:
    """Show a group: its members side by side, their words' differences, conflicts."""
    return answer_record("html", lambda: _page("group.html", group=orjson.loads(find_document("groups", key))), key)


def _page(template: str, **values: Any) -> Built:
    html = render_template(template, modes=MODES, stances=STANCES, types=TYPES, **values)
    return Built(html.encode(), _HTML)


def _overview() -> dict[str, Any]:
    stats = reader().stats("day")
    most = max((outlet["claims"] for outlet in stats["outlets"]), default=1) or 1
    return {
        "stats": stats,
        "most": most,
        "bars": plot_days(stats.get("series", [])),
        "plot": _PLOT,
        "articles": _list(Query("articles", sort="published_on", descending=True, limit=15)),
        "groups": _list(Query("groups", sort="outlets", descending=True, limit=10)),
        "entities": _list(Query("entities", sort="mentions", descending=True, limit=20)),
    }


def plot_days(series: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a bar for each of the last days: its place, height, and what it shows."""
    shown = list(series)[-120:]
    most = max((point["claims"] for point in shown), default=1) or 1
    width = min(_PLOT[0] / max(len(shown), 1), _WIDEST)
    return [
        {"x": round(n * width, 1), "width": round(max(width - 1, 1), 1), "height": round(point["claims"] / most * 140),
         "day": point["day"], "claims": point["claims"]}
        for n, point in enumerate(shown)
    ]  # fmt: skip


def _found(words: str) -> dict[str, Any]:
    terms = search_terms(words)
    if not terms:
        return {"claims": [], "articles": []}
    claims = _list(Query("claims", (), terms, "published_on", True, None, 30))
    return {"claims": claims, "articles": _list(Query("articles", (), terms, "published_on", True, None, 20))}


def _article(key: str) -> dict[str, Any]:
    record = orjson.loads(find_document("articles", key))
    entities = [orjson.loads(document) for document in reader().entities_of_article(key)]
    claims = sorted(_list(Query("claims", (Filter("article", (key,)),), limit=100)), key=_place)
    body = cut_paragraphs(record["body"], "body", claims, entities)
    title = cut_paragraphs(record["title"] or "", "title", claims, entities)
    return {"article": record, "body": body, "title": title, "claims": claims, "entities": entities}


def _place(claim: dict[str, Any]) -> tuple[bool, int]:
    first = claim["spans"][0]
    return first["field"] != "title", first["start"]


def _entity(key: str) -> dict[str, Any]:
    record = orjson.loads(find_document("entities", key))
    said = _list(Query("claims", (Filter("speaker", (key,)),), (), "published_on", True, None, 50))
    related = [orjson.loads(document) for document in reader().related(key, None, 20).documents]
    return {"entity": record, "claims": said, "related": related}


def _list(query: Query) -> list[dict[str, Any]]:
    found = reader().list_documents(query)
    return [orjson.loads(document) for document in found.documents]


def wants_html() -> bool:
    """Tell whether this request comes from a browser."""
    return request.accept_mimetypes.best_match(["application/json", _HTML]) == _HTML
