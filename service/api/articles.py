"""/articles: what the pages say, who is named in them, what is claimed, and how each line was read."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson
from flask import Response, request
from flask_smorest import Blueprint

from service.api.bodies import BODY_PARAMETERS
from service.api.built import Built
from service.api.collections import ARTICLES, CLAIMS, ENTITIES
from service.api.current import reader
from service.api.details import answer_record, find_document, show_record
from service.api.documented import documents_deletion, documents_list, documents_post, documents_record
from service.api.errors import Problem
from service.api.listing import list_collection, list_within
from service.api.parameters import Flag, describe, make_parameters, read_parameters
from service.api.parts import Part, list_part, part_parameters, slice_list
from service.api.selectors import extend_spans
from service.api.writing import take_in, take_out
from service.schemas.articles import PageSchema
from service.schemas.encoding import encode
from service.schemas.entities import MentionedEntitySchema
from service.store.queries import Filter

blueprint = Blueprint("articles", __name__, description="News articles as read from their pages.")

NO_PARAMETERS = make_parameters("NoParameters", {})
NAMED = replace(ENTITIES, schema=MentionedEntitySchema())
NAMED_PARAMETERS = make_parameters("ArticleEntitiesParameters", {
    **part_parameters(NAMED.schema),
    "selectors": Flag(load_default=False, **describe("Whether spans have `prefix` and `suffix`.")),
})  # fmt: skip


@blueprint.get("/articles")
@documents_list(blueprint, ARTICLES)
def list_articles() -> Response:
    """List articles, newest first."""
    return list_collection(ARTICLES)


@blueprint.post("/articles")
@documents_post(blueprint, ARTICLES.schema, BODY_PARAMETERS, several=True)
def add_articles() -> Response:
    """Take a page into the corpus; 201 if it is new, 200 if the same bytes are there already."""
    read_parameters(BODY_PARAMETERS, request.args)
    return take_in()


@blueprint.get("/articles/<key>")
@documents_record(blueprint, ARTICLES.schema, ARTICLES.detail_parameters)
def show_article(key: str) -> Response:
    """Show one article, with its body."""
    return show_record(ARTICLES, key)


@blueprint.delete("/articles/<key>")
@documents_deletion(blueprint)
def remove_article(key: str) -> Response:
    """Take an article out of the corpus with its claims; names, groups and counts follow. 204, or 404."""
    read_parameters(NO_PARAMETERS, request.args)
    return take_out(key)


@blueprint.get("/articles/<key>/entities")
@documents_record(blueprint, MentionedEntitySchema(), NAMED_PARAMETERS, many=True)
def list_article_entities(key: str) -> Response:
    """List whom and what an article names, with every mention."""
    values = read_parameters(NAMED_PARAMETERS, request.args)
    part = Part(NAMED, lambda after, limit: slice_list(_named(key, values), after, limit),
                lambda: iter(_named(key, values)))  # fmt: skip
    return list_part(part, "articles", key, values)


@blueprint.get("/articles/<key>/claims")
@documents_list(blueprint, CLAIMS)
def list_article_claims(key: str) -> Response:
    """List what an article attributes."""
    return list_within(CLAIMS, ARTICLES, key, Filter("article", (key,)))


@blueprint.get("/articles/<key>/page")
@documents_record(blueprint, PageSchema(), NO_PARAMETERS)
def show_page(key: str) -> Response:
    """Show the raw page of an article, and what each line was taken for, and why."""
    read_parameters(NO_PARAMETERS, request.args)
    return answer_record("page", lambda: _build_page(key), key)


def _named(key: str, values: dict[str, Any]) -> Sequence[bytes]:
    documents = reader().entities_of_article(key)
    if not values["selectors"]:
        return documents
    entities = [orjson.loads(document) for document in documents]
    extend_spans(entities, orjson.loads(find_document("articles", key)))
    return [encode(entity) for entity in entities]


def _build_page(key: str) -> Built:
    find_document("articles", key)
    page = reader().page_of(key)
    if page is None:
        raise Problem(404, "The raw page of this article is not kept.")
    head = {
        "article_id": key,
        "source": {"name": page.name, "media_type": page.media_type, "sha256": page.sha256,
                   "ingested_at": page.ingested_at},
        "url": page.url,
        "raw": page.data.decode("utf-8", "replace"),
        "raw_base64": None if _is_utf8(page.data) else base64.b64encode(page.data).decode(),
    }  # fmt: skip
    return Built(encode(head)[:-1] + b',"lines":' + page.lines + b"}")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
