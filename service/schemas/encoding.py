"""Turns what a schema gave into the bytes that are stored and served: UTF-8, Arabic as it is written."""

import orjson

from service.schemas.dumping import Dumper


def encode(value: object) -> bytes:
    """Return a value of plain types, days and instants as JSON; instants are in UTC and end in Z."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z)


def dump(dumper: Dumper, record: object) -> bytes:
    """Return a record as JSON by what was made of its schema."""
    return encode(dumper(record))
