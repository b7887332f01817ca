"""Keeps what dates the pages that show no day: their weekday, the events they tell, the pages that share wording."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from service.core.corpus import Copy, Neighbour
from service.store.copies import load_copies
from service.store.tables import articles, event_days, undated
from service.store.writing import delete_where, insert_rows, select_in


class Undated(NamedTuple):
    """An article that shows no day: the weekday it calls today and its words, and how the corpus dated it."""

    weekday: int | None
    told: str | None
    found: str | None


def save_undated(db: Connection, rows: list[dict[str, Any]]) -> None:
    """Write articles that show no day, with the weekday that each calls today."""
    insert_rows(db, undated, rows)


def save_events(db: Connection, rows: list[dict[str, Any]]) -> None:
    """Write the numbered events that articles tell, with their days where they know them."""
    insert_rows(db, event_days, rows)


def delete_hints(db: Connection, article: str) -> None:
    """Forget what an article tells of days."""
    delete_where(db, undated.c.article_id, [article])
    delete_where(db, event_days.c.article_id, [article])


def load_undated(db: Connection, ids: Iterable[str]) -> dict[str, Undated]:
    """Return those of these articles that show no day of their own."""
    c = undated.c
    rows = select_in(db, select(undated), c.article_id, ids)
    return {row.article_id: Undated(row.weekday, row.told, row.found) for row in rows}


def load_neighbours(db: Connection, wanted: set[str]) -> Mapping[str, list[Neighbour]]:
    """Return the articles with a day of their own that share wording with each of these."""
    found = load_copies(db, wanted)
    ends = {end for pair in found for end in pair}
    own = ends - load_undated(db, ends).keys()
    c = articles.c
    dated = {row.id: row for row in select_in(db, select(c.id, c.outlet, c.published_on), c.id, own)}
    near: dict[str, list[Neighbour]] = {key: [] for key in wanted}
    for (left, right), copy in found.items():
        for article, other in ((left, right), (right, left)):
            if article in near and other in dated:
                near[article].append(_neighbour(dated[other], copy))
    return near


def _neighbour(row: Any, copy: Copy) -> Neighbour:
    return Neighbour(row.id, row.outlet, date.fromisoformat(row.published_on), copy)


def load_told(db: Connection, wanted: set[str]) -> Mapping[str, list[tuple[str, date]]]:
    """Return (article, day) of those that tell the day of an event which one of these tells without."""
    c = event_days.c
    own = [(row.key, row.article_id) for row in select_in(db, select(c.key, c.article_id), c.article_id, wanted)]
    days: dict[int, list[tuple[str, date]]] = {key: [] for key, _ in own}
    query = select(c.key, c.article_id, c.day).where(c.day.is_not(None))
    for row in select_in(db, query, c.key, days):
        days[row.key].append((row.article_id, date.fromisoformat(row.day)))
    told: dict[str, list[tuple[str, date]]] = {key: [] for key in wanted}
    for key, article in own:
        told[article] += days[key]
    return told


def load_awaiting(db: Connection, ids: set[str]) -> set[str]:
    """Return the articles without a day of their own whose day may hang on one of these, and those of these."""
    c = event_days.c
    keys = {row.key for row in select_in(db, select(c.key).where(c.day.is_not(None)), c.article_id, ids)}
    events = {row.article_id for row in select_in(db, select(c.article_id).where(c.day.is_(None)), c.key, keys)}
    ends = {end for pair in load_copies(db, ids) for end in pair}
    return set(load_undated(db, ids | ends | events))
