"""Reads and writes pages and articles."""

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from service.core.records import Article, Page
from service.store.search import index_rows
from service.store.tables import articles, pages
from service.store.writing import insert_rows, next_number, select_in


def known_pages(db: Connection, hashes: Iterable[str]) -> set[str]:
    """Return which of these SHA-256 digests belong to pages whose articles are in the corpus."""
    query = select(pages.c.sha256).join(articles, articles.c.id == pages.c.article_id)
    return {row.sha256 for row in select_in(db, query, pages.c.sha256, hashes)}


def load_instants(db: Connection, ids: Iterable[str]) -> dict[str, datetime]:
    """Return when these articles' pages came, of those that are kept."""
    query = select(pages.c.article_id, pages.c.ingested_at)
    rows = select_in(db, query, pages.c.article_id, ids)
    return {row.article_id: datetime.fromisoformat(row.ingested_at) for row in rows}


def page_row(page: Page, article: Article, lines: bytes, at: datetime) -> dict[str, Any]:
    """Return the row of a page, its bytes and lines compressed."""
    return {
        "article_id": article.id, "sha256": article.sha256, "name": page.name,
        "media_type": page.media_type, "url": page.url,
        "ingested_at": at.isoformat(timespec="seconds"), "data": zlib.compress(page.data),
        "lines": zlib.compress(lines),
    }  # fmt: skip


def load_pages(db: Connection, after: str, limit: int) -> Iterator[tuple[str, Page]]:
    """Yield (article id, page) of up to `limit` kept pages whose article id follows `after`."""
    c = pages.c
    for row in db.execute(select(pages).where(c.article_id > after).order_by(c.article_id).limit(limit)):
        yield row.article_id, Page(row.name, zlib.decompress(row.data), row.media_type, row.url)


def save_articles(db: Connection, rows: list[dict[str, Any]]) -> None:
    """Write new articles, numbered in the order given."""
    first = next_number(db, articles)
    numbered = [{"number": first + place, **row} for place, row in enumerate(rows)]
    insert_rows(db, articles, numbered)
    index_rows(db, articles, [(row["number"], row["terms"]) for row in numbered])
