"""Describes each operation for the OpenAPI document: parameters, answers, problems."""

from collections.abc import Callable
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema
from marshmallow import fields as plain

from service.api.collections import Resource
from service.schemas.clean import CleanArticleSchema
from service.schemas.jobs import JobSchema
from service.schemas.problems import ProblemSchema

_READ_PROBLEMS = (400, 404, 406, 429, 503)
_WRITE_PROBLEMS = (400, 403, 406, 413, 415, 422, 429, 503)
_KEYED = (401, 403)
_PREFER = {
    "name": "Prefer",
    "in": "header",
    "required": False,
    "description": "`respond-async`: answer 202 at once; the job that `Location` names tells the rest.",
    "schema": {"type": "string"},
    "example": "respond-async",
}
_LISTS: dict[str, Schema] = {}
_SECURITY = [{}, {"key": []}]
View = Callable[..., Any]


def documents_list(blueprint: Blueprint, resource: Resource) -> Any:
    """Decorate a view that answers with a page of a collection."""
    return _document(blueprint, _list_of(resource.schema), resource.parameters)


def documents_record(blueprint: Blueprint, schema: Schema, parameters: Schema, many: bool = False) -> Any:
    """Decorate a view that answers with one record, or with all records of a small list."""
    return _document(blueprint, _list_of(schema) if many else schema, parameters)


def documents_post(blueprint: Blueprint, schema: Schema, parameters: Schema, several: bool = False) -> Any:
    """Decorate a view that reads a page or a clean article from its body."""
    page: dict[str, Any] = {"schema": {}}  # any text is a page; whether it can be read, its form does not tell
    content: dict[str, Any] = {
        "text/plain": page,
        "text/html": page,
        "application/json": {"schema": CleanArticleSchema},
    }
    if several:
        files = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
        content |= {"multipart/form-data": {"schema": files}, "application/x-ndjson": page}
    body = {"required": True, "content": content}
    statuses = (201, 202, 401, *_WRITE_PROBLEMS) if several else _WRITE_PROBLEMS
    return _document(blueprint, schema, parameters, statuses, body)


def documents_deletion(blueprint: Blueprint) -> Any:
    """Decorate a view that takes a record out."""

    def decorate(view: View) -> View:
        documented = blueprint.doc(operationId=view.__name__, security=_SECURITY)(view)
        documented = _add_problems(blueprint, documented, (*_READ_PROBLEMS, *_KEYED))
        return _note(view, blueprint.response(204)(documented))

    return decorate


def _document(
    blueprint: Blueprint,
    schema: Schema,
    parameters: Schema,
    statuses: tuple[int, ...] = _READ_PROBLEMS,
    body: dict[str, Any] | None = None,
) -> Any:
    def decorate(view: View) -> View:
        more: dict[str, Any] = {"operationId": view.__name__, "x-parameters": parameters}
        if body:
            more["requestBody"] = body
        if 202 in statuses:
            more |= {"parameters": [_PREFER], "security": _SECURITY}
        documented = blueprint.doc(**more)(view)
        documented = _add_problems(blueprint, documented, statuses)
        if 201 in statuses:
            documented = blueprint.alt_response(201, schema=schema)(documented)
            documented = blueprint.alt_response(202, schema=JobSchema)(documented)
        return _note(view, blueprint.response(200, schema)(documented))

    return decorate


def _note(view: View, documented: View) -> View:
    """Return a view with what its decorators tell of it, but without them: a request shall not pass through each."""
    vars(view).update(_apidoc=vars(documented)["_apidoc"])
    return view


def _add_problems(blueprint: Blueprint, view: View, statuses: tuple[int, ...]) -> View:
    problem = ProblemSchema.__name__  # not itself: each decorator copies all that was told before, deeply
    for status in (414, *(code for code in statuses if code >= 400)):
        view = blueprint.alt_response(status, schema=problem, content_type="application/problem+json")(view)
    return view


def _list_of(schema: Schema) -> Schema:
    name = type(schema).__name__.removesuffix("Schema")
    if name in _LISTS:
        return _LISTS[name]
    made: Schema = Schema.from_dict({
        "items": plain.List(plain.Nested(type(schema)), required=True),
        "next": plain.String(required=True, allow_none=True),
        "total": plain.Integer(required=True),
        "total_exact": plain.Boolean(metadata={"description": "False where `total` was counted only so far."}),
        "resolved": plain.List(plain.Dict(), metadata={"description": "What names in the request were taken for."}),
    }, name=f"{name}List")()  # fmt: skip
    _LISTS[name] = made
    return made
