"""The tables of names over all pages, and of the entities that they make."""

from sqlalchemy import BigInteger, Column, Float, Index, LargeBinary, Table

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
    text("core"),
    text("offices"),
    text("root"),
    text("entity_id"),
    text("rule"),
    Column("score", Float, nullable=False),
    Index("name_forms_by_core", "core"),
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

# call: the core that may be taken for the giver, and the office under which it may (settling.call).
name_ties = Table(
    "name_ties",
    metadata,
    text("giver", key=True),
    text("call", key=True),
    text("rule", key=True),
    text("country", key=True),
    Index("name_ties_by_call", "call"),
)

# How many givers each call has: where there are too many, its ties are never loaded.
name_calls = Table(
    "name_calls",
    metadata,
    text("call", key=True),
    count("givers"),
)

entities = Table(
    "entities",
    metadata,
    number(),
    Column("place", BigInteger, nullable=False),
    text("id"),
    text("type"),
    text("name"),
    text("country", empty=True),
    text("wikidata", empty=True),
    count("mentions"),
    count("articles"),
    count("claims"),
    count("as_speaker"),
    count("as_via"),
    count("as_about"),
    text("first_seen", empty=True),
    text("last_seen", empty=True),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Index("entities_by_id", "id", unique=True),
    Index("entities_by_place", "place"),
    Index("entities_by_mentions", "mentions", "id"),
    Index("entities_by_name", "name", "id"),
    Index("entities_by_first_seen", "first_seen", "id"),
    Index("entities_by_type", "type", "mentions", "id"),
    Index("entities_by_country", "country", "mentions", "id"),
    Index("entities_by_wikidata", "wikidata"),
)

redirects = Table(
    "redirects",
    metadata,
    text("collection", key=True),
    text("id", key=True),
    text("target"),
    Index("redirects_by_target", "collection", "target"),
)
