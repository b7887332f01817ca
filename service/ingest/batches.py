"""Writes one batch of prepared pages: a single transaction, after which the corpus is whole again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from service.core.knowledge import Lexicon
from service.ingest.placing import put_in
from service.ingest.preparing import Prepared
from service.ingest.redating import redate_articles
from service.store.articles import known_pages
from service.store.day_hints import load_awaiting
from service.store.engine import writing


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
            put_in(db, fresh, lexicon)
            redate_articles(db, load_awaiting(db, {prepared.article.id for prepared in fresh}), lexicon)
    return Written(
        articles=len(fresh),
        unchanged=len(batch) - len(fresh),
        claims=sum(len(prepared.claims) for prepared in fresh),
        entities=sum(len(prepared.entities) for prepared in fresh),
    )
