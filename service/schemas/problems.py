"""Problem documents (RFC 9457), as the OpenAPI document shows them."""

from marshmallow import Schema
from marshmallow import fields as plain

from service.schemas import fields


class FaultSchema(Schema):
    """One thing wrong with a request."""

    parameter = plain.String()
    pointer = plain.String()
    code = fields.text(metadata={"example": "unknown-parameter"})
    message = fields.text()
    nearest = plain.String(metadata={"description": "The valid name most like the one given."})
    offered = plain.List(plain.String(), metadata={"description": "Media types that are offered."})
    candidates = plain.List(plain.Dict(), metadata={"description": "The entities that an ambiguous name may mean."})


class ProblemSchema(Schema):
    """Why a request was not answered."""

    type = fields.text(metadata={"example": "urn:isnad:problem:bad-parameter"})
    title = fields.text()
    status = plain.Integer(required=True)
    detail = fields.text()
    instance = fields.text()
    errors = plain.List(plain.Nested(FaultSchema), required=True)
