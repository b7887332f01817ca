"""Tells how many records a query has in all: from what is kept counted, else by counting, as far as a bound."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, case, func, literal_column, select, true, union_all

from service.store.driving import Road, choose_road
from service.store.filters import TABLES, figure_conditions, make_conditions
from service.store.known import read_known
from service.store.numbering import ORDERED_BY
from service.store.queries import Query
from service.store.searching import estimate_holding, select_holding
from service.store.tables import claim_figures
from service.store.terms import clean_terms

_MOST = 10_000  # looked at one by one: some milliseconds
_GROUPED = 1_000  # rows of which those of one record are told from others, which costs ten times as much


class Total(NamedTuple):
    """How many records there are; where it is not exact, so many are known of."""

    records: int
    exact: bool = True


def count_records(db: Connection, query: Query) -> Total:
    """Return how many records a query has in all: exactly where that is kept, or no more than 10,000 come near it."""
    if not query.terms and len(query.filters) <= 1:
        known = read_known(db, query.collection, query.filters[0] if query.filters else None)
        if known is not None:
            return Total(known)
    if query.terms:
        return _count_holding(db, query)
    if all(item.name.startswith("figure_") for item in query.filters):
        c = claim_figures.c
        return _distinct(db, select(c.published_on, c.claim_id).where(*figure_conditions(query.filters)))
    road = choose_road(db, query)
    if road.is_plain:
        table = TABLES[query.collection]
        return _bounded(db, select(table.c.id).where(*make_conditions(db, query, all_wanted=True).conditions))
    return _count_along(db, road)


def _bounded(db: Connection, found: Select[Any]) -> Total:
    """Count the rows of a query, as far as the bound; their columns are left out, so that an index may hold all."""
    rows = found.with_only_columns(literal_column("1"), maintain_column_froms=True).limit(_MOST + 1).subquery()
    count = int(db.execute(select(func.count()).select_from(rows)).scalar_one())
    return Total(min(count, _MOST), count <= _MOST)


def _distinct(db: Connection, found: Select[Any]) -> Total:
    """Count the records that rows stand for; of many rows only the rows: hardly two stand for one record."""
    rows = _bounded(db, found)
    if rows.records > _GROUPED:
        return Total(rows.records, exact=False)
    return _bounded(db, found.group_by(*found.selected_columns))


def _count_holding(db: Connection, query: Query) -> Total:
    """Count the records that hold all words; with filters too, those among the first that hold the words."""
    if not clean_terms(query.terms):  # a word without a letter or digit stands nowhere
        return Total(0)
    holding = select_holding(db, query)
    if not query.filters:
        if db.dialect.name == "postgresql" and estimate_holding(db, query) > 2 * _MOST:
            return Total(_MOST, exact=False)  # to tell more its index of words would be read to the end
        return _bounded(db, holding)
    table = TABLES[query.collection]
    key = table.c[ORDERED_BY[query.collection]]
    some = holding.limit(_MOST + 1).subquery()
    rest = make_conditions(db, query.without_terms()).conditions
    matched = func.count(case((and_(true(), *rest), 1)))
    row = db.execute(select(func.count(), matched).select_from(some.join(table, key == some.c.number))).one()
    return Total(row[1], row[0] <= _MOST)


def _count_along(db: Connection, road: Road) -> Total:
    """Count the records that stand along the branches of a road, as far as the bound."""
    if len(road.branches) == 1 and not road.conditions:
        found = select(road.value, road.key).where(road.branches[0])
        return _distinct(db, found) if road.repeats else _bounded(db, found)
    holds = case((and_(true(), *road.conditions), 1), else_=0)
    looked = union_all(*_rows_along(road, road.key.label("key"), holds.label("holds"))).limit(_MOST + 1).subquery()
    matching = func.count(case((looked.c.holds == 1, looked.c.key)).distinct())
    row = db.execute(select(func.count(), matching).select_from(looked)).one()
    return Total(row[1], row[0] <= _MOST)


def _rows_along(road: Road, *columns: Any) -> list[Select[Any]]:
    return [select(*columns).select_from(road.source).where(branch) for branch in road.branches]
