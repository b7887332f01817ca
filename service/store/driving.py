"""Chooses the index that a list is read from: a filter's own, where it keeps the order that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, UnaryExpression, and_, false, true
from sqlalchemy.sql.operators import custom_op

from service.store import tables as t
from service.store.filters import TABLES, Condition, forms_of, make_conditions
from service.store.queries import Query, Value

# What each collection is sorted by where a query does not say.
DEFAULT_SORT: Mapping[str, str] = {
    "articles": "published_on", "claims": "published_on", "entities": "mentions", "groups": "outlets",
}  # fmt: skip
_MOST_BRANCHES = 30  # each is a look-up of its own; of more values the matches are sorted instead
_ROLES = ("speaker", "via", "about")

Branches = Callable[[Connection, Sequence[Value]], list[Condition]]


@dataclass(frozen=True, slots=True)
class Road:
    """Where rows come from, the columns that order them (value, id), and the conditions on them.

    Each branch is a condition under which an index keeps the order; the rows are those of all branches, merged. A
    record may come more than once, in rows that follow one another.
    """

    source: FromClause
    value: ColumnElement[Any]
    key: ColumnElement[Any]
    conditions: tuple[Condition, ...]
    branches: tuple[Condition, ...] = (true(),)


def choose_road(db: Connection, query: Query) -> Road:
    """Return the way to the rows of a query in order, by one filter's own index where it keeps that order."""
    table = TABLES[query.collection]
    sort = query.sort or DEFAULT_SORT[query.collection]
    for item in query.filters if sort == "published_on" else ():
        source, make = _BRANCHES.get((query.collection, item.name), (table, None))
        branches = make(db, item.values) if make and not item.negated else []
        if make and not item.negated and len(branches) <= _MOST_BRANCHES:
            rest = make_conditions(db, query.without(item)).conditions
            return _road(table, source, rest, tuple(branches) or (false(),))
    matching = make_conditions(db, query)
    if matching.few and db.dialect.name == "sqlite":
        return Road(table, _without_index(table.c[sort]), _without_index(table.c.id), matching.conditions)
    return Road(table, table.c[sort], table.c.id, matching.conditions)


def _without_index(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column as SQLite reads it without its index, which it would walk to the end to spare a small sort."""
    return UnaryExpression(column, operator=custom_op("+"))


def _road(table: Table, links: Table, rest: tuple[Condition, ...], branches: tuple[Condition, ...]) -> Road:
    if links is table:
        return Road(table, table.c.published_on, table.c.id, rest, branches)
    key = links.c.claim_id if table is t.claims else links.c.article_id
    return Road(links.join(table, table.c.id == key), links.c.published_on, key, rest, branches)


def _equal(column: ColumnElement[Any]) -> Branches:
    return lambda _db, values: [column == value for value in values]


def _named(column: ColumnElement[Any]) -> Branches:
    return lambda db, values: [column == form for form in forms_of(db, values)]


def _in_roles(*roles: str) -> Branches:
    c = t.claim_entities.c
    return lambda _db, values: [and_(c.entity_id == value, c.role == role) for value in values for role in roles]


_BRANCHES: Mapping[tuple[str, str], tuple[Table, Branches]] = {
    ("articles", "outlet"): (t.articles, _named(t.articles.c.outlet)),
    ("articles", "agency"): (t.article_agencies, _named(t.article_agencies.c.form)),
    ("articles", "entity"): (t.page_entities, _equal(t.page_entities.c.entity_id)),
    ("claims", "outlet"): (t.claims, _named(t.claims.c.outlet)),
    ("claims", "mode"): (t.claims, _equal(t.claims.c.mode)),
    ("claims", "stance"): (t.claims, _equal(t.claims.c.stance)),
    ("claims", "group"): (t.claims, _equal(t.claims.c.group_id)),
    ("claims", "entity"): (t.claim_entities, _in_roles(*_ROLES)),
    **{("claims", role): (t.claim_entities, _in_roles(role)) for role in _ROLES},
}
