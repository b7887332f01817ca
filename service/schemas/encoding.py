"""Turns what a schema gave into the bytes that are stored and served: UTF-8, Arabic as it is written."""

import orjson
from marshmallow import Schema


def encode(value: object) -> bytes:
    """Return a value of plain types, days and instants as JSON; instants are in UTC and end in Z."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z)


def dump(schema: Schema, record: object) -> bytes:
    """Return a record as JSON by its schema."""
    return encode(schema.dump(record))
