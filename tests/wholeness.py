"""Tells whether a corpus is whole: every page is there with all that it brought, or not at all."""

from collections import Counter

from sqlalchemy import Connection, Engine, select

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
        _check_counts(db)
    assert pages == articles
    assert {claim.article_id for claim in claims} <= articles
    assert {claim.group_id for claim in claims} == groups
    assert named <= entities
    return len(pages)


def _check_counts(db: Connection) -> None:
    """Fail where what is kept counted is not what there is."""
    c, f, e = t.claim_entities.c, t.claim_figures.c, t.entities.c
    said = Counter((row.entity_id, row.role) for row in db.execute(select(c.entity_id, c.role, c.claim_id).distinct()))
    named = Counter(row.entity_id for row in db.execute(select(c.entity_id, c.claim_id).distinct()))
    for row in db.execute(select(e.id, e.claims, e.as_speaker, e.as_via, e.as_about)):
        roles = tuple(said[row.id, role] for role in ("speaker", "via", "about"))
        assert row == (row.id, named[row.id], *roles)
    counted = Counter(row.noun for row in db.execute(select(f.noun, f.claim_id).where(f.noun.is_not(None)).distinct()))
    tallied = select(t.tallies.c.value, t.tallies.c.count).where(t.tallies.c.name == "figure_of")
    assert {row[0]: row[1] for row in db.execute(tallied)} == counted
