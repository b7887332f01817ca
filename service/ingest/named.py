"""Keeps with each page what it said of a name, so that the page can be taken out again."""

import orjson

from service.core.corpus import NameForm, NameTie
from service.ingest.preparing import PreparedEntity


def pack_named(entity: PreparedEntity) -> bytes:
    """Return what a page says of a name, as it is stored."""
    return orjson.dumps([entity.aliases, entity.roles, entity.form.offices, [tuple(tie) for tie in entity.ties]])


def unpack_named(data: bytes, form: NameForm) -> PreparedEntity:
    """Return what a page said of the name that has this form, without the places where."""
    aliases, roles, offices, ties = orjson.loads(data)
    own = form._replace(offices=tuple(offices))
    shown = tuple(NameTie(*tie) for tie in ties)
    return PreparedEntity(own, "", 0, b"", tuple(map(tuple, aliases)), tuple(roles), shown)
