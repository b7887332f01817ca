"""Cursors: an opaque place in a sorted collection, bound to the filters and the sort it was made for."""

import base64
import binascii
import hashlib
from collections.abc import Sequence

import orjson

from service.api.errors import Fault, Problem
from service.store.queries import Value

_CHECK = 8  # bytes that tie a cursor to its filters, and show that it was altered


def write_cursor(after: Sequence[Value], bound_to: str) -> str:
    """Return the cursor of the place after a record, for requests with these filters."""
    place = orjson.dumps(list(after))
    return base64.urlsafe_b64encode(_check(place, bound_to) + place).decode().rstrip("=")


def read_cursor(cursor: str, bound_to: str) -> tuple[Value, ...]:
    """Return the place a cursor stands for; a Problem where it was altered or made for other filters."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise _refusal() from wrong
    check, place = raw[:_CHECK], raw[_CHECK:]
    if check != _check(place, bound_to):
        raise _refusal()
    return tuple(orjson.loads(place))


def _check(place: bytes, bound_to: str) -> bytes:
    return hashlib.blake2b(place + bound_to.encode(), digest_size=_CHECK, person=b"isnad-cursor").digest()


def _refusal() -> Problem:
    message = "It was not given out by this service, or for other filters or another sort; start without it."
    return Problem(400, "The cursor does not belong to this request.",
                   [Fault("bad-cursor", message, parameter="cursor")])  # fmt: skip
