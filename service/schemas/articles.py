"""Articles as they are served: whole, and without the body as lists have them."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from marshmallow import Schema
from marshmallow import fields as plain

from service.core.records import Article, Line
from service.schemas import fields
from service.schemas.dumping import make_dumper
from service.schemas.encoding import encode
from service.schemas.spans import found_words

DATE_BASES = ("metadata", "timestamp", "dateline", "page_date", "weekday", "corpus", "none")


class OutletSchema(Schema):
    """The site that published the page, and the entity it is where one is known."""

    name = fields.text(metadata={"example": "صحيفة المرفأ"})
    id = fields.nullable_text()


class DateEvidenceSchema(Schema):
    """Where the publication day was read, and what disagreed with it."""

    basis = fields.one_of(*DATE_BASES)
    text = fields.nullable_text()
    line = plain.Integer(required=True, allow_none=True)
    warnings = plain.List(fields.text(), required=True)
    articles = plain.List(fields.text(), required=True, metadata={"description": "What fixed it (basis `corpus`)."})
    why = fields.nullable_text()


class SourceSchema(Schema):
    """The raw page an article was read from."""

    name = fields.text(metadata={"example": "004.txt"})
    media_type = fields.text(metadata={"example": "text/plain"})
    sha256 = fields.text()
    ingested_at = fields.instant()


class ArticleCountsSchema(Schema):
    """How many claims and entities the article holds."""

    claims = fields.count()
    entities = fields.count()


class ArticleSchema(Schema):
    """A news article; null where the page does not say."""

    id = fields.text()
    title = fields.nullable_text()
    subtitle = fields.nullable_text()
    outlet = plain.Nested(OutletSchema, required=True, allow_none=True)
    url = fields.nullable_text()
    published_on = fields.day()
    published_at = fields.instant()
    date_evidence = plain.Nested(DateEvidenceSchema, required=True)
    author = fields.nullable_text()
    agencies = plain.List(fields.text(), required=True)
    place = fields.nullable_text()
    language = fields.text(metadata={"example": "ar"})
    body = plain.String(metadata={"description": "Left out of lists unless `fields` names it."})
    words = fields.count()
    source = plain.Nested(SourceSchema, required=True)
    reprint_group = fields.nullable_text()
    counts = plain.Nested(ArticleCountsSchema, required=True)
    highlights = found_words()


class LineSchema(Schema):
    """A line of the raw page: what it is to the reader, and why."""

    line = plain.Integer(required=True, attribute="number")
    text = fields.text()
    role = fields.text(metadata={"example": "furniture"})
    reason = fields.text(metadata={"example": "share-counts"})


class PageSchema(Schema):
    """The raw page of an article, and what each of its lines was taken for."""

    article_id = fields.text()
    source = plain.Nested(SourceSchema, required=True)
    url = fields.nullable_text()
    raw = fields.text(metadata={"description": "The page as UTF-8; what is not UTF-8 is shown by U+FFFD."})
    raw_base64 = fields.nullable_text(metadata={"description": "The exact bytes, where they are not UTF-8."})
    lines = plain.List(plain.Nested(LineSchema), required=True)


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the corpus knows of an article beyond its own page."""

    ingested_at: datetime | None = None
    outlet_id: str | None = None
    reprint_group: str | None = None
    claims: int = 0
    entities: int = 0


class ArticleDocuments(NamedTuple):
    """One article in JSON: whole, and as lists show it (without the body)."""

    whole: bytes
    listed: bytes


_ARTICLE = make_dumper(ArticleSchema())
_LINE = make_dumper(LineSchema())


def dump_article(article: Article, facts: ArticleFacts) -> ArticleDocuments:
    """Return an article's two JSON documents."""
    whole = _ARTICLE(_view(article, facts))
    listed = {name: value for name, value in whole.items() if name != "body"}
    return ArticleDocuments(encode(whole), encode(listed))


def dump_lines(lines: tuple[Line, ...]) -> bytes:
    """Return the lines of a raw page with their roles and reasons as a JSON list."""
    return encode([_LINE(line) for line in lines])


def _view(article: Article, facts: ArticleFacts) -> dict[str, object]:
    names = ("id", "title", "subtitle", "url", "published_on", "published_at", "date_evidence")
    more = ("author", "agencies", "place", "language", "body")
    return {name: getattr(article, name) for name in names + more} | {
        "outlet": {"name": article.outlet, "id": facts.outlet_id} if article.outlet else None,
        "words": len(article.body.split()),
        "source": {
            "name": article.source_name,
            "media_type": article.media_type,
            "sha256": article.sha256,
            "ingested_at": facts.ingested_at,
        },
        "reprint_group": facts.reprint_group,
        "counts": {"claims": facts.claims, "entities": facts.entities},
    }
