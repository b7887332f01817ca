"""Answers for collections: stored documents joined as bytes, taken apart only where a request asks for it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, request
from werkzeug.wrappers import Request

from service.api.asking import Asked, Resolved, make_query, read_asked, resolve_names
from service.api.built import Built
from service.api.caching import answer
from service.api.collections import ARTICLES, CLAIMS, ENTITIES, GROUPS, Resource
from service.api.compressing import wants_gzip
from service.api.current import reader
from service.api.details import Moved, find_document, redirect_to
from service.api.errors import Problem
from service.api.formats import MEDIA_TYPES, STREAMED, stream_collection
from service.api.highlights import find_highlights
from service.api.jsonld import describe_list
from service.api.paging import write_cursor
from service.api.projection import keep_fields
from service.api.repeating import Repeatable
from service.api.selectors import add_selectors
from service.schemas.encoding import encode
from service.store.queries import Answer, Filter, Query

_WHOLE = {resource.path: resource for resource in (ARTICLES, ENTITIES, CLAIMS, GROUPS)}


def list_collection(resource: Resource, *fixed: Filter) -> Response:
    """Return one page of a collection, or all of it streamed, as the request asks."""
    return _list(resource, fixed, lambda: None)


def list_within(resource: Resource, owner: Resource, key: str, *fixed: Filter) -> Response:
    """Return the part of a collection that belongs to one record, which may have moved or not be there."""
    try:
        return _list(resource, fixed, partial(find_document, owner.name, key))
    except Moved as moved:
        return redirect_to(key, moved.key)


def _list(resource: Resource, fixed: tuple[Filter, ...], check: Callable[[], object]) -> Response:
    asked = read_asked(resource, request, fixed)
    if asked.form in STREAMED:
        check()
        resolved = resolve_names(asked)
        query = make_query(asked, resolved)
        return stream_collection(asked.form, resource, iter(()) if resolved.hopeless else shape_all(asked, query))

    def build() -> Built:
        check()
        return _build(asked)

    return answer(asked.canonical, build, MEDIA_TYPES[asked.form])


def read_list(environ: dict[str, Any]) -> Repeatable | None:
    """Return a request for a page of a collection, read without Flask; None where Flask must stream, or say no."""
    resource = _WHOLE.get(environ["PATH_INFO"])
    if resource is None:
        return None
    given = Request(environ)
    try:
        asked = read_asked(resource, given)
    except Problem:
        return None
    if asked.form in STREAMED:
        return None
    media_type, build = MEDIA_TYPES[asked.form], partial(_build, asked)
    return Repeatable(resource.path, asked.path, asked.canonical, media_type, build, wants_gzip(given))


def join_list(documents: Sequence[bytes], next_path: str | None, found: Answer, more: bytes = b"") -> bytes:
    """Return the JSON of a list from the JSON of its items; more is further fields, each with a comma behind."""
    known = b"" if found.exact else b',"total_exact":false'
    tail = b'],%s"next":%s,"total":%d%s}' % (more, encode(next_path), found.total, known)
    return b'{"items":[' + b",".join(documents) + tail


def shape_documents(asked: Asked, query: Query, documents: Sequence[bytes]) -> Sequence[bytes]:
    """Return documents as the request wants them: highlights, selectors, fields; untouched where it wants none."""
    paths, selectors = asked.values.get("fields"), asked.values.get("selectors")
    if not (paths or selectors or query.terms):
        return documents
    values = [orjson.loads(document) for document in documents]
    if query.terms:
        for value in values:
            value["highlights"] = find_highlights(value, query.terms)
    if selectors:
        add_selectors(values)
    return [encode(_cut(value, paths, asked.resource)) for value in values]


def shape_all(asked: Asked, query: Query) -> Any:
    """Yield every document of a query in order, shaped as the request wants them."""
    for document in reader().walk(query):
        yield from shape_documents(asked, query, [document])


def _cut(value: dict[str, Any], paths: Sequence[str] | None, resource: Resource) -> Any:
    if paths:
        return keep_fields(value, {*paths, "id", "highlights"})
    return {name: inner for name, inner in value.items() if name not in resource.left_out}


def _build(asked: Asked) -> Built:
    resolved = resolve_names(asked)
    query = make_query(asked, resolved)
    found = Answer((), 0, None) if resolved.hopeless else reader().list_documents(query)
    next_path = _next_path(asked, found)
    link = f'<{next_path}>; rel="next"' if next_path else None
    if asked.form == "jsonld":
        return Built(encode(_describe(asked, found, next_path)), MEDIA_TYPES[asked.form], link)
    documents = shape_documents(asked, query, found.documents)
    return Built(join_list(documents, next_path, found, _names_part(resolved)), link=link)


def _describe(asked: Asked, found: Answer, next_path: str | None) -> dict[str, Any]:
    records = [orjson.loads(document) for document in found.documents]
    if asked.values.get("selectors"):
        add_selectors(records)
    return describe_list(asked.resource.name, records, (next_path, found.total), asked.values.get("fields", ()))


def _names_part(resolved: Resolved) -> bytes:
    return b'"resolved":%s,' % encode(resolved.names) if resolved.names else b""


def _next_path(asked: Asked, found: Answer) -> str | None:
    if found.after is None:
        return None
    given = [(name, value) for name, value in asked.given if name != "cursor"]
    return f"{asked.path}?{urlencode([*given, ('cursor', write_cursor(found.after, asked.bound_to))])}"
