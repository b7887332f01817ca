"""What every answer wears: the corpus version, gzip where it is wanted, and headers that keep browsers careful."""

from contextlib import suppress

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from service.api.compressing import compress, compress_stream, is_textual, is_worth_compressing, wants_gzip
from service.api.current import services

_MOST_LEFT = 20_000_000  # bytes of a refused body that are read: beyond, the server closes the connection
_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def dress_answers(app: Flask) -> None:
    """Give every answer of an application its common headers."""

    @app.after_request
    def dress(response: Response) -> Response:
        response.headers["X-Corpus-Version"] = str(g.get("version", services().watch.state.version))
        response.headers["X-Content-Type-Options"] = "nosniff"
        if response.mimetype == "text/html":
            response.headers.setdefault("Content-Security-Policy", _POLICY)
            response.headers["Referrer-Policy"] = "same-origin"
        if response.status_code >= 400:
            _read_rest()
        _allow_origin(response)
        _compress(response)
        if response.status_code == 200 and g.get("tag"):
            request.environ["isnad.keep"] = g.tag
        return response


def _read_rest() -> None:
    """Read a body that was refused unread: left in the connection, it would break the client's next request on it."""
    unknown = _MOST_LEFT if "HTTP_TRANSFER_ENCODING" in request.environ else 0  # it comes in chunks
    left = min(request.content_length or unknown, _MOST_LEFT)
    stream = request.environ["wsgi.input"]
    with suppress(HTTPException, OSError):  # it ends early, and the connection with it
        while left > 0 and (part := stream.read(min(left, 65_536))):
            left -= len(part)


def _allow_origin(response: Response) -> None:
    allowed, origin = services().settings.cors_origins, request.headers.get("Origin")
    if not allowed:
        return
    if "*" in allowed:
        response.headers["Access-Control-Allow-Origin"] = "*"
    else:
        response.vary.add("Origin")
        if origin in allowed:
            response.headers["Access-Control-Allow-Origin"] = str(origin)
    response.headers["Access-Control-Expose-Headers"] = (
        "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Corpus-Version, X-Request-Id"
    )
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, DELETE, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = (
            "Accept, Authorization, Content-Type, If-None-Match, Prefer, X-Request-Id, X-Source-Name"
        )
        response.headers["Access-Control-Max-Age"] = "86400"


def _compress(response: Response) -> None:
    media_type = response.mimetype or ""
    if (
        not wants_gzip(request)
        or not is_textual(media_type)
        or response.direct_passthrough
        or response.status_code != 200
    ):
        return
    if response.is_streamed:
        response.response = compress_stream(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    elif is_worth_compressing(media_type, response.get_data()):
        response.set_data(compress(response.get_data()))
    else:
        return
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    etag, weak = response.get_etag()
    if etag:
        response.set_etag(f"{etag}-gzip", weak=bool(weak))
