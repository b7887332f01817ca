"""Lists that belong to one record (whom an article names, who is named with an entity): paged like collections."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, request
from marshmallow import Schema, fields, validate

from service.api.built import Built
from service.api.collections import FORMATS, Resource
from service.api.details import Moved, answer_record, find_document, redirect_to
from service.api.formats import MEDIA_TYPES, STREAMED, choose_format, stream_collection
from service.api.jsonld import describe_list
from service.api.listing import join_list
from service.api.paging import read_cursor, write_cursor
from service.api.parameters import MAX_LIMIT, Choice, Several, Text, describe
from service.api.projection import check_fields, list_paths, project
from service.store.queries import Answer, Collection, Value

Position = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class _Address:
    """The record that a list belongs to, and the request for it: its path and its parameters as given."""

    owner: Collection
    key: str
    path: str
    given: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A list inside a record: as what it is served, a page of it from a place on, and all of it."""

    resource: Resource
    page: Callable[[Position | None, int], Answer]
    walk: Callable[[], Iterator[bytes]]


def part_parameters(schema: Schema) -> dict[str, fields.Field[Any]]:
    """Return the parameters that every such list takes."""
    paths = {"enum": sorted(list_paths(schema))}
    return {
        "limit": fields.Integer(load_default=20, validate=validate.Range(1, MAX_LIMIT), **describe("Records a page.")),
        "cursor": Text(**describe("Where to go on: taken from `next`.")),
        "fields": Several(Text(metadata=paths), **describe("Only these fields, and `id`; `a,b.c`.")),
        "format": Choice(FORMATS, **describe("Instead of the Accept header.")),
    }


def list_part(part: Part, owner: Collection, key: str, values: dict[str, Any]) -> Response:
    """Return a page of such a list, or all of it streamed, as the request asks."""
    check_fields(values.get("fields", ()), part.resource.schema)
    form = choose_format(values.get("format"), request.accept_mimetypes)
    if form in STREAMED:
        return _stream(part, owner, key, values, form)
    known = sorted((name, value) for name, value in values.items() if name != "format")
    address = _Address(owner, key, request.path, tuple(request.args.items(multi=True)))
    build = partial(_build, part, address, values, form)
    return answer_record(f"part {form} {known}", build, key, MEDIA_TYPES[form])


def _stream(part: Part, owner: Collection, key: str, values: dict[str, Any], form: str) -> Response:
    try:
        find_document(owner, key)
    except Moved as moved:
        return redirect_to(key, moved.key)
    return stream_collection(form, part.resource, _cut(part.walk(), values))


def _build(part: Part, address: _Address, values: dict[str, Any], form: str) -> Built:
    find_document(address.owner, address.key)
    after = read_cursor(values["cursor"], address.path) if "cursor" in values else None
    found = part.page(after, values["limit"])
    next_path = _next_path(address, found.after) if found.after is not None else None
    link = f'<{next_path}>; rel="next"' if next_path else None
    if form == "jsonld":
        records = [orjson.loads(document) for document in found.documents]
        found_all = (next_path, found.total)
        described = describe_list(part.resource.name, records, found_all, values.get("fields", ()))
        return Built(orjson.dumps(described), MEDIA_TYPES[form], link)
    return Built(join_list(list(_cut(found.documents, values)), next_path, found), link=link)


def _cut(documents: Sequence[bytes] | Iterator[bytes], values: dict[str, Any]) -> Iterator[bytes]:
    paths = values.get("fields")
    return (project(document, paths) if paths else document for document in documents)


def _next_path(address: _Address, after: Position) -> str:
    kept = [(name, value) for name, value in address.given if name != "cursor"]
    return f"{address.path}?{urlencode([*kept, ('cursor', write_cursor(after, address.path))])}"


def slice_list(documents: Sequence[bytes], after: Position | None, limit: int) -> Answer:
    """Return a page of a list that is short enough to be read whole."""
    start = int(str(after[0])) if after else 0
    end = start + limit
    return Answer(tuple(documents[start:end]), len(documents), (end,) if end < len(documents) else None)
