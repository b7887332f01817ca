"""An article sent as JSON: its fields are taken as they are, no page is read."""

from marshmallow import RAISE, Schema, validate
from marshmallow import fields as plain

from service.schemas import fields


class CleanArticleSchema(Schema):
    """An article that needs no reading of its page; the body is served unchanged."""

    class Meta:
        """Refuses fields that would be lost."""

        unknown = RAISE

    title = plain.String(allow_none=True, load_default=None)
    body = fields.text(validate=validate.Length(min=1), metadata={"example": "أعلن وزير النقل فتح الجسر."})
    published_on = plain.Date(allow_none=True, load_default=None)
    outlet = plain.String(allow_none=True, load_default=None)
    url = plain.String(allow_none=True, load_default=None)
    author = plain.String(allow_none=True, load_default=None)
    source = plain.String(allow_none=True, load_default=None, metadata={"description": "A name for it."})
