"""The tables of claims, their candidates, groups and conflicts."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, Table

from service.store.columns import count, metadata, number, text
from service.store.terms import Terms

claims = Table(
    "claims",
    metadata,
    number(),
    text("id"),
    text("article_id"),
    count("idx"),
    text("published_on", empty=True),
    text("said_on", empty=True),
    Column("lag", Integer, nullable=True),
    text("outlet", empty=True),
    text("mode"),
    text("stance"),
    Column("anonymous", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    text("group_id"),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("face", LargeBinary, nullable=False),
    Index("claims_by_id", "id", unique=True),
    Index("claims_by_article", "article_id", "idx"),
    Index("claims_by_day", "published_on", "id"),
    Index("claims_by_said_on", "said_on", "id"),
    Index("claims_by_lag", "lag", "published_on", "id", "said_on"),
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
    text("claim_id", key=True),
    text("role", key=True),
    count("idx", key=True),
    text("form"),
    text("entity_id"),
    text("name", empty=True),
    text("published_on", empty=True),
    Index("claim_entities_by_form", "form"),
    Index("claim_entities_by_entity", "entity_id", "role", "published_on", "claim_id"),
)

claim_figures = Table(
    "claim_figures",
    metadata,
    text("claim_id", key=True),
    count("idx", key=True),
    Column("value", Float(53), nullable=False),
    text("noun", empty=True),
    text("published_on", empty=True),
    Index("claim_figures_by_value", "value", "claim_id"),
    Index("claim_figures_by_noun", "noun", "published_on", "claim_id", "value"),
    Index("claim_figures_by_day", "published_on", "claim_id", "value"),
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    count("day", key=True),
    text("claim_id", key=True),
    sqlite_with_rowid=False,
)

claim_edges = Table(
    "claim_edges",
    metadata,
    text("left", key=True),
    text("right", key=True),
    Column("score", Float, nullable=False),
    Index("claim_edges_by_right", "right"),
)

groups = Table(
    "groups",
    metadata,
    number(),
    Column("place", BigInteger, nullable=False),
    text("id"),
    count("claims"),
    count("outlets"),
    count("origins"),
    text("first_seen", empty=True),
    Column("conflicting", Boolean, nullable=False),
    Column("terms", Terms, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Index("groups_by_id", "id", unique=True),
    Index("groups_by_place", "place"),
    Index("groups_by_outlets", "outlets", "id"),
    Index("groups_by_origins", "origins", "id"),
    Index("groups_by_first_seen", "first_seen", "id"),
    Index("groups_by_conflicting", "conflicting", "outlets", "id"),
)

group_speakers = Table(
    "group_speakers",
    metadata,
    text("group_id", key=True),
    text("entity_id", key=True),
    count("outlets"),
    Index("group_speakers_by_entity", "entity_id", "outlets", "group_id"),
)

claim_clashes = Table(
    "claim_clashes",
    metadata,
    text("left", key=True),
    text("right", key=True),
    Index("claim_clashes_by_right", "right"),
)
