"""Turns what a schema gave into the bytes that are stored and served: UTF-8, Arabic as it is written."""

from collections.abc import Mapping
from typing import Any, cast

import orjson
from marshmallow import Schema


def encode(value: object) -> bytes:
    """Return a value of plain types, days and instants as JSON; instants are in UTC and end in Z."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z)


def dump(schema: Schema, record: object) -> bytes:
    """Return a record as JSON by its schema."""
    return encode(schema.dump(record))


def amend_document(document: bytes, changes: Mapping[str, object]) -> bytes:
    """Return a stored document with some of its top fields replaced (a group's id, counts)."""
    fields = cast(dict[str, Any], orjson.loads(document))
    return encode({**fields, **changes})
