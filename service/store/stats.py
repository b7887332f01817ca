"""Counts the whole corpus, and its claims over days, outlets and speakers."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from service.store.corpus import read_state
from service.store.tables import articles, claim_entities, claims, entities, name_forms
from service.store.tallies import TALLIED, read_tallies, read_tally
from service.store.writing import select_in

_MOST_OUTLETS = 1000
_MOST_SPEAKERS = 100


def read_stats(db: Connection, by: str | None) -> dict[str, Any]:
    """Return counts, outlets and days; with `by` also a series of counts."""
    state = read_state(db)
    found = {
        "corpus_version": state.version,
        "changed_at": state.changed_at,
        "lexicon_version": state.lexicon_version,
        "counts": {name: read_tally(db, name, "", [""]) for name in TALLIED},
        "outlets": _by_outlet(db),
        "days": _days(db),
    }
    return found if by is None else {**found, "series": _SERIES[by](db)}


def _days(db: Connection) -> dict[str, Any]:
    day = articles.c.published_on  # asked for apart, each is one end of an index; together they are a walk along it
    first, last = (db.execute(select(end(day))).scalar() for end in (func.min, func.max))
    return {"first": first, "last": last}


def _by_outlet(db: Connection) -> list[dict[str, Any]]:
    read, said = read_tallies(db, "articles", "outlet"), read_tallies(db, "claims", "outlet")
    f = name_forms.c
    names = {row.key: row for row in select_in(db, select(f.key, f.name, f.entity_id), f.key, read)}
    rows = [
        {"name": names[key].name, "id": names[key].entity_id, "articles": count, "claims": said.get(key, 0)}
        for key, count in read.items()
        if key in names
    ]
    return sorted(rows, key=lambda row: (-row["articles"], row["name"]))[:_MOST_OUTLETS]


def _by_day(db: Connection) -> list[dict[str, Any]]:
    read, said = read_tallies(db, "articles", "published_on"), read_tallies(db, "claims", "published_on")
    days = sorted(day for day in {*read, *said} if day)
    return [{"day": day, "articles": read.get(day, 0), "claims": said.get(day, 0)} for day in days]


def read_timeline(db: Connection, most_days: int) -> list[dict[str, Any]]:
    """Return how many claims each outlet published on each of the last days that have any."""
    c, f = claims.c, name_forms.c
    days = sorted(day for day in read_tallies(db, "claims", "published_on") if day)[-most_days:]
    if not days:
        return []
    counting = select(c.published_on, c.outlet, func.count()).where(c.published_on >= days[0])
    rows = db.execute(counting.group_by(c.published_on, c.outlet).order_by(c.published_on, c.outlet)).all()
    names = {
        row.key: row.name for row in select_in(db, select(f.key, f.name), f.key, {row[1] for row in rows} - {None})
    }
    return [{"day": day, "outlet": names.get(outlet), "claims": count} for day, outlet, count in rows]


def _by_speaker(db: Connection) -> list[dict[str, Any]]:
    c = claim_entities.c
    said = func.count(c.claim_id.distinct())
    counted = (
        select(c.entity_id, said.label("claims"))
        .where(c.role == "speaker")
        .group_by(c.entity_id)
        .order_by(said.desc(), c.entity_id)
        .limit(_MOST_SPEAKERS)
        .subquery()
    )
    query = select(entities.c.id, entities.c.name, counted.c.claims).join(counted, counted.c.entity_id == entities.c.id)
    rows = db.execute(query.order_by(counted.c.claims.desc(), entities.c.id))
    return [{"id": row.id, "name": row.name, "claims": row.claims} for row in rows]


_SERIES: Mapping[str, Callable[[Connection], list[dict[str, Any]]]] = {
    "day": _by_day,
    "outlet": _by_outlet,
    "speaker": _by_speaker,
}
