"""Chooses the index that a list is read from: a filter's own, where it keeps the order that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Table, and_, false, func, true

from service.store import tables as t
from service.store.entities import ROLES
from service.store.filters import (
    TABLES,
    Condition,
    figure_conditions,
    fold_noun,
    have_many_figures,
    make_conditions,
)
from service.store.forms import forms_of
from service.store.lags import Lag, bounds_of, move_day
from service.store.queries import Filter, Query, Value
from service.store.sizes import DAYS, DEFAULT_SORT, SAID, is_walked, keeps_few, keeps_many, read_size
from service.store.steering import looked_at, without_index
from service.store.tallies import read_tallies
from service.store.terms import clean_terms, shows_words

_MOST_VALUES = 10  # each is a look-up of its own; of more the matches are sorted instead


@dataclass(frozen=True, slots=True)
class Road:
    """Where rows come from, the columns that order them (value, id), and the conditions on them.

    Each branch is a condition under which an index keeps the order; the rows are those of all branches, merged. A
    record may come more than once, in rows that follow one another.
    `begins` has for each branch the value that it cannot begin before, in the order of the list; None where any may be.
    A plain road is the collection's own, which all conditions are put on.
    """

    source: FromClause
    value: ColumnElement[Any]
    key: ColumnElement[Any]
    conditions: tuple[Condition, ...]
    branches: tuple[Condition, ...] = (true(),)
    is_plain: bool = False
    begins: tuple[Value, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether it leads to all records of the collection."""
        return self.is_plain and not self.conditions

    @property
    def repeats(self) -> bool:
        """Tell whether a record may come more than once along a branch."""
        return self.value.table in {t.claim_entities, t.claim_figures, t.page_entities}

    @property
    def is_of_parts(self) -> bool:
        """Tell whether it leads along parts of records, of which several may match: each record is to be read once."""
        return not self.is_plain and self.value.table is t.claim_figures


Branches = Callable[[Connection, Sequence[Value]], list[Condition]]


def choose_road(db: Connection, query: Query) -> Road:
    """Return the way to the rows of a query in order, by one filter's own index where it keeps that order."""
    driver, some = find_driver(db, query), keeps_few(query)
    if driver is not None and driver.name not in SAID:
        return _along(db, query, driver)
    figures = [item for item in query.filters if item.name.startswith("figure_")]
    may_lead = figures and not some and (driver is None or keeps_many(db, query, driver))
    by_noun = len(query.filters) == len(figures) == 1 and figures[0].name == "figure_of"
    if may_lead and _sort(query) == "published_on" and (by_noun or have_many_figures(db, figures)):
        return _along_figures(db, query, figures)
    if driver is not None:
        return _by_lags(db, query)
    return _plain(db, query, sorted_after=some)


def _plain(db: Connection, query: Query, *, sorted_after: bool) -> Road:
    """Return the collection's own way: in its order, or to what is found first and then sorted."""
    table, sort = TABLES[query.collection], _sort(query)
    walked_for_words = db.dialect.name == "postgresql" and sort == DEFAULT_SORT[query.collection]
    words = clean_terms(query.terms) if walked_for_words else ()
    matching = make_conditions(db, query.without_terms() if words else query)
    shown = (shows_words(table, words),) if words else ()
    conditions = (*matching.conditions, *shown, *_implied(query, sort))
    if db.dialect.name == "sqlite" and not (matching.few or sorted_after):
        walked = is_walked(db, query, sort)
        conditions = looked_at(db, conditions, table, table.c[sort]) if walked else conditions
        sorted_after = walked is False
    if db.dialect.name == "sqlite" and (matching.few or sorted_after):
        return Road(table, without_index(table.c[sort]), without_index(table.c.id), conditions, is_plain=True)
    return Road(table, table.c[sort], table.c.id, conditions, is_plain=True)


def find_driver(db: Connection, query: Query) -> Filter | None:
    """Return the filter whose own index keeps the order; of several the one that keeps fewest records."""
    if keeps_few(query):
        return None
    able = [item for item in query.filters if not item.negated and _keeps_order(query, item)]
    able = [item for item in able if len(item.values) <= _MOST_VALUES]
    if len(able) > 1:
        sizes = {item: read_size(db, query, item) for item in able}
        able.sort(key=lambda item: (sizes[item] is None, sizes[item] or 0))
    return able[0] if able else None


def _keeps_order(query: Query, item: Filter) -> bool:
    said = query.collection == "claims" and item.name in SAID and _sort(query) == "published_on"
    return said or (query.collection, _sort(query), item.name) in _BRANCHES


def _sort(query: Query) -> str:
    return query.sort or DEFAULT_SORT[query.collection]


def _looked_at(db: Connection, rest: Query, value: Column[Any]) -> tuple[Condition, ...]:
    return looked_at(db, make_conditions(db, rest).conditions, TABLES[rest.collection], value)


def _implied(query: Query, sort: str) -> list[Condition]:
    """Return what filters say of the column that orders the list: there are no more origins than outlets."""
    least = [item for item in query.filters if item.name == "origins_min" and not item.negated]
    return [t.groups.c.outlets >= item.values[0] for item in least] if sort == "outlets" else []


def _along(db: Connection, query: Query, driver: Filter) -> Road:
    table = TABLES[query.collection]
    links, make = _BRANCHES[query.collection, _sort(query), driver.name]
    branches = tuple(make(db, driver.values)) or (false(),)
    if links is table:
        value = table.c[_sort(query)]
        return Road(table, value, table.c.id, _looked_at(db, query.without(driver), value), branches)
    value, key = links.c[_sort(query)], links.c[_KEYS[query.collection]]
    conditions = _conditions_along(db, query.without(driver), value)
    return Road(links.join(table, table.c.id == key), value, key, conditions, branches)


def _conditions_along(db: Connection, rest: Query, value: ColumnElement[Any]) -> tuple[Condition, ...]:
    """Return the conditions of the filters that are left; bounds on days are put on the column that is walked along."""
    days = [item for item in rest.filters if item.name in DAYS and not item.negated]
    bounds = tuple(value >= i.values[0] if i.name == "published_from" else value <= i.values[0] for i in days)
    return (*make_conditions(db, rest.without(*days), looked_up=True).conditions, *bounds)


def _along_figures(db: Connection, query: Query, figures: list[Filter]) -> Road:
    """Return the way along figures in the order of their claims' days, those of what is counted where it is told."""
    c = t.claim_figures.c
    rest = _conditions_along(db, query.without(*figures), c.published_on)
    nouns = [fold_noun(value) for item in figures if item.name == "figure_of" for value in item.values]
    branches = tuple(c.noun == noun for noun in dict.fromkeys(nouns)) or (true(),)
    source = t.claim_figures.join(t.claims, t.claims.c.id == c.claim_id) if rest else t.claim_figures
    return Road(source, c.published_on, c.claim_id, (*rest, *figure_conditions(figures)), branches)


def _by_lags(db: Connection, query: Query) -> Road:
    """Return the way along the parts of claims that lags make: in each, days of saying bound those of publication."""
    c = t.claims.c
    said = [item for item in query.filters if item.name in SAID and not item.negated]
    day = func.coalesce(c.said_on, "")  # as no index has it, or its own would be read and what it holds sorted
    said_on = [day >= i.values[0] if i.name == "said_from" else day <= i.values[0] for i in said]
    branches, begins = [], []
    for lag in sorted(int(value) for value, count in read_tallies(db, "claims", "lag").items() if value and count):
        told = bounds_of(lag)
        exact = told.least is not None and told.least == told.most  # then the bounds say all, and one index holds them
        least, most = _said_bounds(told, said)
        bounds = [] if least is None else [c.published_on >= least]
        bounds += [] if most is None else [c.published_on <= most]
        branches.append(and_(c.lag == lag, *bounds, *([] if exact else said_on)))
        begins.append(most if query.descending else least)
    conditions = _looked_at(db, query.without(*said), c.published_on)
    if not branches:
        return Road(t.claims, c.published_on, c.id, conditions, (false(),))
    return Road(t.claims, c.published_on, c.id, conditions, tuple(branches), begins=tuple(begins))


def _said_bounds(lag: Lag, said: list[Filter]) -> tuple[str | None, str | None]:
    """Return the first and the last day of publication of a part's claims that were said between bounds."""
    first, last = ([str(item.values[0]) for item in said if item.name == name] for name in SAID)
    least = move_day(max(first), lag.least) if first and lag.least is not None else None
    most = move_day(min(last), lag.most) if last and lag.most is not None else None
    return least, most


def _equal(column: ColumnElement[Any]) -> Branches:
    return lambda _db, values: [column == value for value in values]


def _flag(column: ColumnElement[Any]) -> Branches:
    return lambda _db, values: [column == bool(values[0])]


def _named(column: ColumnElement[Any]) -> Branches:
    return lambda db, values: [column == form for form in forms_of(db, values)]


def _in_roles(*roles: str) -> Branches:
    c = t.claim_entities.c
    return lambda _db, values: [and_(c.entity_id == value, c.role == role) for value in values for role in roles]


_KEYS = {"articles": "article_id", "claims": "claim_id", "groups": "group_id"}  # of records in tables of links

# By collection, sort and filter: the table and the conditions under which an index of it keeps the order.
_BRANCHES: Mapping[tuple[str, str, str], tuple[Table, Branches]] = {
    ("articles", "published_on", "outlet"): (t.articles, _named(t.articles.c.outlet)),
    ("articles", "published_on", "agency"): (t.article_agencies, _named(t.article_agencies.c.form)),
    ("articles", "published_on", "entity"): (t.page_entities, _equal(t.page_entities.c.entity_id)),
    ("claims", "published_on", "outlet"): (t.claims, _named(t.claims.c.outlet)),
    ("claims", "published_on", "mode"): (t.claims, _equal(t.claims.c.mode)),
    ("claims", "published_on", "stance"): (t.claims, _equal(t.claims.c.stance)),
    ("claims", "published_on", "anonymous"): (t.claims, _flag(t.claims.c.anonymous)),
    ("claims", "published_on", "group"): (t.claims, _equal(t.claims.c.group_id)),
    ("claims", "published_on", "entity"): (t.claim_entities, _in_roles(*ROLES)),
    **{("claims", "published_on", role): (t.claim_entities, _in_roles(role)) for role in ROLES},
    ("entities", "mentions", "type"): (t.entities, _equal(t.entities.c.type)),
    ("entities", "mentions", "country"): (t.entities, _equal(t.entities.c.country)),
    ("groups", "outlets", "conflicting"): (t.groups, _flag(t.groups.c.conflicting)),
    ("groups", "outlets", "speaker"): (t.group_speakers, _equal(t.group_speakers.c.entity_id)),
}
