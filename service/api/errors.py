"""Every error as an RFC 9457 problem document: routes that do not exist, bad parameters, a store that is down."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from service.schemas.encoding import encode

_LOG = logging.getLogger(__name__)
_PROBLEM = "application/problem+json"
_KEPT_HEADERS = ("allow", "retry-after", "www-authenticate", "location")
_NAMES = {400: "bad-parameter", 404: "not-found", 405: "method-not-allowed", 406: "not-acceptable",
          413: "too-large", 415: "unsupported-media-type", 422: "unreadable-page", 429: "too-many-requests",
          500: "internal-error", 503: "unavailable"}  # fmt: skip
_RETRY_AFTER = "2"  # seconds


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request: where it is, a code for programs, a message for people."""

    code: str
    message: str
    parameter: str | None = None
    pointer: str | None = None
    more: Mapping[str, object] | None = None

    def as_json(self) -> dict[str, object]:
        """Return the fault as it stands in a problem's errors."""
        place = {"parameter": self.parameter} if self.parameter is not None else {"pointer": self.pointer}
        return {**(place if any(place.values()) else {}), "code": self.code, "message": self.message,
                **(self.more or {})}  # fmt: skip


class Problem(Exception):  # noqa: N818  it bears its name in RFC 9457
    """A request that cannot be answered, with the status and the faults to tell."""

    def __init__(self, status: int, detail: str, faults: Sequence[Fault] = (), name: str | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.faults = faults
        self.name = name or _NAMES.get(status, "problem")
        self.headers: dict[str, str] = {}


def problem_response(problem: Problem) -> Response:
    """Return a problem as a response."""
    body = {
        "type": f"urn:isnad:problem:{problem.name}",
        "title": problem.name.replace("-", " ").capitalize(),
        "status": problem.status,
        "detail": problem.detail,
        "instance": request.full_path.removesuffix("?"),
        "errors": [fault.as_json() for fault in problem.faults],
    }
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(encode(body), problem.status, headers, mimetype=_PROBLEM)


def register_errors(app: Flask, store_errors: tuple[type[Exception], ...]) -> None:
    """Make every error of an application a problem; store_errors say that the database does not answer."""
    app.register_error_handler(Problem, problem_response)
    app.register_error_handler(HTTPException, _from_http)
    for kind in store_errors:
        app.register_error_handler(kind, _from_store)
    app.register_error_handler(Exception, _from_bug)


def _from_http(error: HTTPException) -> Response:
    if error.response is not None and error.code is None:
        return Response(status=500)
    status = error.code or 500
    if status < 400:  # a redirect that routing asks for
        return Response(status=status, headers=list(error.get_headers()))
    problem = Problem(status, error.description or error.name)
    problem.headers = {name: value for name, value in error.get_headers() if name.lower() in _KEPT_HEADERS}
    return problem_response(problem)


def _from_store(error: Exception) -> Response:
    _LOG.error("the store does not answer", extra={"reason": f"{type(error).__name__}: {error}"[:300]})
    problem = Problem(503, "The corpus cannot be read at the moment; try again soon.")
    problem.headers = {"Retry-After": _RETRY_AFTER}
    return problem_response(problem)


def _from_bug(error: Exception) -> Response:
    _LOG.exception("an answer failed", exc_info=error)
    return problem_response(Problem(500, "The service failed to answer; the log has the reason."))
