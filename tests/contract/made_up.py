"""What schemathesis cannot make up from a form alone: a page of Arabic, a cursor that was given out."""

import schemathesis
from schemathesis.generation import GenerationMode

PAGE = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."


@schemathesis.hook
def before_call(context: object, case: schemathesis.Case, kwargs: dict[str, object]) -> None:
    """Make requests that are meant to be good good: no cursor, and Arabic where a page is asked for.

    Pages are never put off here: what follows a job is out of a walk's sight, and tested beside.
    """
    if case.headers:
        case.headers.pop("Prefer", None)
    if case.meta is None or any(part.mode is GenerationMode.NEGATIVE for part in case.meta.components.values()):
        return
    if case.query:
        case.query.pop("cursor", None)
    if case.operation.path in {"/articles", "/analyze"} and case.method.upper() == "POST":
        case.body = _page_as(case.media_type)


def _page_as(media_type: str | None) -> object:
    if media_type == "application/json":
        return {"body": PAGE}
    if media_type == "multipart/form-data":
        return {"file": PAGE}
    if media_type == "application/x-ndjson":
        return '{"body": "' + PAGE + '"}'
    return f"<html><body><h1>خبر</h1><p>{PAGE}</p></body></html>" if media_type == "text/html" else PAGE
