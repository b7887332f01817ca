"""Marshmallow fields that leave days, instants and numbers to the encoder, and name their sets of values."""

from datetime import UTC, date, datetime
from typing import Any

from marshmallow import fields, validate


def text(**more: Any) -> fields.String:
    """Return a field of text that is always there; null where `allow_none` is given."""
    return fields.String(required=True, **more)


def nullable_text(**more: Any) -> fields.String:
    """Return a field of text that is null where the page does not say."""
    return fields.String(required=True, allow_none=True, **more)


def one_of(*names: str | None, **more: Any) -> fields.String:
    """Return a field that holds one of a fixed set of names."""
    return fields.String(required=True, validate=validate.OneOf(names), **more)


def switch(*names: str | None) -> fields.List[Any]:
    """Return a field for a pair of names out of a set, from the one to the other; null where they are the same."""
    value = fields.String(required=True, allow_none=None in names, validate=validate.OneOf(names))
    return fields.List(value, required=True, allow_none=True, validate=validate.Length(equal=2))


def count(**more: Any) -> fields.Integer:
    """Return a field that counts something."""
    return fields.Integer(required=True, validate=validate.Range(min=0), **more)


class Day(fields.Date):
    """A day, YYYY-MM-DD, null where unknown."""

    def _serialize(self, value: date | None, *_place: Any, **_more: Any) -> str | None:
        return None if value is None else value.isoformat()


class Instant(fields.DateTime):
    """An instant, RFC 3339 in UTC, null where unknown; one without a zone is taken to be in UTC."""

    def _serialize(self, value: datetime | None, *_place: Any, **_more: Any) -> str | None:
        if value is None:
            return None
        aware = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return aware.isoformat(timespec="seconds").replace("+00:00", "Z")


class Number(fields.Float):
    """A plain number: 2500, not 2500.0."""

    def _serialize(self, value: float | None, *_place: Any, **_more: Any) -> float | int | None:
        return int(value) if value is not None and float(value).is_integer() else value


class NumberOrText(fields.Raw):
    """A number as it is written (2500, not 2500.0), or a text."""

    def _serialize(self, value: float | str | None, *_place: Any, **_more: Any) -> float | int | str | None:
        return int(value) if isinstance(value, float) and value.is_integer() else value


def day(**more: Any) -> Day:
    """Return a field for a day that may be unknown."""
    return Day(required=True, allow_none=True, **more)


def instant(**more: Any) -> Instant:
    """Return a field for an instant that may be unknown."""
    return Instant(required=True, allow_none=True, **more)


def share(**more: Any) -> fields.Float:
    """Return a field for a score between 0 and 1."""
    return fields.Float(required=True, validate=validate.Range(min=0, max=1), **more)
