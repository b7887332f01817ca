"""Spans of an article's title or body, and the proper names found there."""

from collections.abc import Iterable
from typing import Any

from marshmallow import Schema
from marshmallow import fields as plain

from service.core.records import Mention
from service.schemas import fields
from service.schemas.dumping import make_dumper
from service.schemas.encoding import encode


class SpanSchema(Schema):
    """Code points start to end (half-open) of a field of the article, and the text they hold."""

    field = fields.one_of("title", "body", metadata={"example": "body"})
    start = fields.count(metadata={"example": 10})
    end = fields.count(metadata={"example": 24})
    text = fields.text(metadata={"example": "مستشار الرئيس"})
    prefix = plain.String(metadata={"description": "With `selectors`: up to 32 characters before."})
    suffix = plain.String(metadata={"description": "With `selectors`: up to 32 characters behind."})


class FoundSchema(Schema):
    """Where a record holds a word that was searched for: in a field of it, or of the article it stands in."""

    field = fields.text(metadata={"example": "body"})
    start = fields.count()
    end = fields.count()
    text = fields.text()


def found_words() -> plain.List[Any]:
    """Return the field that a search adds to records."""
    about = {"description": "With `q`: where the words stand, cut from the original text."}
    return plain.List(plain.Nested(FoundSchema), metadata=about)


_SPAN = make_dumper(SpanSchema())


def dump_mentions(mentions: Iterable[Mention]) -> bytes:
    """Return an entity's mentions in one article as a JSON list of spans, in the order of the text."""
    spans = (mention.span for mention in mentions)
    return encode([_SPAN(span) for span in sorted(spans, key=lambda span: (span.field != "title", span.start))])
