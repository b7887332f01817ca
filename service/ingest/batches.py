"""Writes one batch of prepared pages: a single transaction, after which the corpus is whole again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from service.core.knowledge import Lexicon
from service.ingest.articles import relink_articles, write_articles
from service.ingest.claims import write_claims
from service.ingest.entities import write_entities
from service.ingest.linking import link_batch
from service.ingest.preparing import Prepared
from service.ingest.reprints import add_prints
from service.store.articles import known_pages
from service.store.copies import claims_of
from service.store.corpus import raise_version
from service.store.engine import writing
from service.store.entities import move_forms


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
    relink_articles(db, links.moved)
    write_articles(db, batch, links)
    regrouped = add_prints(db, {prepared.article.id: prepared.printed for prepared in batch})
    write_claims(db, batch, links, claims_of(db, regrouped))
    write_entities(db, batch, links, lexicon.names.linking)
    raise_version(db, lexicon.version)
