"""Jobs as they are served: how far they are, and what became of each page."""

from marshmallow import Schema
from marshmallow import fields as plain

from service.schemas import fields

STATES = ("queued", "running", "done", "failed")
OUTCOMES = ("created", "unchanged", "rejected")


class ProgressSchema(Schema):
    """How many pages of a job are done."""

    done = fields.count()
    total = fields.count()


class OutcomeSchema(Schema):
    """What became of a page: its article's id, or why it is none."""

    source = fields.text(metadata={"example": "004.txt"})
    status = fields.one_of(*OUTCOMES)
    id = plain.String()
    code = plain.String(metadata={"example": "not-arabic"})
    reason = plain.String()


class ReportSchema(Schema):
    """What became of a job's pages, so far."""

    created = fields.count()
    unchanged = fields.count()
    rejected = fields.count()
    items = plain.List(plain.Nested(OutcomeSchema), required=True)


class JobSchema(Schema):
    """A job: pages that are taken in after the request was answered."""

    id = fields.text(metadata={"example": "j0f3a9c1d2b4e5f60"})
    state = fields.one_of(*STATES)
    made_at = plain.String(required=True, metadata={"format": "date-time"})
    changed_at = plain.String(required=True, metadata={"format": "date-time"})
    failure = fields.nullable_text()
    progress = plain.Nested(ProgressSchema, required=True)
    report = plain.Nested(ReportSchema, required=True)
