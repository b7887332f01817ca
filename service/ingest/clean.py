"""Reads what a sender gives: a raw page through the whole way of a page, a clean article from its own fields."""

from typing import Any

import orjson
from marshmallow import ValidationError

from service.core.arabic.letters import is_arabic
from service.core.identity import content_hash, make_id
from service.core.knowledge import Lexicon
from service.core.pipeline import read_content, read_page
from service.core.records import Article, DateEvidence, Page, Reading, Rejection
from service.schemas.clean import CleanArticleSchema

CLEAN_TYPE = "application/json"
_NOTHING_TOLD = 4  # letters of no language in particular
_TOO_FEW = 40  # letters, among which one foreign name may outweigh a short sentence
_FEWEST_ARABIC = 0.3  # of the letters; a page that quotes much Latin script still has more


def read_sent(page: Page, lexicon: Lexicon) -> Reading | Rejection:
    """Return what a page or a clean article says, or why it cannot be read."""
    if page.media_type != CLEAN_TYPE:
        return read_page(page, lexicon)
    article = read_clean(page)
    return article if isinstance(article, Rejection) else read_content(article, lexicon)


def read_clean(page: Page) -> Article | Rejection:
    """Return the article that a page of JSON is, or why it is none."""
    try:
        fields: dict[str, Any] = CleanArticleSchema().load(orjson.loads(page.data))
    except (orjson.JSONDecodeError, ValidationError) as wrong:
        return Rejection(page.name, "malformed", f"The article is not of the form it should have: {wrong}"[:300])
    if any(isinstance(value, str) and "\x00" in value for value in fields.values()):
        return Rejection(page.name, "malformed", "A field of the article holds a null character.")
    if not fields["body"].strip():
        return Rejection(page.name, "empty", "The body of the article is empty.")
    if not _is_arabic(fields["body"]):
        return Rejection(page.name, "not-arabic", "The body of the article is not in Arabic.")
    return _article(page, fields)


def _article(page: Page, fields: dict[str, Any]) -> Article:
    sha256 = content_hash(page.data)
    day = fields["published_on"]
    return Article(
        id=make_id("a", sha256),
        source_name=fields["source"] or page.name,
        media_type=page.media_type,
        sha256=sha256,
        title=fields["title"] or None,
        body=fields["body"],
        outlet=(fields["outlet"] or "").strip() or None,
        url=fields["url"] or page.url,
        published_on=day,
        date_evidence=DateEvidence("metadata", day.isoformat()) if day else DateEvidence(),
        author=fields["author"] or None,
    )


def _is_arabic(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    arabic = sum(map(is_arabic, letters))
    return (
        arabic >= _FEWEST_ARABIC * len(letters)
        or (arabic > 0 and len(letters) < _TOO_FEW)
        or len(letters) < _NOTHING_TOLD
    )
