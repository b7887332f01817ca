"""The tables of names over all pages, and of the entities that they make."""

from sqlalchemy import Column, Float, Index, LargeBinary, Table

from service.store.columns import count, metadata, number, text
from service.store.terms import Terms

name_forms = Table(
    "name_forms",
    metadata,
    text("key", key=True),
    text("type"),
    text("name"),
    text("folded"),
    text("country", empty=True),
    text("roles"),
    text("block"),
    text("entity_id"),
    text("rule"),
    Column("score", Float, nullable=False),
    text("linked_country", empty=True),
    Index("name_forms_by_block", "block"),
    Index("name_forms_by_entity", "entity_id"),
)

form_aliases = Table(
    "form_aliases",
    metadata,
    text("form", key=True),
    text("name", key=True),
    text("rule", key=True),
    text("folded"),
    count("count"),
    Column("score", Float, nullable=False),
    Index("form_aliases_by_folded", "folded", "form"),
)

form_roles = Table(
    "form_roles",
    metadata,
    text("form", key=True),
    text("title", key=True),
    count("count"),
    text("first_seen", empty=True),
    text("last_seen", empty=True),
)

name_ties = Table(
    "name_ties",
    metadata,
    text("left", key=True),
    text("right", key=True),
    text("rule", key=True),
    Index("name_ties_by_right", "right"),
)

entities = Table(
    "entities",
    metadata,
    number(),
    text("id"),
    text("type"),
    text("name"),
    text("country", empty=True),
    count("mentions"),
    count("articles"),
    count("claims"),
    text("first_seen", empty=True),
    text("last_seen", empty=True),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Index("entities_by_id", "id", unique=True),
    Index("entities_by_mentions", "mentions", "id"),
    Index("entities_by_name", "name", "id"),
    Index("entities_by_first_seen", "first_seen", "id"),
    Index("entities_by_type", "type", "mentions", "id"),
    Index("entities_by_country", "country", "mentions", "id"),
)

redirects = Table(
    "redirects",
    metadata,
    text("collection", key=True),
    text("id", key=True),
    text("target"),
    Index("redirects_by_target", "collection", "target"),
)
