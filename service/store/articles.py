"""Reads and writes pages and articles."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, select, update

from service.core.records import Article, Page
from service.store.numbering import number_rows
from service.store.search import index_rows
from service.store.tables import articles, page_entities, pages
from service.store.tallies import tally_rows
from service.store.writing import insert_rows, select_in


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


class KeptPage(NamedTuple):
    """A page as it is kept, and the row that keeps it."""

    page: Page
    row: dict[str, Any]


def load_kept(db: Connection, key: str) -> KeptPage:
    """Return the kept page of an article."""
    row = db.execute(select(pages).where(pages.c.article_id == key)).one()
    return KeptPage(Page(row.name, zlib.decompress(row.data), row.media_type, row.url), dict(row._mapping))


def keep_page(db: Connection, kept: KeptPage) -> None:
    """Write a kept page back as it was, with the instant at which it came."""
    insert_rows(db, pages, [kept.row])


def load_pages(db: Connection, after: str, limit: int) -> Iterator[tuple[str, Page]]:
    """Yield (article id, page) of up to `limit` kept pages whose article id follows `after`."""
    c = pages.c
    for row in db.execute(select(pages).where(c.article_id > after).order_by(c.article_id).limit(limit)):
        yield row.article_id, Page(row.name, zlib.decompress(row.data), row.media_type, row.url)


def save_articles(db: Connection, rows: list[dict[str, Any]]) -> None:
    """Write new articles."""
    numbered = number_rows(db, articles, rows)
    insert_rows(db, articles, numbered)
    tally_rows(db, "articles", numbered)
    index_rows(db, articles, [(row["number"], row["terms"]) for row in numbered])


class Documents(NamedTuple):
    """An article's two documents: as lists show it, and whole."""

    listed: bytes
    whole: bytes


def load_documents(db: Connection, ids: Iterable[str]) -> dict[str, Documents]:
    """Return the documents of articles."""
    c = articles.c
    return {row.id: Documents(row.document, row.whole)
            for row in select_in(db, select(c.id, c.document, c.whole), c.id, ids)}  # fmt: skip


def save_documents(db: Connection, documents: Mapping[str, Documents]) -> None:
    """Write changed documents of articles."""
    if documents:
        statement = update(articles).where(articles.c.id == bindparam("key"))
        rows = [{"key": key, "one": both.listed, "other": both.whole} for key, both in documents.items()]
        db.execute(statement.values(document=bindparam("one"), whole=bindparam("other")), rows)


def articles_naming(db: Connection, forms: Iterable[str]) -> set[str]:
    """Return the articles whose text names one of these forms."""
    c = page_entities.c
    return {row.article_id for row in select_in(db, select(c.article_id), c.form, forms)}


def articles_of_outlets(db: Connection, forms: Iterable[str]) -> dict[str, str]:
    """Return the articles of outlets that have one of these forms, with the form."""
    c = articles.c
    return {row.id: row.outlet for row in select_in(db, select(c.id, c.outlet), c.outlet, forms)}


def count_named(db: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return how many entities each article names."""
    c = page_entities.c
    counting = select(c.article_id, func.count(c.entity_id.distinct()).label("named")).group_by(c.article_id)
    return {row.article_id: row.named for row in select_in(db, counting, c.article_id, ids)}
