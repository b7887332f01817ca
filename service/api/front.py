"""Stands before Flask: a read that was answered under the same corpus version costs a key, a look-up, a write."""

import random
import time
from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.http import parse_etags

from service.api.kept import Headers, Keeping, Kept, make_kept
from service.api.limits import tell_rate
from service.api.metrics import Meters
from service.api.repeating import Repeater
from service.api.watch import CorpusWatch

Wsgi = Callable[..., Iterable[bytes]]
Recalled = tuple[str, Headers, bytes]  # status, header fields, body

_LONGEST_KEY = 2000
_ID_CHARS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/+=")


class Front:
    """A WSGI application before another, which marks in `isnad.keep` what may be sent again."""

    def __init__(
        self,
        app: Wsgi,
        watch: CorpusWatch,
        kept: Keeping,
        meters: Meters,
        repeater: Repeater | None = None,
    ) -> None:
        """Stand before app; a repeater answers anew what it can without app."""
        self._app = app
        self._watch = watch
        self._kept = kept
        self._meters = meters
        self._repeater = repeater
        self._is_near = repeater is not None and repeater.is_near and kept.shared is None

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer from what was kept, else by the application."""
        found = self.recall(environ)
        if found is None:
            return self._pass_on(environ, start_response)
        status, headers, body = found
        start_response(status, headers)
        return (body,) if body else ()

    def recall(self, environ: dict[str, Any], at_once: bool = False) -> Recalled | None:
        """Return what was kept of an answer to a request, ready to be sent; None where nothing is.

        Of the environment it needs the method, the path, the query and the request's header fields; to build anew
        where requests are counted, the address too. At once it is what nobody need be waited for: what the process
        keeps and, where the store is near, a list.
        """
        waits = not at_once or (self._is_near and bool(self._watch.tag))
        tag, key = self._watch.look() if waits else self._watch.known(), _make_key(environ)
        if not key or not tag:
            return None
        kept = self._kept.find_here(key, tag) if at_once else self._kept.find(key, tag)
        if kept is not None:
            self._meters.front_hits += 1
        else:
            kept = self._repeat(key, tag, environ, at_once) if waits else None
            if kept is None:
                return None
        own = _tell(environ)
        wanted = environ.get("HTTP_IF_NONE_MATCH")
        if wanted is not None and (wanted == kept.etag or _matches(wanted, kept.etag)):
            return "304 NOT MODIFIED", [*kept.short_headers, *own], b""
        return kept.status, [*kept.headers, *own], kept.body if environ["REQUEST_METHOD"] == "GET" else b""

    def leave(self, environ: dict[str, Any]) -> None:
        """Let go of a request that was not recalled, and comes again in an environment of its own."""
        if self._repeater is not None:
            self._repeater.limiter.take_back(environ)

    def _repeat(self, key: str, tag: str, environ: dict[str, Any], at_once: bool) -> Kept | None:
        """Return the answer, built anew, to what needs no Flask; a 304, which is not built, is the application's."""
        begun = time.perf_counter()
        request = self._repeater.find(key, environ, at_once) if self._repeater else None
        if self._repeater is None or request is None:
            return None
        wanted = environ.get("HTTP_IF_NONE_MATCH")
        if wanted is not None and _matches(wanted, request.etag(tag)):
            return None
        answer = self._repeater.answer(request)
        if answer is None:
            return None
        self._meters.front_repeats += 1
        self._meters.time_request((environ["REQUEST_METHOD"], request.route, "200"), begun)
        kept = make_kept(answer.tag, answer.etag, "200 OK", answer.headers, answer.body)
        self._kept.put(key, kept)
        return kept

    def _pass_on(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["isnad.request_id"] = request_id(environ)
        begun: list[Any] = []

        def begin(status: str, headers: Headers, exc_info: Any = None) -> Any:
            begun[:] = [status, headers]
            return start_response(status, [*headers, *_tell(environ)], exc_info)

        body = self._app(environ, begin)
        tag, key = environ.get("isnad.keep"), _make_key(environ)
        if key and tag and environ["REQUEST_METHOD"] == "GET" and begun and begun[0].startswith("200"):
            if self._repeater is not None and "isnad.repeat" in environ:
                self._repeater.keep(key, environ["isnad.repeat"], begun[1])
            return (self._keep(key, tag, begun, body),)
        return body

    def _keep(self, key: str, tag: str, begun: list[Any], body: Iterable[bytes]) -> bytes:
        status, headers = begun
        try:
            whole = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        etag = next((value for name, value in headers if name == "ETag"), "")
        self._kept.put(key, make_kept(tag, etag, status, list(headers), whole))
        return whole


def _tell(environ: dict[str, Any]) -> Headers:
    """Return the fields that belong to this one request, and are kept with no answer."""
    return [*tell_rate(environ), ("X-Request-Id", request_id(environ))]


def request_id(environ: dict[str, Any]) -> str:
    """Return the id that the client gave the request, or a new one where it gave none that is fit to echo."""
    given = environ.get("isnad.request_id") or environ.get("HTTP_X_REQUEST_ID")
    if given and len(given) <= 128 and _ID_CHARS.issuperset(given):
        return str(given)
    return f"{random.getrandbits(64):016x}"


def _make_key(environ: dict[str, Any]) -> str | None:
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or "HTTP_ORIGIN" in environ:
        return None
    if "HTTP_IF_MODIFIED_SINCE" in environ and "HTTP_IF_NONE_MATCH" not in environ:
        return None
    get = environ.get
    key = (
        f"{get('PATH_INFO', '')}?{get('QUERY_STRING', '')}\n{get('HTTP_ACCEPT', '')}\n{get('HTTP_ACCEPT_ENCODING', '')}"
    )
    return key if len(key) <= _LONGEST_KEY else None


def _matches(wanted: str, etag: str) -> bool:
    bare = etag.strip('"').removesuffix("-gzip")
    found = parse_etags(wanted)
    return found.star_tag or found.contains_weak(bare) or found.contains_weak(bare + "-gzip")
