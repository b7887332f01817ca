"""Short lists that belong to one record and are read whole: paged like collections, by place in the list."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from flask import request
from marshmallow import fields, validate

from service.api.caching import Built
from service.api.listing import join_list
from service.api.paging import read_cursor, write_cursor
from service.api.parameters import MAX_LIMIT, Text, describe

PART_PARAMETERS: dict[str, fields.Field[Any]] = {
    "limit": fields.Integer(load_default=20, validate=validate.Range(1, MAX_LIMIT), **describe("Records a page.")),
    "cursor": Text(**describe("Where to go on: taken from `next`.")),
}


def part_of(values: dict[str, Any]) -> str:
    """Return the part asked for as one string, to tell answers apart."""
    return f"{values['limit']} {values.get('cursor', '')}"


def answer_part(documents: Sequence[bytes], values: dict[str, Any]) -> Built:
    """Return the page of the list that the parameters ask for."""
    start = int(str(read_cursor(values["cursor"], request.path)[0])) if "cursor" in values else 0
    end = start + values["limit"]
    next_path = _next_path(end) if end < len(documents) else None
    link = f'<{next_path}>; rel="next"' if next_path else None
    return Built(join_list(documents[start:end], next_path, len(documents)), link=link)


def _next_path(end: int) -> str:
    kept = {name: value for name, value in request.args.items() if name != "cursor"}
    return f"{request.path}?{urlencode({**kept, 'cursor': write_cursor((end,), request.path)})}"
