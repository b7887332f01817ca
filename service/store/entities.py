"""Reads and writes entities with their counts, moves what names them, and keeps the ids they had."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, case, delete, func, select, update

from service.store.keeping import Ranked, save_ranked
from service.store.numbering import rank_mentions
from service.store.tables import claim_entities, entities, page_entities, redirects
from service.store.writing import chunks, select_in, upsert_rows

ROLES = ("speaker", "via", "about")  # that an entity has in claims


class Counts(NamedTuple):
    """How often an entity is named, in how many articles and claims, in which roles of claims, between which days."""

    mentions: int = 0
    articles: int = 0
    claims: int = 0
    as_speaker: int = 0
    as_via: int = 0
    as_about: int = 0
    first_seen: str | None = None
    last_seen: str | None = None


class EntityRow(NamedTuple):
    """An entity as it is written: the columns that filters and sorts use, and its document."""

    id: str
    type: str
    name: str
    country: str | None
    wikidata: str | None
    counts: Counts
    terms: str
    document: bytes


def add_counts(left: Counts, right: Counts) -> Counts:
    """Return the counts of two sets of articles together."""
    return Counts(
        left.mentions + right.mentions,
        left.articles + right.articles,
        left.claims + right.claims,
        left.as_speaker + right.as_speaker,
        left.as_via + right.as_via,
        left.as_about + right.as_about,
        min(filter(None, (left.first_seen, right.first_seen)), default=None),
        max(filter(None, (left.last_seen, right.last_seen)), default=None),
    )


def load_counts(db: Connection, ids: Iterable[str]) -> dict[str, Counts]:
    """Return the counts that are stored with these entities."""
    c = entities.c
    query = select(c.id, *(c[name] for name in Counts._fields))
    return {row.id: Counts(*row[1:]) for row in select_in(db, query, c.id, ids)}


def count_anew(db: Connection, ids: Iterable[str]) -> dict[str, Counts]:
    """Count these entities from the articles and claims that name them."""
    wanted = list(ids)
    c = page_entities.c
    query = select(c.entity_id, func.sum(c.mentions), func.count(c.article_id.distinct()),
                   func.min(c.published_on), func.max(c.published_on)).group_by(c.entity_id)  # fmt: skip
    named = {row[0]: row for row in select_in(db, query, c.entity_id, wanted)}
    d = claim_entities.c
    by_role = (func.count(case((d.role == role, d.claim_id)).distinct()) for role in ROLES)
    counting = select(d.entity_id, func.count(d.claim_id.distinct()), *by_role).group_by(d.entity_id)
    said = {row[0]: (row[1], row[2], row[3], row[4]) for row in select_in(db, counting, d.entity_id, wanted)}
    return {key: _counts(named.get(key), said.get(key, (0, 0, 0, 0))) for key in wanted}


def _counts(row: Any, said: tuple[int, int, int, int]) -> Counts:
    return Counts(row[1], row[2], *said, row[3], row[4]) if row else Counts(0, 0, *said)


def save_entities(db: Connection, rows: Iterable[EntityRow]) -> None:
    """Write entities, new or changed."""
    new = {row.id: row for row in rows}
    save_ranked(db, entities, [Ranked(rank_mentions(row.counts.mentions), _row(row)) for row in new.values()])
    keep = redirects.c.collection == "entities"
    for chunk in chunks(new):
        db.execute(delete(redirects).where(keep, redirects.c.id.in_(chunk)))


def _row(row: EntityRow) -> dict[str, Any]:
    return {"id": row.id, "type": row.type, "name": row.name, "country": row.country,
            "wikidata": row.wikidata,
            "terms": row.terms, "document": row.document, **row.counts._asdict()}  # fmt: skip


def save_redirects(db: Connection, collection: str, targets: Mapping[str, str]) -> None:
    """Remember where former ids lead; older redirects to them lead there too, so that one step is enough."""
    if not targets:
        return
    c = redirects.c
    follow = update(redirects).where(c.collection == collection, c.target == bindparam("old"))
    db.execute(follow.values(target=bindparam("new")), [{"old": old, "new": new} for old, new in targets.items()])
    rows = [{"collection": collection, "id": old, "target": new} for old, new in targets.items()]
    upsert_rows(db, redirects, rows)
    db.execute(delete(redirects).where(c.collection == collection, c.id == c.target))


def drop_redirects(db: Connection, collection: str, targets: Iterable[str]) -> None:
    """Forget the former ids that lead to records which are no more."""
    c = redirects.c
    for chunk in chunks(targets):
        db.execute(delete(redirects).where(c.collection == collection, c.target.in_(chunk)))


def move_forms(db: Connection, moved: Mapping[str, str]) -> None:
    """Let the articles and claims that name these forms point to the entity each is now linked to."""
    if not moved:
        return
    values = [{"moved_form": form, "moved_to": entity} for form, entity in moved.items()]
    for table in (page_entities, claim_entities):
        statement = update(table).where(table.c.form == bindparam("moved_form"))
        db.execute(statement.values(entity_id=bindparam("moved_to")), values)
