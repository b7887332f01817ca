"""What the service says of itself: alive, ready, how much it holds."""

from marshmallow import Schema
from marshmallow import fields as plain

from service.schemas import fields


class HealthSchema(Schema):
    """The process is alive."""

    status = fields.one_of("ok")


class ReadinessSchema(Schema):
    """The service can answer."""

    status = fields.one_of("ready")
    store = fields.one_of("ok")
    cache = fields.one_of("ok", "degraded")
    corpus_version = plain.Integer(required=True)


class StatsSchema(Schema):
    """How much the corpus holds; `series` only with `by`."""

    corpus_version = plain.Integer(required=True)
    changed_at = fields.instant()
    lexicon_version = fields.nullable_text()
    counts = plain.Dict(keys=plain.String(), values=plain.Integer(), required=True)
    outlets = plain.List(plain.Dict(), required=True)
    days = plain.Dict(required=True)
    series = plain.List(plain.Dict())


class IndexSchema(Schema):
    """Where to go from here."""

    name = fields.text()
    version = fields.text()
    links = plain.Dict(keys=plain.String(), values=plain.String(), required=True)
