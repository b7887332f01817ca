"""Cuts documents down to the fields asked for, and names the field nearest to one that does not exist."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import orjson
from marshmallow import Schema
from marshmallow import fields as plain

from service.api.errors import Fault, Problem
from service.api.nearest import suggest
from service.schemas.encoding import encode


def check_fields(paths: Sequence[str], schema: Schema) -> None:
    """Raise a Problem for each path that names no field of a schema."""
    if not paths:
        return
    valid = set(list_paths(schema))
    faults = [Fault("unknown-field", f"There is no field `{path[:64]}`. {suggest(path, valid)}", parameter="fields")
              for path in paths if path not in valid]  # fmt: skip
    if faults:
        raise Problem(400, "A field asked for does not exist.", faults)


def list_paths(schema: Schema, prefix: str = "") -> Iterable[str]:
    """Yield the path of every field of a schema, nested ones by dots."""
    for name, field in schema.fields.items():
        yield prefix + name
        inner = field.inner if isinstance(field, plain.List) else field
        if isinstance(inner, plain.Nested):
            yield from list_paths(inner.schema, f"{prefix}{name}.")


def project(document: bytes, paths: Sequence[str], always: Iterable[str] = ("id",)) -> bytes:
    """Return a document with only the fields of these paths, and those that are always there."""
    whole = cast(dict[str, Any], orjson.loads(document))
    return encode(keep_fields(whole, {*paths, *always}))


def keep_fields(value: Any, paths: set[str]) -> Any:
    """Return a JSON value with only the fields of these paths, in lists as in objects."""
    if isinstance(value, list):
        return [keep_fields(item, paths) for item in value]
    if not isinstance(value, dict):
        return value
    deeper = {path.split(".", 1)[0] for path in paths if "." in path}
    kept = {}
    for name, inner in value.items():
        if name in paths:
            kept[name] = inner
        elif name in deeper:
            kept[name] = keep_fields(inner, {p.split(".", 1)[1] for p in paths if p.startswith(name + ".")})
    return kept
