"""Tells with whom an entity is named in one article, and how often."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Subquery, and_, func, or_, select

from service.store.queries import Answer, Value
from service.store.tables import entities, page_entities

_STEP = 200  # rows fetched at a time
_MOST = 2000  # articles, the latest: whom the most named are named with would else be counted in all of them


def list_company(db: Connection, entity_id: str, after: tuple[Value, ...] | None, limit: int) -> Answer:
    """Return documents of entities named in one article with this one, the most often first, each with `together`."""
    counted = _counted(entity_id)
    rows = db.execute(_ordered(counted, after).limit(limit + 1)).all()
    total = int(db.execute(select(func.count()).select_from(counted)).scalar_one())
    kept = rows[:limit]
    after = (kept[-1].together, kept[-1].id) if len(rows) > limit else None
    named_in = db.execute(select(entities.c.articles).where(entities.c.id == entity_id)).scalar() or 0
    return Answer(tuple(map(_document, kept)), total, after, named_in <= _MOST)


def walk_company(db: Connection, entity_id: str) -> Iterator[bytes]:
    """Yield all of them in the same order, a few in memory at a time."""
    streamed = db.execution_options(stream_results=True, yield_per=_STEP)
    yield from map(_document, streamed.execute(_ordered(_counted(entity_id), None)))


def _document(row: Any) -> bytes:
    return bytes(row.document)[:-1] + b',"together":%d}' % row.together


def _counted(entity_id: str) -> Subquery:
    c, there = page_entities.c, page_entities.alias()
    naming = select(c.published_on, c.article_id).where(c.entity_id == entity_id).distinct()
    here = naming.order_by(c.published_on.desc(), c.article_id.desc()).limit(_MOST).subquery()
    together = func.count(there.c.article_id.distinct())
    return (
        select(there.c.entity_id, together.label("together"))
        .join(here, here.c.article_id == there.c.article_id)
        .where(there.c.entity_id != entity_id)
        .group_by(there.c.entity_id)
        .subquery()
    )


def _ordered(counted: Subquery, after: tuple[Value, ...] | None) -> Any:
    c = counted.c
    query = select(entities.c.id, entities.c.document, c.together).join(counted, c.entity_id == entities.c.id)
    if after is not None:
        query = query.where(or_(c.together < after[0], and_(c.together == after[0], c.entity_id > after[1])))
    return query.order_by(c.together.desc(), entities.c.id)
