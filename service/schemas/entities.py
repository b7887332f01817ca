"""Entities as they are served: the fullest name, its other spellings and why they were linked, offices, counts."""

from marshmallow import Schema
from marshmallow import fields as plain

from service.core.corpus import Entity
from service.schemas import fields
from service.schemas.dumping import make_dumper
from service.schemas.encoding import dump
from service.schemas.spans import SpanSchema, found_words

ENTITY_TYPES = ("person", "organization", "place")


class AliasSchema(Schema):
    """A spelling of the name, how often it is written, and the rule that linked it."""

    name = fields.text()
    count = fields.count()
    rule = fields.text(metadata={"example": "surname-in-article"})
    score = fields.share()


class EntityRoleSchema(Schema):
    """An office the entity is given, how often, and between which days."""

    title = fields.text()
    count = fields.count()
    first_seen = fields.day()
    last_seen = fields.day()


class EntityCountsSchema(Schema):
    """How often the entity is named, in how many articles, and how many claims it made, carried or is in."""

    mentions = fields.count()
    articles = fields.count()
    claims = fields.count()


class EntitySchema(Schema):
    """Somebody or something that articles name."""

    id = fields.text()
    type = fields.one_of(*ENTITY_TYPES)
    name = fields.text()
    aliases = plain.List(plain.Nested(AliasSchema), required=True)
    roles = plain.List(plain.Nested(EntityRoleSchema), required=True)
    country = fields.nullable_text(metadata={"description": "ISO 3166-1 alpha-2, for places."})
    wikidata = fields.nullable_text()
    counts = plain.Nested(EntityCountsSchema, required=True)
    first_seen = fields.day()
    last_seen = fields.day()
    highlights = found_words()


class MentionedEntitySchema(EntitySchema):
    """An entity with its mentions in one article."""

    mentions = plain.List(plain.Nested(SpanSchema), required=True)


class RelatedEntitySchema(EntitySchema):
    """An entity with the number of articles that name it together with another."""

    together = fields.count()


_ENTITY = make_dumper(EntitySchema())


def dump_entity(entity: Entity) -> bytes:
    """Return an entity as JSON."""
    return dump(_ENTITY, _view(entity))


def _view(entity: Entity) -> dict[str, object]:
    names = ("id", "type", "name", "aliases", "roles", "country", "wikidata", "first_seen", "last_seen")
    counts = {"mentions": entity.mentions, "articles": entity.articles, "claims": entity.claims}
    return {name: getattr(entity, name) for name in names} | {"counts": counts}
