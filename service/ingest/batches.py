"""Writes one batch of prepared pages: a single transaction, after which the corpus is whole again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from service.core.knowledge import Lexicon
from service.ingest.claims import write_claims
from service.ingest.entities import write_entities
from service.ingest.linking import Links, link_batch
from service.ingest.preparing import Prepared
from service.ingest.rows import agency_rows, article_row, page_entity_rows
from service.store.articles import known_pages, load_instants, page_row, save_articles
from service.store.corpus import raise_version
from service.store.engine import writing
from service.store.entities import move_forms
from service.store.tables import article_agencies, page_entities, pages
from service.store.writing import insert_rows, upsert_rows


@dataclass(frozen=True, slots=True)
class Written:
    """What a batch brought: pages that are new, and pages that were there before."""

    articles: int = 0
    unchanged: int = 0
    claims: int = 0
    entities: int = 0


def write_batch(engine: Engine, batch: Sequence[Prepared], lexicon: Lexicon) -> Written:
    """Write the pages of a batch that the corpus does not hold yet, related to all that it holds."""
    with writing(engine) as db:
        known = known_pages(db, (prepared.article.sha256 for prepared in batch))
        new = {prepared.article.sha256: prepared for prepared in reversed(batch)}
        fresh = [new[key] for key in sorted(new) if key not in known]
        if fresh:
            _write(db, fresh, lexicon)
    return Written(
        articles=len(fresh),
        unchanged=len(batch) - len(fresh),
        claims=sum(len(prepared.claims) for prepared in fresh),
        entities=sum(len(prepared.entities) for prepared in fresh),
    )


def _write(db: Connection, batch: list[Prepared], lexicon: Lexicon) -> None:
    links = link_batch(db, batch, lexicon.names.linking)
    move_forms(db, links.moved)
    _write_articles(db, batch, links)
    write_claims(db, batch, links)
    write_entities(db, batch, links)
    raise_version(db, lexicon.version)


def _write_articles(db: Connection, batch: list[Prepared], links: Links) -> None:
    kept = load_instants(db, (prepared.article.id for prepared in batch))
    now = datetime.now(UTC).replace(microsecond=0)
    came = {prepared.article.id: kept.get(prepared.article.id, now) for prepared in batch}
    upsert_rows(db, pages, [page_row(p.page, p.article, p.lines, came[p.article.id]) for p in batch])
    save_articles(db, [article_row(p, links.entity_of, came[p.article.id]) for p in batch])
    insert_rows(db, page_entities, [row for p in batch for row in page_entity_rows(p, links.entity_of)])
    insert_rows(db, article_agencies, [row for p in batch for row in agency_rows(p)])
