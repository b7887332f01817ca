"""Query parameters: marshmallow fields for their forms, and a reader that refuses what it does not know."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, missing, validate
from marshmallow import fields as plain
from werkzeug.datastructures import MultiDict

from service.api.errors import Fault, Problem
from service.api.nearest import find_nearest, suggest

MAX_LIMIT = 100
LONGEST = 500  # characters of one value: longer than any name or headline
MOST_VALUES = 50


# What a value is in the OpenAPI document: a line that holds something; of values parted by commas, no comma.
_LINE = r"^[^\x00-\x1f]*[^\x00-\x20\s][^\x00-\x1f]*$"
PART = r"^[^,\x00-\x1f]*[^,\x00-\x20\s][^,\x00-\x1f]*$"


class _OneOf(validate.OneOf):
    """Names the nearest of the values where a value is not one of them."""

    def _format_error(self, value: Any) -> str:
        return f"`{str(value)[:64]}` is not one of its values. {suggest(str(value), self.choices)}"


class Choice(plain.String):
    """One of a fixed set of names."""

    def __init__(self, names: Iterable[str], **more: Any) -> None:
        super().__init__(validate=_OneOf(tuple(names)), **more)


class Text(plain.String):
    """Text that holds something."""

    def __init__(self, **more: Any) -> None:
        more["metadata"] = {"pattern": _LINE, **more.get("metadata", {})}
        super().__init__(validate=validate.Length(1, LONGEST), **more)

    def _deserialize(self, value: Any, *_place: Any, **_more: Any) -> str:
        text = str(value).strip()
        if not text:
            raise ValidationError("It is empty.")
        return text


class Day(plain.Date):
    """A day, YYYY-MM-DD."""

    def _deserialize(self, value: Any, *_place: Any, **_more: Any) -> date:
        try:
            if len(value) != 10:
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError as wrong:
            raise ValidationError("Not a day of the form YYYY-MM-DD.") from wrong


class Flag(plain.Boolean):
    """`true` or `false`."""

    def __init__(self, **more: Any) -> None:
        wrong = {"invalid": "Neither `true` nor `false`."}
        super().__init__(truthy={"true"}, falsy={"false"}, error_messages=wrong, **more)


class Several(plain.List[Any]):
    """Values parted by commas, or given one by one under the same name, of which any may hold."""

    def _deserialize(self, value: Any, *_place: Any, **_more: Any) -> list[Any]:
        parts = [part.strip() for part in str(value).split(",")]
        if not all(parts):
            raise ValidationError("A value is empty.")
        if len(parts) > MOST_VALUES:
            raise ValidationError(f"More than {MOST_VALUES} values.")
        return list(dict.fromkeys(self.inner.deserialize(part) for part in parts))


def negatable(filters: Mapping[str, Several]) -> dict[str, plain.Field[Any]]:
    """Return filters and, for each, `not_` and its name: the records that have none of the values."""
    negated = {f"not_{name}": Several(field.inner, metadata={"description": f"None of these: {name}."})
               for name, field in filters.items()}  # fmt: skip
    return {**filters, **negated}


def describe(text: str) -> dict[str, Any]:
    """Return the metadata that carries a parameter's description into the OpenAPI document."""
    return {"metadata": {"description": text}}


def make_parameters(name: str, fields: Mapping[str, plain.Field[Any]]) -> Schema:
    """Return a schema that reads these parameters and refuses others."""
    made: Schema = Schema.from_dict(dict(fields), name=name)(unknown=RAISE)
    return made


def read_parameters(schema: Schema, given: MultiDict[str, str]) -> dict[str, Any]:
    """Return the parameters of a request, or raise a Problem that names each wrong one."""
    faults = [fault for name, values in given.lists() for fault in _look_at(name, values, schema)]
    values = {} if faults else _load(schema, given, faults)
    if faults:
        raise Problem(400, "A parameter is unknown or malformed.", faults)
    return values


def _load(schema: Schema, given: MultiDict[str, str], faults: list[Fault]) -> dict[str, Any]:
    """Return the values of parameters that the schema knows, and add to the faults each that has not its form.

    The schema's own `load` asks each of its fields in turn, which costs more than all else in reading a request.
    """
    loaded = {}
    for name, field in schema.fields.items():
        if name in given:
            try:
                loaded[name] = field.deserialize(",".join(given.getlist(name)))
            except ValidationError as wrong:
                faults.append(_malformed(name, wrong.messages))
        elif field.load_default is not missing:
            loaded[name] = field.load_default
    return loaded


def _look_at(name: str, values: list[str], schema: Schema) -> Iterable[Fault]:
    if name not in schema.fields:
        nearest = find_nearest(name, schema.fields)
        more = {"nearest": nearest} if nearest else None
        yield Fault("unknown-parameter", f"There is no parameter `{name[:64]}` here. "
                    f"{suggest(name, schema.fields)}".strip(), parameter=name[:64], more=more)  # fmt: skip
    elif len(values) > 1 and not isinstance(schema.fields[name], Several):
        yield Fault("repeated-parameter", "It is given more than once.", parameter=name)
    elif any(len(value) > LONGEST for value in values):
        yield Fault("malformed-parameter", f"It is longer than {LONGEST} characters.", parameter=name)
    elif any(char < " " or "\ud800" <= char <= "\udfff" for char in "".join(values)):
        yield Fault("malformed-parameter", "It holds a control character.", parameter=name)


def _malformed(name: str, messages: Any) -> Fault:
    first = messages
    while isinstance(first, dict | list):
        first = next(iter(first.values())) if isinstance(first, dict) else first[0]
    return Fault("malformed-parameter", str(first), parameter=name)
