"""The tables of the corpus; all but the pages can be made anew from the pages."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql

from service.store.terms import Terms

SCHEMA_VERSION = 1

metadata = MetaData()

# Compared by code points everywhere, whatever language the database was made for.
_TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # INTEGER PRIMARY KEY is SQLite's row number


def _text(name: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, _TEXT, primary_key=key, nullable=empty)


def _count(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


def _number() -> Column[int]:
    return Column("number", _NUMBER, primary_key=True, autoincrement=False)


corpus = Table(
    "corpus",
    metadata,
    _count("id", key=True),
    Column("version", BigInteger, nullable=False),
    _text("changed_at", empty=True),
    _text("lexicon_version", empty=True),
    _count("schema_version"),
)

tallies = Table(
    "tallies",
    metadata,
    _text("collection", key=True),
    _text("name", key=True),
    _text("value", key=True),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

pages = Table(
    "pages",
    metadata,
    _text("article_id", key=True),
    _text("sha256"),
    _text("name"),
    _text("media_type"),
    _text("url", empty=True),
    _text("ingested_at"),
    Column("data", LargeBinary, nullable=False),
    Column("lines", LargeBinary, nullable=False),
    Index("pages_by_sha256", "sha256", unique=True),
)

articles = Table(
    "articles",
    metadata,
    _number(),
    _text("id"),
    _text("published_on", empty=True),
    _text("title", empty=True),
    _text("outlet", empty=True),
    _text("reprint_group", empty=True),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("whole", LargeBinary, nullable=False),
    Index("articles_by_id", "id", unique=True),
    Index("articles_by_day", "published_on", "id"),
    Index("articles_by_title", "title", "id"),
    Index("articles_by_outlet", "outlet", "published_on", "id"),
    Index("articles_by_reprint", "reprint_group", "published_on", "id"),
)

article_agencies = Table(
    "article_agencies",
    metadata,
    _text("article_id", key=True),
    _text("form", key=True),
    _text("published_on", empty=True),
    Index("article_agencies_by_form", "form", "published_on", "article_id"),
)

page_entities = Table(
    "page_entities",
    metadata,
    _text("article_id", key=True),
    _count("idx", key=True),
    _text("form"),
    _text("entity_id"),
    _text("published_on", empty=True),
    _count("mentions"),
    Column("spans", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("page_entities_by_form", "form"),
    Index("page_entities_by_entity", "entity_id", "published_on", "article_id"),
)

name_forms = Table(
    "name_forms",
    metadata,
    _text("key", key=True),
    _text("type"),
    _text("name"),
    _text("folded"),
    _text("country", empty=True),
    _text("roles"),
    _text("block"),
    _text("entity_id"),
    _text("rule"),
    Column("score", Float, nullable=False),
    _text("linked_country", empty=True),
    Index("name_forms_by_block", "block"),
    Index("name_forms_by_entity", "entity_id"),
)

form_aliases = Table(
    "form_aliases",
    metadata,
    _text("form", key=True),
    _text("name", key=True),
    _text("rule", key=True),
    _text("folded"),
    _count("count"),
    Column("score", Float, nullable=False),
    Index("form_aliases_by_folded", "folded", "form"),
)

form_roles = Table(
    "form_roles",
    metadata,
    _text("form", key=True),
    _text("title", key=True),
    _count("count"),
    _text("first_seen", empty=True),
    _text("last_seen", empty=True),
)

name_ties = Table(
    "name_ties",
    metadata,
    _text("left", key=True),
    _text("right", key=True),
    _text("rule", key=True),
    Index("name_ties_by_right", "right"),
)

entities = Table(
    "entities",
    metadata,
    _number(),
    _text("id"),
    _text("type"),
    _text("name"),
    _text("country", empty=True),
    _count("mentions"),
    _count("articles"),
    _count("claims"),
    _text("first_seen", empty=True),
    _text("last_seen", empty=True),
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
    _text("collection", key=True),
    _text("id", key=True),
    _text("target"),
    Index("redirects_by_target", "collection", "target"),
)

claims = Table(
    "claims",
    metadata,
    _number(),
    _text("id"),
    _text("article_id"),
    _count("idx"),
    _text("published_on", empty=True),
    _text("said_on", empty=True),
    _text("outlet", empty=True),
    _text("mode"),
    _text("stance"),
    Column("anonymous", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _text("group_id"),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("face", LargeBinary, nullable=False),
    Index("claims_by_id", "id", unique=True),
    Index("claims_by_article", "article_id", "idx"),
    Index("claims_by_day", "published_on", "id"),
    Index("claims_by_said_on", "said_on", "id"),
    Index("claims_by_confidence", "confidence", "id"),
    Index("claims_by_outlet", "outlet", "published_on", "id"),
    Index("claims_by_group", "group_id", "published_on", "id"),
    Index("claims_by_mode", "mode", "published_on", "id"),
    Index("claims_by_stance", "stance", "published_on", "id"),
    Index("claims_by_anonymous", "anonymous", "published_on", "id"),
)

claim_entities = Table(
    "claim_entities",
    metadata,
    _text("claim_id", key=True),
    _text("role", key=True),
    _count("idx", key=True),
    _text("form"),
    _text("entity_id"),
    _text("name", empty=True),
    _text("published_on", empty=True),
    Index("claim_entities_by_form", "form"),
    Index("claim_entities_by_entity", "entity_id", "role", "published_on", "claim_id"),
)

claim_figures = Table(
    "claim_figures",
    metadata,
    _text("claim_id", key=True),
    _count("idx", key=True),
    Column("value", Float(53), nullable=False),
    _text("noun", empty=True),
    _text("published_on", empty=True),
    Index("claim_figures_by_value", "value", "claim_id"),
    Index("claim_figures_by_noun", "noun", "published_on", "claim_id"),
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _text("claim_id", key=True),
    sqlite_with_rowid=False,
)

claim_edges = Table(
    "claim_edges",
    metadata,
    _text("left", key=True),
    _text("right", key=True),
    Column("score", Float, nullable=False),
    _text("evidence"),
    Index("claim_edges_by_right", "right"),
)

groups = Table(
    "groups",
    metadata,
    _number(),
    _text("id"),
    _count("claims"),
    _count("outlets"),
    _count("origins"),
    _text("first_seen", empty=True),
    Column("conflicting", Boolean, nullable=False),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Index("groups_by_id", "id", unique=True),
    Index("groups_by_outlets", "outlets", "id"),
    Index("groups_by_origins", "origins", "id"),
    Index("groups_by_first_seen", "first_seen", "id"),
    Index("groups_by_conflicting", "conflicting", "outlets", "id"),
)

group_speakers = Table(
    "group_speakers",
    metadata,
    _text("group_id", key=True),
    _text("entity_id", key=True),
    Index("group_speakers_by_entity", "entity_id", "group_id"),
)

conflict_keys = Table(
    "conflict_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _text("claim_id", key=True),
    sqlite_with_rowid=False,
)

claim_clashes = Table(
    "claim_clashes",
    metadata,
    _text("left", key=True),
    _text("right", key=True),
    Index("claim_clashes_by_right", "right"),
)

reprint_keys = Table(
    "reprint_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    _text("article_id", key=True),
    sqlite_with_rowid=False,
)

reprint_edges = Table(
    "reprint_edges",
    metadata,
    _text("left", key=True),
    _text("right", key=True),
    Index("reprint_edges_by_right", "right"),
)
