"""Reads the pages in a request's body: raw text or HTML, a clean article as JSON, or uploaded files."""

import re
from typing import Any

import orjson
from flask import request
from marshmallow import ValidationError

from service.api.errors import Fault, Problem
from service.core.records import Page, Rejection
from service.ingest.clean import CLEAN_TYPE
from service.schemas.clean import CleanArticleSchema

PAGE_TYPES = ("text/plain", "text/html")
_STATUS = {"too-large": 413, "binary": 415}
_CHARSET = re.compile(r"charset=\"?([\w.:-]{1,40})")


def read_body() -> Page:
    """Return the one page of a request's body; a Problem where it is of a kind that is not read."""
    kind = (request.mimetype or "").lower()
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Problem(415, "The body must not be compressed.")
    if kind not in {*PAGE_TYPES, CLEAN_TYPE}:
        raise Problem(415, f"Send {', '.join([*PAGE_TYPES, CLEAN_TYPE])}; not `{kind[:80]}`.")
    data = request.get_data(cache=False)
    name = request.args.get("source") or request.headers.get("X-Source-Name") or "posted"
    if kind == CLEAN_TYPE:
        check_clean(data)
    return Page(name[:200], recode(data, request.content_type or ""), kind, request.args.get("url"))


def recode(data: bytes, content_type: str) -> bytes:
    """Return a body as UTF-8 where its header names another charset that it keeps to."""
    found = _CHARSET.search(content_type)
    if found is None or found.group(1).lower() in {"utf-8", "utf8"}:
        return data
    try:
        return data.decode(found.group(1)).encode()
    except (LookupError, UnicodeDecodeError):
        return data


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


def refuse(rejection: Rejection) -> Problem:
    """Return the problem that tells why a page could not be read."""
    status = _STATUS.get(rejection.code, 422)
    return Problem(status, rejection.reason, [Fault(rejection.code, rejection.reason, pointer="")], "unreadable-page")
