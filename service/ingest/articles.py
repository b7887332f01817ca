"""Writes the pages and articles of a batch, and brings older articles up to date with what it links."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Connection

from service.ingest.linking import Links
from service.ingest.preparing import Prepared
from service.ingest.rows import agency_rows, article_row, page_entity_rows
from service.schemas.encoding import encode
from service.store import articles as stored
from service.store.tables import article_agencies, page_entities, pages
from service.store.writing import insert_rows, upsert_rows


def write_articles(db: Connection, batch: list[Prepared], links: Links) -> None:
    """Write the articles of a batch with their pages and what they name."""
    kept = stored.load_instants(db, (prepared.article.id for prepared in batch))
    now = datetime.now(UTC).replace(microsecond=0)
    came = {prepared.article.id: kept.get(prepared.article.id, now) for prepared in batch}
    upsert_rows(db, pages, [stored.page_row(p.page, p.article, p.lines, came[p.article.id]) for p in batch])
    stored.save_articles(db, [article_row(p, links.entity_of, came[p.article.id]) for p in batch])
    insert_rows(db, page_entities, [row for p in batch for row in page_entity_rows(p, links.entity_of)])
    insert_rows(db, article_agencies, [row for p in batch for row in agency_rows(p)])


def relink_articles(db: Connection, moved: Mapping[str, str]) -> None:
    """Let the documents of articles whose outlet or names went to other entities say so."""
    touched = stored.articles_naming(db, moved)
    outlets = stored.articles_of_outlets(db, moved)
    named = stored.count_named(db, touched)
    changed = {
        key: stored.Documents(
            *(_relinked(document, moved.get(outlets.get(key, "")), named.get(key)) for document in both)
        )
        for key, both in stored.load_documents(db, touched | outlets.keys()).items()
    }
    stored.save_documents(db, changed)


def _relinked(document: bytes, outlet: str | None, entities: int | None) -> bytes:
    fields: dict[str, Any] = orjson.loads(document)
    if outlet is not None:
        fields["outlet"]["id"] = outlet
    if entities is not None:
        fields["counts"]["entities"] = entities
    return encode(fields)
