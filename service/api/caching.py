"""Answers from the cache: the ETag is known before the work, a 304 costs none, bytes are kept as they are sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import blake2b

import orjson
from flask import Response, g, request

from service.api.current import one_state, services
from service.store.queries import CorpusState

JSON = "application/json"
_CACHE_CONTROL = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class Built:
    """The body of an answer and what goes with it."""

    body: bytes
    media_type: str = JSON
    link: str | None = None


def answer(canonical: str, build: Callable[[], Built]) -> Response:
    """Return the answer to a request: 304 where the client has it, else from the cache, else built and kept."""
    watch = services().watch
    watch.look()
    if not watch.tag:
        watch.read_now()
    tag, state = watch.tag, watch.state
    etag = _make_etag(tag, canonical)
    if _has(etag) or _unchanged(state):
        return _dress(Response(status=304), state, etag, "")
    kept = services().cache.get(f"{tag}:{etag}")
    if kept:
        return _dress(_respond(_unpack(kept)), state, etag, tag)
    with one_state() as state:
        built = build()
    tag = watch.name(state)
    etag = _make_etag(tag, canonical)
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


def settled_at(changed_at: datetime) -> datetime:
    """Return the first full second after a change: a copy from then on can be told from earlier ones."""
    return changed_at.replace(microsecond=0) + timedelta(seconds=1)


def _make_etag(tag: str, canonical: str) -> str:
    whole = f"{request.path}\n{canonical}".encode()
    return f"{tag.rpartition('-')[2]}-{blake2b(whole, digest_size=10).hexdigest()}"


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
    if state.changed_at is not None:
        settled = settled_at(state.changed_at)
        shown = settled if settled <= datetime.now(UTC) else state.changed_at
        response.headers["Last-Modified"] = format_datetime(shown, usegmt=True)
    g.version, g.tag = state.version, tag
    return response


def _pack(built: Built) -> bytes:
    return orjson.dumps([built.media_type, built.link]) + b"\n" + built.body


def _unpack(kept: bytes) -> Built:
    head, _, body = kept.partition(b"\n")
    media_type, link = orjson.loads(head)
    return Built(body, media_type, link)
