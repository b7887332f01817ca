"""An article sent as JSON: its fields are taken as they are, no page is read."""

from marshmallow import RAISE, Schema, validate
from marshmallow import fields as plain

from service.schemas import fields

_NAME = validate.Length(max=300)  # characters; databases index names whole


class CleanArticleSchema(Schema):
    """An article that needs no reading of its page; the body is served unchanged."""

    class Meta:
        """Refuses fields that would be lost."""

        unknown = RAISE

    title = plain.String(allow_none=True, load_default=None, validate=validate.Length(max=2000))
    body = fields.text(validate=validate.Length(min=1), metadata={"example": "أعلن وزير النقل فتح الجسر."})
    published_on = plain.Date(allow_none=True, load_default=None)
    outlet = plain.String(allow_none=True, load_default=None, validate=_NAME)
    url = plain.String(allow_none=True, load_default=None, validate=validate.Length(max=2000))
    author = plain.String(allow_none=True, load_default=None, validate=_NAME)
    source = plain.String(
        allow_none=True, load_default=None, validate=_NAME, metadata={"description": "A name for it."}
    )
