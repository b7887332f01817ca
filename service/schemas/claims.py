"""Claims as they are served: the content, the cue, who said it, through whom, how, with which figures."""

from dataclasses import dataclass
from typing import ClassVar

from marshmallow import Schema
from marshmallow import fields as plain

from service.core.records import Claim, Speaker, Via
from service.schemas import fields
from service.schemas.dumping import make_dumper
from service.schemas.encoding import dump
from service.schemas.spans import SpanSchema, found_words

MODES = ("direct", "indirect", "mixed", "narration")
STANCES = ("assertion", "denial", "demand", "pledge", "threat", "forecast")
CUE_CLASSES = ("neutral", "affirm", "doubt", "deny", "warn", "predict", "demand", "reveal")
ANONYMITIES = ("named", "role_only", "unnamed_person", "unnamed_group", "document", "medium")
QUALIFIERS = ("about", "at_least", "at_most", "more_than", "less_than", None)


class CueSchema(Schema):
    """The words that make the content an attribution; verb is their lemma."""

    field = fields.one_of("title", "body", attribute="span.field")
    start = fields.count(attribute="span.start")
    end = fields.count(attribute="span.end")
    text = fields.text(attribute="span.text", metadata={"example": "وقال"})
    verb = fields.text(metadata={"example": "قال"})
    prefix = plain.String()
    suffix = plain.String()

    class Meta:
        """Declares the field whose name Python keeps for itself."""

        include: ClassVar = {"class": fields.one_of(*CUE_CLASSES, attribute="kind")}


class SpeakerSchema(Schema):
    """Who said it; text and span are null where only a verb or a pronoun carries it."""

    name = fields.nullable_text()
    entity_id = fields.nullable_text()
    role = fields.nullable_text()
    text = fields.nullable_text()
    span = plain.Nested(SpanSchema, required=True, allow_none=True)
    anonymous = plain.Boolean(required=True)
    anonymity = fields.one_of(*ANONYMITIES)
    reason = fields.nullable_text()
    resolved_by = fields.text(metadata={"example": "same-sentence"})


class ViaSchema(Schema):
    """Who carried it from the speaker to the page, nearest to the page first."""

    name = fields.text()
    entity_id = fields.nullable_text()


class FigureSchema(Schema):
    """A quantity in the content."""

    value = fields.Number(required=True)
    of = fields.nullable_text()
    scope = fields.nullable_text()
    qualifier = fields.one_of(*QUALIFIERS, allow_none=True)
    span = plain.Nested(SpanSchema, required=True)


class SaidOnSchema(Schema):
    """The day of the saying, and where it was read."""

    day = fields.Day(required=True)
    basis = fields.text(metadata={"example": "weekday"})
    text = fields.nullable_text()


class InsertionSchema(Schema):
    """Words that the outlet put into somebody else's quotation."""

    span = plain.Nested(SpanSchema, required=True)
    text = fields.text(attribute="span.text")


class ClaimSchema(Schema):
    """Content that a page attributes to a source, or a figure it states itself (`narration`)."""

    id = fields.text()
    article_id = fields.text()
    text = fields.text()
    spans = plain.List(plain.Nested(SpanSchema), required=True)
    cue = plain.Nested(CueSchema, required=True, allow_none=True)
    speakers = plain.List(plain.Nested(SpeakerSchema), required=True)
    via = plain.List(plain.Nested(ViaSchema), required=True)
    mode = fields.one_of(*MODES)
    stance = fields.one_of(*STANCES)
    negated = plain.Boolean(required=True)
    figures = plain.List(plain.Nested(FigureSchema), required=True)
    said_on = plain.Nested(SaidOnSchema, required=True, allow_none=True)
    about = plain.List(fields.text(), required=True)
    insertions = plain.List(plain.Nested(InsertionSchema), required=True)
    group_id = fields.nullable_text()
    rule = fields.text()
    confidence = fields.share()
    highlights = found_words()


@dataclass(frozen=True, slots=True)
class ClaimIds:
    """The ids that a claim needs from outside itself; entities in the order of the reading's entities."""

    id: str
    article_id: str
    group_id: str | None = None
    entities: tuple[str | None, ...] = ()

    def entity(self, index: int | None) -> str | None:
        """Return the id of the reading's entity at index, None where there is none."""
        return self.entities[index] if index is not None and index < len(self.entities) else None


_CLAIM = make_dumper(ClaimSchema())


def dump_claim(claim: Claim, ids: ClaimIds) -> bytes:
    """Return a claim as JSON."""
    return dump(_CLAIM, _view(claim, ids))


def _view(claim: Claim, ids: ClaimIds) -> dict[str, object]:
    names = ("text", "spans", "cue", "mode", "stance", "negated", "figures", "said_on", "insertions", "rule")
    about = dict.fromkeys(ids.entity(index) for index in claim.about)
    return {name: getattr(claim, name) for name in names} | {
        "id": ids.id,
        "article_id": ids.article_id,
        "group_id": ids.group_id,
        "speakers": [_speaker(speaker, ids) for speaker in claim.speakers],
        "via": [_via(via, ids) for via in claim.via],
        "about": [entity for entity in about if entity],
        "confidence": round(claim.confidence, 3),
    }


def _speaker(speaker: Speaker, ids: ClaimIds) -> dict[str, object]:
    names = ("name", "role", "span", "anonymous", "anonymity", "reason", "resolved_by")
    text = speaker.span and speaker.span.text
    return {name: getattr(speaker, name) for name in names} | {"entity_id": ids.entity(speaker.entity), "text": text}


def _via(via: Via, ids: ClaimIds) -> dict[str, object]:
    return {"name": via.name, "entity_id": ids.entity(via.entity)}
