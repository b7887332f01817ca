"""Examples for the OpenAPI document: what this service answers, on the corpus that it serves, at this moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Flask
from flask.testing import FlaskClient

PAGE = {
    "title": "فتح المعبر غدا",
    "body": "قال وزير النقل سامر الزهوري إن المعبر سيفتح غدا بعد عام من الأعمال.",
    "published_on": "2024-03-01",
}
_LISTS = {"articles": "/articles", "entities": "/entities", "claims": "/claims", "groups": "/claims/groups"}
_INSIDE = {
    "articles": ("", "/entities", "/claims", "/page"),
    "entities": ("", "/articles", "/claims", "/related"),
    "claims": ("",),
    "groups": ("",),
}
_SINGLE = ("/", "/healthz", "/readyz", "/stats")


@dataclass(frozen=True, slots=True)
class Example:
    """An answer: to what it was given (the path as the document has it), with which status."""

    path: str
    method: str
    status: int
    body: Any


def take_examples(app: Flask) -> tuple[Example, ...]:
    """Return an example of each operation that the corpus has one for; asks the application as a client would."""
    return tuple(_ask_all(app.test_client()))


def _ask_all(client: FlaskClient) -> Iterator[Example]:
    for path in _SINGLE:
        yield from _ask(client, path, path)
    for name, path in _LISTS.items():
        for listed in _ask(client, f"{path}?limit=1", path):
            yield listed
            key = listed.body["items"][0]["id"] if listed.body["items"] else None
            for inside in _INSIDE[name] if key else ():
                query = "?limit=1" if inside not in {"", "/page"} else ""
                yield from _ask(client, f"{path}/{key}{inside}{query}", f"{path}/{{key}}{inside}")
    answer = client.post("/analyze", json=PAGE)
    yield Example("/analyze", "post", answer.status_code, answer.get_json())
    wrong = client.get("/claims?speker=x")
    yield Example("/claims", "get", wrong.status_code, wrong.get_json())


def _ask(client: FlaskClient, asked: str, path: str) -> Iterator[Example]:
    answer = client.get(asked)
    if answer.status_code == 200:
        yield Example(path, "get", 200, orjson.loads(answer.data))


def add_examples(document: dict[str, Any], examples: tuple[Example, ...]) -> None:
    """Write examples into an OpenAPI document, where it describes their answers."""
    for example in examples:
        operation = document["paths"].get(example.path, {}).get(example.method, {})
        for form, content in operation.get("responses", {}).get(str(example.status), {}).get("content", {}).items():
            if form in {"application/json", "application/problem+json"}:
                content["example"] = example.body
    for path in ("/articles", "/analyze"):
        content = document["paths"][path]["post"]["requestBody"]["content"]
        content["application/json"]["example"] = PAGE
        for form in ("text/plain", "text/html"):
            content[form]["example"] = _as_text(form)


def _as_text(form: str) -> str:
    title, body = PAGE["title"], PAGE["body"]
    if form == "text/plain":
        return f"{title}\n\n{body}\n"
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>"
