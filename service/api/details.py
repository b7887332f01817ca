"""Answers for single records: their document, 308 where the id was merged into another, 404 where there is none."""

import re
from collections.abc import Callable
from typing import Any

import orjson
from flask import Response, request

from service.api.built import Built
from service.api.caching import answer
from service.api.collections import RECORD_FORMATS, Resource
from service.api.current import reader
from service.api.errors import Problem
from service.api.formats import MEDIA_TYPES, choose_format
from service.api.jsonld import describe_record
from service.api.parameters import read_parameters
from service.api.projection import check_fields, project
from service.api.selectors import add_selectors
from service.schemas.encoding import encode
from service.store.queries import Collection

_ID = re.compile(r"[a-z][0-9a-f]{16}")


class Moved(Exception):  # noqa: N818  no error
    """The id was merged; the record stands under another."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def show_record(resource: Resource, key: str) -> Response:
    """Return one record of a collection."""
    values = read_parameters(resource.detail_parameters, request.args)
    paths = values.get("fields", ())
    check_fields(paths, resource.schema)
    form = choose_format(values.get("format"), request.accept_mimetypes, RECORD_FORMATS)
    canonical = f"{form} {sorted(paths)} {values.get('selectors', False)}"
    return answer_record(canonical, lambda: _build(resource, key, values, form), key, MEDIA_TYPES[form])


def _build(resource: Resource, key: str, values: dict[str, Any], form: str) -> Built:
    document, fields = find_document(resource.name, key), values.get("fields", ())
    if form == "jsonld":
        whole = _shape(document, {**values, "fields": ()})
        return Built(encode(describe_record(resource.name, orjson.loads(whole), fields)), MEDIA_TYPES[form])
    return Built(_shape(document, values), MEDIA_TYPES[form])


def answer_record(canonical: str, build: Callable[[], Built], key: str, repeatable_as: str = "") -> Response:
    """Return an answer about one record, or the redirect to where it stands now."""
    try:
        return answer(canonical, build, repeatable_as)
    except Moved as moved:
        return redirect_to(key, moved.key)


def redirect_to(key: str, moved_to: str) -> Response:
    """Return the redirect of this request to the same place under another id."""
    location = request.full_path.removesuffix("?").replace(key, moved_to, 1)
    return Response(status=308, headers={"Location": location, "Cache-Control": "no-cache"})


def find_document(collection: Collection, key: str) -> bytes:
    """Return the document of a record, or raise Moved or a Problem."""
    document = reader().get_document(collection, key) if _ID.fullmatch(key) else None
    if document is not None:
        return document
    redirect = reader().find_redirect(collection, key) if _ID.fullmatch(key) else None
    if redirect is not None:
        raise Moved(redirect)
    raise Problem(404, f"There is no such record in /{collection}.")


def _shape(document: bytes, values: dict[str, Any]) -> bytes:
    if values.get("selectors"):
        value = orjson.loads(document)
        add_selectors([value])
        document = encode(value)
    return project(document, values["fields"]) if values.get("fields") else document
