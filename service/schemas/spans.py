"""Spans of an article's title or body, and the proper names found there."""

from collections.abc import Iterable

from marshmallow import Schema

from service.core.records import Mention
from service.schemas import fields
from service.schemas.encoding import encode


class SpanSchema(Schema):
    """Code points start to end (half-open) of a field of the article, and the text they hold."""

    field = fields.one_of("title", "body", metadata={"example": "body"})
    start = fields.count(metadata={"example": 10})
    end = fields.count(metadata={"example": 24})
    text = fields.text(metadata={"example": "مستشار الرئيس"})


_SPANS = SpanSchema(many=True)


def dump_mentions(mentions: Iterable[Mention]) -> bytes:
    """Return an entity's mentions in one article as a JSON list of spans, in the order of the text."""
    spans = (mention.span for mention in mentions)
    return encode(_SPANS.dump(sorted(spans, key=lambda span: (span.field != "title", span.start))))
