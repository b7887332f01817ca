"""The forms of an answer: which one a request wants, and collections streamed whole as NDJSON or CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from flask import Response, request, stream_with_context
from werkzeug.datastructures import MIMEAccept

from service.api.collections import FORMATS, Resource
from service.api.errors import Fault, Problem
from service.schemas.encoding import encode

MEDIA_TYPES = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
}
STREAMED = ("ndjson", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute a cell that begins so


def choose_format(named: str | None, accepted: MIMEAccept, offered: Iterable[str] = FORMATS) -> str:
    """Return the form a request wants: named by its parameter, else by Accept; a Problem where none is offered."""
    forms = tuple(offered)
    if named is not None:
        if named not in forms:
            raise _refuse(forms)
        return named
    if not accepted:
        return "json"
    best = accepted.best_match([MEDIA_TYPES[form] for form in forms])
    if best is None:
        raise _refuse(forms)
    return next(form for form in forms if MEDIA_TYPES[form] == best)


def _refuse(forms: tuple[str, ...]) -> Problem:
    offered = ", ".join(MEDIA_TYPES[form] for form in forms)
    fault = Fault("not-acceptable", f"Offered here: {offered}.", parameter="format",
                  more={"offered": [MEDIA_TYPES[form] for form in forms]})  # fmt: skip
    return Problem(406, f"None of the forms asked for is offered here. Offered: {offered}.", [fault])


def stream_collection(form: str, resource: Resource, documents: Iterator[bytes]) -> Response:
    """Return a whole collection, sent as it is read."""
    lines = _csv_lines(resource, documents) if form == "csv" else _json_lines(documents)
    response = Response(stream_with_context(lines), content_type=f"{MEDIA_TYPES[form]}; charset=utf-8")
    response.headers["Vary"] = "Accept, Accept-Encoding"
    response.headers["Cache-Control"] = "no-store"
    if form == "csv":
        response.headers["Content-Disposition"] = f'attachment; filename="{resource.name}.csv"'
    return response


def _json_lines(documents: Iterator[bytes]) -> Iterator[bytes]:
    for document in documents:
        yield document + b"\n"


def _csv_lines(resource: Resource, documents: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a header and a line a document: columns are the fields, nested objects parted by dots."""
    columns: list[str] | None = None
    sink = io.StringIO()
    writer = csv.writer(sink)
    for document in documents:
        row = dict(_flatten(orjson.loads(document)))
        if columns is None:
            columns = _columns(resource, row)
            writer.writerow(columns)
        writer.writerow([_cell(row.get(column)) for column in columns])
        yield sink.getvalue().encode()
        sink.seek(0)
        sink.truncate()
    if columns is None:
        yield (",".join(_columns(resource, {})) + "\r\n").encode()


def _columns(resource: Resource, row: dict[str, Any]) -> list[str]:
    schema = [name for name in resource.schema.fields if name not in resource.left_out]
    nested = {name.split(".")[0] for name in row if "." in name}
    asked = request.args.get("fields")
    if asked:
        return list(dict.fromkeys(["id", *row]))
    return [column for name in schema for column in _expand(name, row, nested)]


def _expand(name: str, row: dict[str, Any], nested: set[str]) -> list[str]:
    return [column for column in row if column.startswith(name + ".")] if name in nested else [name]


def _flatten(value: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _flatten(inner, f"{prefix}{name}.")
        else:
            yield prefix + name, inner


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    return encode(value).decode()
