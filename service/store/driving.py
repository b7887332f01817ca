"""Chooses the index that a list is read from: a filter's own, where it keeps the order that is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table

from service.store import tables as t
from service.store.filters import TABLES, Condition, make_conditions
from service.store.queries import Query

# What each collection is sorted by where a query does not say.
DEFAULT_SORT: Mapping[str, str] = {
    "articles": "published_on", "claims": "published_on", "entities": "mentions", "groups": "outlets",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Road:
    """Where rows come from, the columns that order them (value, id), and the conditions on them.

    A road over a table of links may meet one record twice, in rows that follow one another.
    """

    source: FromClause
    value: ColumnElement[Any]
    key: ColumnElement[Any]
    conditions: tuple[Condition, ...]


def choose_road(db: Connection, query: Query) -> Road:
    """Return the way to the rows of a query in order; by a table of links where one entity's records are asked for."""
    table = TABLES[query.collection]
    sort = query.sort or DEFAULT_SORT[query.collection]
    link = _link(query) if sort == "published_on" else None
    if link is None:
        return Road(table, table.c[sort], table.c.id, tuple(make_conditions(db, query)))
    links, key, fixed, rest = link
    joined = links.join(table, table.c.id == key)
    return Road(joined, links.c.published_on, key, (*fixed, *make_conditions(db, rest)))


def _link(query: Query) -> tuple[Table, ColumnElement[Any], list[Condition], Query] | None:
    """Return the table of links of the first filter on one entity, its conditions, and the query without the filter."""
    for item in query.filters:
        single = len(item.values) == 1 and not item.negated
        if single and query.collection == "claims" and item.name in {"speaker", "via", "about"}:
            c = t.claim_entities.c
            fixed = [c.entity_id == item.values[0], c.role == item.name]
            return t.claim_entities, c.claim_id, fixed, query.without(item)
        if single and query.collection == "articles" and item.name == "entity":
            c = t.page_entities.c
            return t.page_entities, c.article_id, [c.entity_id == item.values[0]], query.without(item)
    return None
