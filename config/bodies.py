"""Request bodies whose form is wrong: the client's fault, which the server's parser finds while the service reads."""

from typing import Any

from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest


class CheckedBody:
    """A body that is refused with 400, and its connection closed, where its chunks are not what they say."""

    def __init__(self, req: Any) -> None:
        self._req = req
        self._body = req.body

    def __getattr__(self, name: str) -> Any:
        return getattr(self._body, name)

    def read(self, size: int | None = None) -> bytes:
        """Return up to `size` bytes; what follows a wrong chunk cannot be told from a next request."""
        try:
            return bytes(self._body.read(size))
        except ParseException as wrong:
            self._req.force_close()
            raise BadRequest("The body is not chunked as it should be.") from wrong
