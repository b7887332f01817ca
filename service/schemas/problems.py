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


class ProblemSchema(Schema):
    """Why a request was not answered."""

    type = fields.text(metadata={"example": "urn:isnad:problem:bad-parameter"})
    title = fields.text()
    status = plain.Integer(required=True)
    detail = fields.text()
    instance = fields.text()
    errors = plain.List(plain.Nested(FaultSchema), required=True)
