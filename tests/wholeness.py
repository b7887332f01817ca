"""Tells whether a corpus is whole: every page is there with all that it brought, or not at all."""

from sqlalchemy import Engine, select

from service.store import tables as t
from service.store.engine import reading


def check_whole(engine: Engine) -> int:
    """Fail where a page came in by half; return how many pages there are."""
    with engine.connect() as db:
        if not engine.dialect.has_table(db, "corpus"):
            return 0
    with reading(engine) as db:
        pages = set(db.execute(select(t.pages.c.article_id)).scalars())
        articles = set(db.execute(select(t.articles.c.id)).scalars())
        claims = db.execute(select(t.claims.c.article_id, t.claims.c.group_id)).all()
        named = set(db.execute(select(t.page_entities.c.entity_id)).scalars())
        groups, entities = (set(db.execute(select(table.c.id)).scalars()) for table in (t.groups, t.entities))
        if db.dialect.name == "sqlite":
            assert db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert pages == articles
    assert {claim.article_id for claim in claims} <= articles
    assert {claim.group_id for claim in claims} == groups
    assert named <= entities
    return len(pages)
