"""Request bodies that are cut short or of a wrong form: the client's fault, found while the service reads them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest


@contextmanager
def checked_body(req: Any) -> Iterator[None]:
    """Have a request's body checked as it is read: refused with 400, and its connection closed, where it is not whole.

    Unchecked, what came of a body whose sender is gone would be taken for all of it.
    """
    reader = req.body.reader
    req.body.reader = _CheckedReader(req, reader)
    try:
        yield
    finally:
        req.body.reader = reader  # gunicorn skips what nobody read, and shall not meet our errors


class _CheckedReader:
    def __init__(self, req: Any, reader: Any) -> None:
        self._req = req
        self._reader = reader

    def read(self, size: int) -> bytes:
        """Return the next bytes of the body, of which gunicorn asks for at most `size`."""
        expected = min(size, getattr(self._reader, "length", 0))  # known where the request gave a Content-Length
        try:
            data = bytes(self._reader.read(size))
        except ParseException as wrong:
            raise self._refuse("The body is not chunked as it should be.") from wrong
        if len(data) < expected:
            raise self._refuse("The body ended before it was whole.")
        return data

    def _refuse(self, why: str) -> BadRequest:
        self._req.force_close()
        return BadRequest(why)
