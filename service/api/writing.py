"""POST /articles: takes pages into the corpus, one or several, and answers with what became of each."""

from collections.abc import Sequence

from flask import Response, request, url_for

from service.api.access import check_may_write
from service.api.bodies import read_bodies, refuse
from service.api.caching import JSON
from service.api.current import reader, services
from service.core.records import Page, Rejection
from service.ingest.preparing import Prepared
from service.schemas.encoding import encode


def take_in() -> Response:
    """Take the pages of this request in; the same bytes again change nothing."""
    check_may_write(services().keys, services().wrong_keys)
    pages = read_bodies()
    outcomes = [services().read_page(page) for page in pages]
    if len(outcomes) == 1 and isinstance(outcomes[0], Rejection):
        raise refuse(outcomes[0])
    prepared = {found.article.id: found for found in outcomes if isinstance(found, Prepared)}
    new = [found for key, found in prepared.items() if reader().get_document("articles", key) is None]
    if new:
        services().write(new)
        services().watch.read_now()
    created = {found.article.id for found in new}
    if len(pages) == 1:
        return _show_one(next(iter(prepared)), bool(created))
    return _show_several(pages, outcomes, created)


def _show_one(key: str, created: bool) -> Response:
    document = reader().get_document("articles", key) or encode({"id": key})
    return _answer(document, created, url_for("articles.show_article", key=key))


def _show_several(pages: Sequence[Page], outcomes: Sequence[Prepared | Rejection], created: set[str]) -> Response:
    items = [_tell(page, outcome, created) for page, outcome in zip(pages, outcomes, strict=True)]
    if not any("id" in item for item in items):
        raise refuse(Rejection(request.path, "malformed", "No page of the request could be read."), items)
    return _answer(encode({"items": items, "next": None, "total": len(items)}), bool(created), None)


def _tell(page: Page, outcome: Prepared | Rejection, created: set[str]) -> dict[str, object]:
    if isinstance(outcome, Rejection):
        return {"source": page.name, "status": "rejected", "code": outcome.code, "reason": outcome.reason}
    key = outcome.article.id
    return {"source": page.name, "status": "created" if key in created else "unchanged", "id": key}


def _answer(body: bytes, created: bool, location: str | None) -> Response:
    response = Response(body, 201 if created else 200, mimetype=JSON)
    response.headers["Cache-Control"] = "no-store"
    if location:
        response.headers["Location"] = location
        response.headers["Content-Location"] = location
    return response
