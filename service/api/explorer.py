"""The explorer: the corpus as Arabic pages for people, rendered here, readable without scripts."""

from typing import Any

import orjson
from flask import Blueprint, Response, render_template, request

from service.api.built import Built
from service.api.caching import answer
from service.api.current import reader
from service.api.details import answer_record, find_document
from service.api.parameters import Text, make_parameters, read_parameters
from service.api.passages import cut_paragraphs
from service.api.plots import SIZE, plot_days
from service.core.arabic.searching import search_terms
from service.store.queries import Filter, Query

blueprint = Blueprint("explorer", __name__, template_folder="templates")
_SEARCH = make_parameters("ExplorerParameters", {"q": Text()})
_HTML = "text/html"
_TURNING = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))  # bidi controls of a text would turn the page's own
_DAYS = 90  # in the timeline, the last ones
_MOST_CHAINS = 50  # members of a group whose chains are drawn
MODES = {"direct": "كلام مباشر", "indirect": "كلام منقول", "mixed": "منقول فيه اقتباس", "narration": "سرد"}
STANCES = {"assertion": "خبر", "denial": "نفي", "demand": "مطالبة", "pledge": "تعهد", "threat": "تهديد",
           "forecast": "توقع"}  # fmt: skip
ANONYMITIES = {"named": "باسمه", "role_only": "بصفته وحدها", "unnamed_person": "شخص بلا اسم",
               "unnamed_group": "جماعة بلا أسماء", "document": "وثيقة", "medium": "وسيلة إعلام"}  # fmt: skip
CONFLICTS = {"figure": "رقم", "date": "تاريخ", "polarity": "إثبات ونفي"}
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
    """Show a group: its members side by side, their words' differences, origins, conflicts."""
    return answer_record("html", lambda: _page("group.html", **_group(key)), key)


@blueprint.get("/explore/claims/<key>")
def claim(key: str) -> Response:
    """Show one claim: its words where they stand, its chain, how sure it is."""
    return answer_record("html", lambda: _page("claim.html", **_claim(key)), key)


def _page(template: str, **values: Any) -> Built:
    words = {"modes": MODES, "stances": STANCES, "types": TYPES, "anonymities": ANONYMITIES, "kinds": CONFLICTS}
    html = render_template(template, **words, **values)
    return Built(html.translate(_TURNING).encode(), _HTML)


def _overview() -> dict[str, Any]:
    stats = reader().stats(None)
    most = max((outlet["claims"] for outlet in stats["outlets"]), default=1) or 1
    return {
        "stats": stats,
        "most": most,
        "plot": plot_days(reader().timeline(_DAYS)),
        "size": SIZE,
        "articles": _list(Query("articles", sort="published_on", descending=True, limit=15)),
        "groups": _list(Query("groups", sort="outlets", descending=True, limit=10)),
        "entities": _list(Query("entities", sort="mentions", descending=True, limit=20)),
    }


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


def _claim(key: str) -> dict[str, Any]:
    record = orjson.loads(find_document("claims", key))
    article = orjson.loads(find_document("articles", record["article_id"]))
    around = [paragraph for field in ("title", "body")
              for paragraph in cut_paragraphs(article[field] or "", field, [record], [])
              if any(piece.claim for piece in paragraph)]  # fmt: skip
    about = [orjson.loads(document) for one in record["about"] if (document := reader().get_document("entities", one))]
    return {"claim": record, "article": article, "around": around, "about": about}


def _group(key: str) -> dict[str, Any]:
    record = orjson.loads(find_document("groups", key))
    differences = {one["claim_id"]: one for one in record["differences"]}
    members = [{**member, "difference": differences.get(member["claim_id"])} for member in record["members"]]
    claims = [orjson.loads(document) for member in members[:_MOST_CHAINS]
              if (document := reader().get_document("claims", member["claim_id"]))]  # fmt: skip
    return {"group": record, "members": members, "chains": {one["id"]: one for one in claims}}


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
