"""The OpenAPI document, made from the schemas, and a page that shows it without asking any other host."""

from typing import Any

from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Blueprint, Response, current_app, request
from flask_smorest import Api
from marshmallow import Schema

from service.api.articles import NO_PARAMETERS
from service.api.built import Built
from service.api.caching import answer
from service.api.examples import add_examples, take_examples
from service.api.formats import MEDIA_TYPES
from service.api.parameters import MOST_VALUES, PART, Several, read_parameters
from service.schemas.encoding import encode

blueprint = Blueprint("docs", __name__, static_folder="static", static_url_path="/static")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
# What always comes whole; of other records `fields` may leave out all but the id.
_WHOLE = {"Problem", "Fault", "CleanArticle", "Page", "Line", "Analysis", "Health", "Readiness", "Stats", "Index"}
_JOB_LINK = {"job": {"operationId": "show_job", "parameters": {"key": "$response.body#/id"}}}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Isnad: HTTP API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="/static/rapidoc-min.js"></script></head>
<body><rapi-doc spec-url="/openapi.json" load-fonts="false" render-style="read" theme="light" show-header="false"
 allow-authentication="true" schema-description-expanded="true"></rapi-doc>
<noscript>The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript></body></html>
"""


@blueprint.get("/openapi.json")
def show_openapi() -> Response:
    """Show the OpenAPI document."""
    read_parameters(NO_PARAMETERS, request.args)
    return answer("openapi", lambda: Built(encode(_document())))


def _document() -> dict[str, Any]:
    document = make_document(current_app.extensions["isnad-api"])
    add_examples(document, take_examples(current_app))
    return document


@blueprint.get("/docs")
def show_docs() -> Response:
    """Show the page that explains every operation."""
    response = Response(_PAGE, mimetype="text/html")
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def make_document(api: Api) -> dict[str, Any]:
    """Return the OpenAPI document with the parameters that each operation reads."""
    document: dict[str, Any] = api.spec.to_dict()
    plugin = next(p for p in api.spec.plugins if isinstance(p, MarshmallowPlugin))
    for path in document["paths"].values():
        for operation in (value for value in path.values() if isinstance(value, dict)):
            if "202" in operation["responses"]:
                operation["responses"]["202"]["links"] = _JOB_LINK
            operation["responses"].pop("default", None)  # flask-smorest's own form of an error, which is not ours
            schema = operation.pop("x-parameters", None)
            if schema is not None:
                given = [_parameter(name, field, plugin) for name, field in schema.fields.items()]
                operation["parameters"] = operation.get("parameters", []) + given
                _add_forms(operation, schema)
    for name, schema in document["components"]["schemas"].items():
        _mend_nullable(schema.get("properties", {}))
        if name not in _WHOLE and not name.endswith("List"):
            schema["required"] = [field for field in schema.pop("required", ()) if field == "id"]
    document["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    document["components"]["schemas"].pop("Error", None)
    document["components"]["responses"].clear()
    return document


def _add_forms(operation: dict[str, Any], parameters: Schema) -> None:
    """Name the other forms that an answer comes in, which no schema of ours describes."""
    if "format" in parameters.fields:
        content = operation["responses"]["200"]["content"]
        names = parameters.fields["format"].validate.choices
        content |= {MEDIA_TYPES[name]: {"schema": {}} for name in names if name != "json"}


def _mend_nullable(properties: dict[str, Any]) -> None:
    """A record that may be null: apispec writes that it must be both, an object by allOf and perhaps null by type."""
    for name, form in properties.items():
        if "null" in form.get("type", ()) and "allOf" in form:
            more = {key: value for key, value in form.items() if key not in {"type", "allOf"}}
            properties[name] = {"anyOf": [*form["allOf"], {"type": "null"}], **more}


def _parameter(name: str, field: Any, plugin: MarshmallowPlugin) -> dict[str, Any]:
    form = plugin.converter.field2property(field)
    described: dict[str, Any] = {"name": name, "in": "query", "required": False}
    if "description" in form:
        described["description"] = form.pop("description")
    if isinstance(field, Several):
        described |= {"style": "form", "explode": False}
        form |= {"minItems": 1, "maxItems": MOST_VALUES}
        if "pattern" in form["items"]:
            form["items"]["pattern"] = PART
    return {**described, "schema": form}
