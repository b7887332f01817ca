"""Reads the pages in a request's body: raw text or HTML, a clean article as JSON, or uploaded files."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from flask import request
from marshmallow import ValidationError

from service.api.errors import Fault, Problem
from service.api.parameters import Text, describe, make_parameters
from service.core.arabic.encodings import decode_as
from service.core.records import Page, Rejection
from service.ingest.clean import CLEAN_TYPE
from service.schemas.clean import CleanArticleSchema

LINES_TYPE = "application/x-ndjson"
FORM_TYPE = "multipart/form-data"
MOST_PAGES = 1000
PAGE_TYPES = ("text/plain", "text/html")
BODY_PARAMETERS = make_parameters("BodyParameters", {
    "source": Text(**describe("A name for the page.")),
    "url": Text(**describe("Where the page was published; never fetched.")),
})  # fmt: skip
_STATUS = {"too-large": 413, "binary": 415}
_CHARSET = re.compile(r"charset=\"?([\w.:-]{1,40})")


def read_body() -> Page:
    """Return the one page of a request's body; a Problem where it is of a kind that is not read."""
    kind = _kind((*PAGE_TYPES, CLEAN_TYPE))
    data = _read_whole()
    if kind == CLEAN_TYPE:
        check_clean(data)
    return Page(_name("posted"), recode(data, request.content_type or ""), kind, request.args.get("url"))


def read_bodies() -> list[Page]:
    """Return the pages of a request's body: one, or several as uploaded files or as lines of JSON."""
    kind = _kind((*PAGE_TYPES, CLEAN_TYPE, LINES_TYPE, FORM_TYPE))
    if kind == FORM_TYPE:
        return _uploaded()
    if kind == LINES_TYPE:
        lines = [line for line in _read_whole().splitlines() if line.strip()]
        return _some([Page(f"{_name('posted')}:{n}", line, CLEAN_TYPE) for n, line in enumerate(lines, 1)])
    return [read_body()]


def _read_whole() -> bytes:
    """Return the body; Werkzeug cuts one that comes in chunks at the limit, and says nothing."""
    data = request.get_data(cache=False)
    if request.content_length is None and len(data) >= (request.max_content_length or 0) > 0:
        raise Problem(413, f"A body may have less than {request.max_content_length:,} bytes.")
    return data


def _uploaded() -> list[Page]:
    files = [file for _, file in request.files.items(multi=True)]
    pages = [Page(_printable(file.filename or "") or "uploaded", recode(file.read(), file.content_type or ""),
                  _kind_of_file(file.filename or "", file.mimetype)) for file in files]  # fmt: skip
    return _some(pages)


def _some(pages: list[Page]) -> list[Page]:
    if not 0 < len(pages) <= MOST_PAGES:
        raise Problem(422, f"A request brings 1 to {MOST_PAGES} pages, this one {len(pages)}.", name="unreadable-page")
    return pages


def _kind_of_file(name: str, told: str) -> str:
    """A form's file has the kind it is told to have, if that is read; else its name decides."""
    if told in {*PAGE_TYPES, CLEAN_TYPE}:
        return told
    return "text/html" if name.lower().endswith((".html", ".htm")) else "text/plain"


def _kind(taken: tuple[str, ...]) -> str:
    kind = (request.mimetype or "").lower()
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Problem(415, "The body must not be compressed.")
    if kind not in taken:
        raise Problem(415, f"Send {', '.join(taken)}; not `{kind[:80]}`.")
    return kind


def _name(default: str) -> str:
    given = request.args.get("source") or request.headers.get("X-Source-Name") or default
    return _printable(given) or default


def _printable(name: str) -> str:
    """Return a name without what is not shown; it is only ever shown, never opened."""
    return "".join(char for char in name[:1000] if char.isprintable())[:200]


def recode(data: bytes, content_type: str) -> bytes:
    """Return a body as UTF-8 where its header names another charset that it keeps to."""
    found = _CHARSET.search(content_type)
    if found is None or found.group(1).lower() in {"utf-8", "utf8"}:
        return data
    text = decode_as(data, found.group(1), "strict")
    return data if text is None else text.encode()


def check_clean(data: bytes) -> dict[str, Any]:
    """Return the fields of a clean article; a Problem that points at each wrong one."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as wrong:
        fault = Fault("malformed-json", str(wrong)[:200], pointer="")
        raise Problem(400, "The body is not JSON.", [fault], name="malformed-body") from wrong
    try:
        loaded: dict[str, Any] = CleanArticleSchema().load(value)
    except ValidationError as wrong:
        faults = [Fault("malformed-field", str(messages), pointer=f"/{name}" if name != "_schema" else "")
                  for name, messages in wrong.messages_dict.items()]  # fmt: skip
        raise Problem(422, "The article is not of the form it should have.", faults, "malformed-article") from wrong
    return loaded


def refuse(rejection: Rejection, told: Sequence[Mapping[str, object]] = ()) -> Problem:
    """Return the problem that tells why a page could not be read, or what each of several was."""
    status = _STATUS.get(rejection.code, 422)
    faults = [Fault(rejection.code, rejection.reason, pointer="")]
    faults += [Fault(str(page.get("code")), str(page.get("reason")), pointer=f"/{n}") for n, page in enumerate(told)]
    return Problem(status, rejection.reason, faults, "unreadable-page")
