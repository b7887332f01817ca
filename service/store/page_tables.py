"""The tables of the corpus itself, of raw pages, articles and what each page names."""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table

from service.store.columns import count, metadata, number, text
from service.store.terms import Terms

corpus = Table(
    "corpus",
    metadata,
    count("id", key=True),
    Column("version", BigInteger, nullable=False),
    text("changed_at", empty=True),
    text("lexicon_version", empty=True),
    count("schema_version"),
)

tallies = Table(
    "tallies",
    metadata,
    text("collection", key=True),
    text("name", key=True),
    text("value", key=True),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

pages = Table(
    "pages",
    metadata,
    text("article_id", key=True),
    text("sha256"),
    text("name"),
    text("media_type"),
    text("url", empty=True),
    text("ingested_at"),
    Column("data", LargeBinary, nullable=False),
    Column("lines", LargeBinary, nullable=False),
    Index("pages_by_sha256", "sha256", unique=True),
)

articles = Table(
    "articles",
    metadata,
    number(),
    text("id"),
    text("published_on", empty=True),
    text("title", empty=True),
    text("outlet", empty=True),
    text("outlet_name", empty=True),
    text("reprint_group", empty=True),
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
    text("article_id", key=True),
    text("form", key=True),
    text("name"),
    text("published_on", empty=True),
    Index("article_agencies_by_form", "form", "published_on", "article_id"),
)

page_entities = Table(
    "page_entities",
    metadata,
    text("article_id", key=True),
    count("idx", key=True),
    text("form"),
    text("entity_id"),
    text("published_on", empty=True),
    count("mentions"),
    Column("spans", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("page_entities_by_form", "form"),
    Index("page_entities_by_entity", "entity_id", "published_on", "article_id"),
)
