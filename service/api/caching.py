"""Answers from the cache: the ETag is known before the work, a 304 costs none, bytes are kept as they are sent."""

from collections.abc import Callable
from datetime import UTC, datetime

import orjson
from flask import Response, g, request

from service.api.built import Built
from service.api.compressing import wants_gzip
from service.api.current import one_state, services
from service.api.last_modified import settled_at, write_last_modified
from service.api.metrics import route_of
from service.api.repeating import Repeatable, make_etag
from service.store.queries import CorpusState

_CACHE_CONTROL = "public, max-age=0, must-revalidate"


def answer(canonical: str, build: Callable[[], Built], repeatable_as: str = "") -> Response:
    """Return the answer to a request: 304 where the client has it, else from the cache, else built and kept.

    Where it is repeatable, as a media type, build needs nothing of the request but what it was made with.
    """
    if repeatable_as:
        request.environ["isnad.repeat"] = Repeatable(
            route_of(request), request.path, canonical, repeatable_as, build, wants_gzip(request)
        )
    watch = services().watch
    watch.look()
    if not watch.tag:
        watch.read_now()
    tag, state = watch.tag, watch.state
    etag = make_etag(tag, request.path, canonical)
    if _has(etag) or _unchanged(state):
        return _dress(Response(status=304), state, etag, "")
    kept = services().cache.get(f"{tag}:{etag}")
    if kept:
        return _dress(_respond(_unpack(kept)), state, etag, tag)
    with one_state(services().reader) as state:
        built = build()
    tag = watch.name(state)
    etag = make_etag(tag, request.path, canonical)
    services().cache.put(f"{tag}:{etag}", _pack(built))
    return _dress(_respond(built), state, etag, tag)


def _has(etag: str) -> bool:
    known = request.if_none_match
    return known.star_tag or known.contains_weak(etag) or known.contains_weak(etag + "-gzip")


def _unchanged(state: CorpusState) -> bool:
    """Tell whether the client's copy is of this corpus, where it gives no ETag but the day and second it is of.

    A corpus may change twice in a second: a copy of the very second in which it last changed is not trusted.
    """
    since = request.if_modified_since
    if since is None or "If-None-Match" in request.headers or state.changed_at is None:
        return False
    return settled_at(state.changed_at) <= min(since, datetime.now(UTC))


def _respond(built: Built) -> Response:
    response = Response(built.body, mimetype=built.media_type)
    if built.link:
        response.headers["Link"] = built.link
    return response


def _dress(response: Response, state: CorpusState, etag: str, tag: str) -> Response:
    """Give an answer its headers; tag names the corpus version it may be kept for, empty where it may not."""
    response.set_etag(etag)
    response.headers["Cache-Control"] = _CACHE_CONTROL
    response.headers["Vary"] = "Accept, Accept-Encoding"
    response.headers.extend(write_last_modified(state))
    g.version, g.tag = state.version, tag
    return response


def _pack(built: Built) -> bytes:
    return orjson.dumps([built.media_type, built.link]) + b"\n" + built.body


def _unpack(kept: bytes) -> Built:
    head, _, body = kept.partition(b"\n")
    media_type, link = orjson.loads(head)
    return Built(body, media_type, link)
