"""Gzip for answers of text that are long enough to gain by it."""

import gzip
import zlib
from collections.abc import Iterable, Iterator

from werkzeug.wrappers import Request

_SMALLEST = 1000  # bytes: below that gzip gains nothing
_LEVEL = 5
_TEXTUAL = ("application/json", "application/problem+json", "application/ld+json", "application/x-ndjson", "text/")


def wants_gzip(request: Request) -> bool:
    """Tell whether the client takes gzip."""
    return request.accept_encodings.quality("gzip") > 0 if request.accept_encodings else False


def is_textual(media_type: str) -> bool:
    """Tell whether what is of this type shrinks."""
    return media_type.startswith(_TEXTUAL)


def is_worth_compressing(media_type: str, body: bytes) -> bool:
    """Tell whether a whole body gains by gzip."""
    return is_textual(media_type) and len(body) >= _SMALLEST


def compress(body: bytes) -> bytes:
    """Return a body as gzip, the same bytes each time."""
    return gzip.compress(body, _LEVEL, mtime=0)


def compress_stream(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield parts of a body as gzip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 31)
    for part in parts:
        packed = packer.compress(part)
        if packed:
            yield packed
    yield packer.flush()
