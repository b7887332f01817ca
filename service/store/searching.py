"""Finds the records that hold words in the order of their list, as far as a page of them needs."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, select, text

from service.store.driving import DEFAULT_SORT, find_driver
from service.store.filters import TABLES, make_conditions
from service.store.numbering import ID_BITS, ORDERED_BY, place_of, rank_day, rank_mentions, shares_rank
from service.store.queries import Query
from service.store.tallies import read_tallies, read_tally
from service.store.terms import clean_terms, holds_words, match_expression
from service.store.writing import is_among

_LAST = (1 << 63) - 1
_FIRST_DATED = 1 << ID_BITS  # records without a day stand below, and come last in either direction
_LARGEST_STEP = 2000
_FEW = 500  # matches that PostgreSQL finds and sorts without a thought
_RESERVE = 4  # times as many records as a page should need are looked at a time

Range = tuple[int, int]


def is_found_in_order(db: Connection, query: Query) -> bool:
    """Tell whether the words of a query are what its list is best read by."""
    if not clean_terms(query.terms) or (query.sort or DEFAULT_SORT[query.collection]) != DEFAULT_SORT[query.collection]:
        return False
    numbered = db.dialect.name == "sqlite" or query.collection in {"articles", "claims"}
    return numbered and find_driver(db, query) is None


def find_rows(db: Connection, query: Query) -> Iterator[Any]:
    """Yield the rows (document, value, id) of a query in order from its position on."""
    collection, descending = query.collection, query.descending
    after = query.after
    for number, rows in groupby(_matches(db, query), lambda row: row[3] >> ID_BITS):
        if shares_rank(collection, number):
            ordered = sorted(rows, key=lambda row: (row[1], row[2]), reverse=descending)
            yield from (row for row in ordered if after is None or _follows((row[1], row[2]), after, descending))
        else:
            yield from rows


def _follows(one: tuple[Any, ...], other: tuple[Any, ...], descending: bool) -> bool:
    return one < other if descending else one > other


def _matches(db: Connection, query: Query) -> Iterator[Any]:
    """Yield the rows (document, value, id, number) in the order of their numbers."""
    for stretch in _stretches(db, query):
        search = _search_sqlite if db.dialect.name == "sqlite" else _search_postgresql
        yield from search(db, query, stretch)


def _stretches(db: Connection, query: Query) -> list[Range]:
    """Return the ranges of numbers to read one after the other: what has a day first."""
    dated = query.collection in {"articles", "claims"}
    whole = [(_FIRST_DATED, _LAST), (0, _FIRST_DATED - 1)] if dated else [(0, _LAST)]
    if query.after is None:
        return whole
    low, high = _beyond(db, query)
    begun = [(max(low, first), min(high, last)) for first, last in whole]
    if dated and not query.descending and query.after[0] is not None:
        begun[1] = whole[1]
    if dated and query.after[0] is None:
        return begun[1:]
    return [part for part in begun if part[0] <= part[1]]


def _beyond(db: Connection, query: Query) -> Range:
    """Return the numbers behind the position of a query; with those of its rank where the rank does not tell."""
    value, key = query.after or ("", "")
    rank = rank_day(value) if isinstance(value, str) or value is None else _rank(query.collection, int(value))
    if shares_rank(query.collection, rank):
        return (0, (rank + 1 << ID_BITS) - 1) if query.descending else (rank << ID_BITS, _LAST)
    table = TABLES[query.collection]
    found = db.execute(select(table.c[ORDERED_BY[query.collection]]).where(table.c.id == key)).scalar()
    number = place_of(rank, str(key)) if found is None else int(found)
    return (0, number - 1) if query.descending else (number + 1, _LAST)


def _rank(collection: str, value: int) -> int:
    return rank_mentions(value) if collection == "entities" else value


def _search_sqlite(db: Connection, query: Query, stretch: Range) -> Iterator[Any]:
    """Yield matching rows in order: the index of words gives their numbers in order, some at a time."""
    name = query.collection
    table = TABLES[name]
    key, value = table.c[ORDERED_BY[name]], table.c[DEFAULT_SORT[name]]
    rest = make_conditions(db, query.without_terms()).conditions
    order = "DESC" if query.descending else "ASC"
    asking = text(
        f"SELECT rowid FROM {name}_terms WHERE {name}_terms MATCH :terms AND rowid BETWEEN :low AND :high "  # noqa: S608
        f"ORDER BY rowid {order} LIMIT :step"
    )
    words = match_expression(clean_terms(query.terms))
    (low, high), step = stretch, query.limit + 1
    while True:
        asked = {"terms": words, "low": low, "high": high, "step": step}
        numbers = list(db.execute(asking, asked).scalars())
        found = select(_document(query), value, table.c.id, key).where(is_among(db, key, numbers), *rest)
        yield from sorted(db.execute(found), key=lambda row: row[3], reverse=query.descending)
        if len(numbers) < step:
            return
        low, high = _behind(query, (low, high), numbers[-1])
        step = min(2 * step, _LARGEST_STEP)


def _document(query: Query) -> ColumnElement[Any]:
    table = TABLES[query.collection]
    return table.c.whole if query.whole and "whole" in table.c else table.c.document


def _search_postgresql(db: Connection, query: Query, stretch: Range) -> Iterator[Any]:
    """Yield matching rows in order, window by window: each is as wide as a page should need, going by the planner."""
    name = query.collection
    table = TABLES[name]
    key, value = table.c[ORDERED_BY[name]], table.c[DEFAULT_SORT[name]]
    rest = make_conditions(db, query.without_terms()).conditions
    matching = select(_document(query), value, table.c.id, key).where(
        holds_words(table, clean_terms(query.terms)), *rest
    ).order_by(key.desc() if query.descending else key)  # fmt: skip
    for low, high in _windows(db, query, stretch):
        left: Range | None = (low, high)
        while left:
            rows = db.execute(matching.where(key.between(*left)).limit(query.limit + 1)).all()
            yield from rows
            left = _behind(query, left, int(rows[-1][3])) if len(rows) > query.limit else None


def _behind(query: Query, window: Range, number: int) -> Range:
    """Return what is left of a range behind a number."""
    return (window[0], number - 1) if query.descending else (number + 1, window[1])


def _windows(db: Connection, query: Query, stretch: Range) -> Iterator[Range]:
    """Yield ranges that make up a stretch, in order, each of whole days and twice as wide as the one before."""
    name = query.collection
    expected = _estimate(db, query)
    if expected <= _FEW or stretch[0] < _FIRST_DATED:
        yield stretch
        return
    want = _RESERVE * (query.limit + 1) * read_tally(db, name, "", [""]) / expected
    left, seen = stretch, 0
    days = read_tallies(db, name, "published_on")
    for day in sorted(filter(None, days), reverse=query.descending):
        seen += days[day]
        edge = rank_day(day) << ID_BITS
        if not left[0] <= edge <= left[1]:
            continue
        if seen >= want:
            seen, want = 0, 2 * want
            yield (edge, left[1]) if query.descending else (left[0], edge - 1)
            left = (left[0], edge - 1) if query.descending else (edge, left[1])
    yield left


def _estimate(db: Connection, query: Query) -> int:
    """Return how many records PostgreSQL's planner believes to hold the words of a query."""
    table = TABLES[query.collection]
    asking = text(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {table.name} WHERE terms @> CAST(:words AS text[])")  # noqa: S608
    plan = db.execute(asking, {"words": list(clean_terms(query.terms))}).scalar_one()
    return int(plan[0]["Plan"]["Plan Rows"])


def select_holding(db: Connection, query: Query) -> Select[Any]:
    """Return the query for the numbers of the records that hold the words of a query."""
    table = TABLES[query.collection]
    terms = clean_terms(query.terms)
    if db.dialect.name == "postgresql":
        return select(table.c[ORDERED_BY[query.collection]].label("number")).where(holds_words(table, terms))
    index = f"{query.collection}_terms"
    matching = text(f"{index} MATCH :terms").bindparams(terms=match_expression(terms))
    return select(column("rowid").label("number")).select_from(text(index)).where(matching)
