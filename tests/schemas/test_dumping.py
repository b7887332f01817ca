"""What a dumper gives is what its schema's dump gives, to the order of the fields."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import Schema
from marshmallow import fields as plain

from service.schemas import fields
from service.schemas.articles import ArticleSchema
from service.schemas.claims import ClaimSchema
from service.schemas.dumping import make_dumper
from service.schemas.entities import EntitySchema
from service.schemas.groups import GroupSchema
from service.schemas.spans import SpanSchema


@dataclass(frozen=True, slots=True)
class Place:
    """A record with another inside it."""

    name: str | None
    score: float
    day: date | None
    number: float | None
    span: Any = None


class PlaceSchema(Schema):
    """Every kind of field, one missing everywhere, one within a record."""

    title = fields.nullable_text(attribute="name")
    score = fields.share()
    number = fields.Number(required=True, allow_none=True)
    day = fields.day()
    at = fields.instant()
    start = fields.count(attribute="span.start")
    span = plain.Nested(SpanSchema, allow_none=True)
    spans = plain.List(plain.Nested(SpanSchema))
    many = plain.Nested(SpanSchema, many=True)
    names = plain.List(plain.List(fields.text()))
    absent = plain.String()


_SPANS = st.fixed_dictionaries({"field": st.just("body"), "start": st.integers(0, 9), "end": st.integers(0, 9),
                                "text": st.text()})  # fmt: skip
_RECORDS = st.fixed_dictionaries(
    {
        "name": st.none() | st.text(),
        "score": st.floats(0, 1) | st.integers(0, 1),
        "day": st.none() | st.dates(),
        "number": st.none() | st.floats(0, 9) | st.integers(0, 9),
    },
    optional={
        "at": st.none() | st.just(datetime(2024, 2, 3, tzinfo=UTC)),
        "span": st.none() | _SPANS,
        "spans": st.lists(_SPANS, max_size=3),
        "many": st.lists(_SPANS, max_size=3),
        "names": st.lists(st.tuples(st.text(), st.text()), max_size=2),
    },
)


@given(record=_RECORDS)
def test_a_mapping_is_dumped_as_the_schema_dumps_it(record: dict[str, Any]) -> None:
    made, wanted = make_dumper(PlaceSchema())(record), PlaceSchema().dump(record)
    assert made == wanted
    assert list(made) == list(wanted)
    assert repr(made) == repr(wanted)


@given(score=st.floats(0, 1), day=st.none() | st.dates())
def test_a_record_is_dumped_as_the_schema_dumps_it(score: float, day: date | None) -> None:
    record = Place("ميناء", score, day, score, {"field": "body", "start": 1, "end": 2, "text": "م"})
    assert repr(make_dumper(PlaceSchema())(record)) == repr(PlaceSchema().dump(record))


@pytest.mark.parametrize("schema", [ArticleSchema, ClaimSchema, EntitySchema, GroupSchema])
def test_dumpers_know_every_field_that_is_dumped(schema: type[Schema]) -> None:
    everything = dict.fromkeys(schema().dump_fields)
    assert list(make_dumper(schema())(everything)) == list(schema().dump(everything))
