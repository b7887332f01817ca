"""Changes the corpus over HTTP: takes pages in, one or several, at once or later, and articles out."""

import re
from collections.abc import Sequence

from flask import Response, request, url_for

from service.api.access import check_may_write
from service.api.bodies import read_bodies, refuse
from service.api.built import JSON
from service.api.current import reader, services
from service.api.details import find_document
from service.api.jobs import answer_job
from service.core.records import Page, Rejection
from service.ingest.taking import Taken, take_pages
from service.schemas.encoding import encode

_ASYNC = re.compile(r"(?:^|[,;])\s*respond-async\s*(?:$|[,;=])", re.IGNORECASE)


def take_in() -> Response:
    """Take the pages of this request in; the same bytes again change nothing."""
    check_may_write(services().keys, services().wrong_keys)
    pages = read_bodies()
    if _ASYNC.search(request.headers.get("Prefer", "")):
        return _put_off(pages)
    taken = take_pages(pages, services().taking)
    services().count_pages(taken)
    if any(one.status == "created" for one in taken):
        services().watch.read_now()
    return _show_one(taken[0]) if len(pages) == 1 else _show_several(taken)


def take_out(key: str) -> Response:
    """Take an article out of the corpus."""
    check_may_write(services().keys, services().wrong_keys)
    if not services().remove(key):
        find_document("articles", key)
    services().watch.read_now()
    response = Response(status=204)
    response.headers["Cache-Control"] = "no-store"
    return response


def _put_off(pages: Sequence[Page]) -> Response:
    key = services().jobs.submit(pages)
    response = answer_job(key, 202)
    response.headers["Location"] = url_for("jobs.show_job", key=key)
    response.headers["Preference-Applied"] = "respond-async"
    return response


def _show_one(taken: Taken) -> Response:
    if taken.rejection is not None:
        raise refuse(taken.rejection)
    key = str(taken.id)
    document = reader().get_document("articles", key) or encode({"id": key})
    return _answer(document, taken.status == "created", url_for("articles.show_article", key=key))


def _show_several(taken: Sequence[Taken]) -> Response:
    items = [one.as_json() for one in taken]
    if all(one.rejection for one in taken):
        raise refuse(Rejection(request.path, "malformed", "No page of the request could be read."), items)
    created = any(one.status == "created" for one in taken)
    return _answer(encode({"items": items, "next": None, "total": len(items)}), created, None)


def _answer(body: bytes, created: bool, location: str | None) -> Response:
    response = Response(body, 201 if created else 200, mimetype=JSON)
    response.headers["Cache-Control"] = "no-store"
    if location:
        response.headers["Location"] = location
        response.headers["Content-Location"] = location
    return response
