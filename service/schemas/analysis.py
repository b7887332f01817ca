"""What one page says, as /analyze answers it."""

from marshmallow import Schema
from marshmallow import fields as plain

from service.schemas.articles import ArticleSchema
from service.schemas.claims import ClaimSchema
from service.schemas.entities import MentionedEntitySchema


class AnalysisSchema(Schema):
    """The article, the entities it names, the claims it attributes."""

    article = plain.Nested(ArticleSchema, required=True)
    entities = plain.List(plain.Nested(MentionedEntitySchema), required=True)
    claims = plain.List(plain.Nested(ClaimSchema), required=True)
