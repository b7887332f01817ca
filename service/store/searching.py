"""Finds the records that hold words in the order of their list, as far as a page of them needs."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from math import isqrt
from typing import Any

from sqlalchemy import Connection, Select, TextClause, column, func, select, text

from service.store.columns import NUMBER
from service.store.driving import find_driver
from service.store.filters import TABLES, make_conditions
from service.store.numbering import ID_BITS, ORDERED_BY, place_of, rank_day, rank_mentions, shares_rank
from service.store.queries import Filter, Query
from service.store.sizes import DEFAULT_SORT, SAID, keeps_few, keeps_many, read_size
from service.store.steering import looked_at
from service.store.tables import tallies
from service.store.tallies import read_tally
from service.store.terms import clean_terms, holds_words, match_expression
from service.store.writing import is_among

DATED = ("articles", "claims")
_LAST = (1 << 63) - 1
_BOUNDS = ("published_from", "published_to")
_FIRST_DATED = 1 << ID_BITS  # records without a day stand below, and come last in either direction
_LARGEST_STEP = 2000
_FEW = 2000  # matches that PostgreSQL finds and sorts without a thought
_MANY = 10_000  # matches that PostgreSQL finds in a hundredth of a second, sooner than by days
_COUNTED = 10_000  # matches that SQLite counts in half a millisecond
_RESERVE = 4  # times as many records as a page should need are looked at a time

_SELDOM, _DEARER = 20, 5  # a match costs as much in the index of words as so many records in that of days
_WIDER = 3  # times as wide is a window as one that did not hold enough
_DAYS_A_STEP = 100

Range = tuple[int, int]
_ALL: Range = (0, _LAST)


def is_found_in_order(db: Connection, query: Query) -> bool:
    """Tell whether the words of a query are what its list is best read by."""
    if not clean_terms(query.terms) or (query.sort or DEFAULT_SORT[query.collection]) != DEFAULT_SORT[query.collection]:
        return False
    driver = find_driver(db, query)
    if db.dialect.name == "sqlite":
        return not keeps_few(query) and (driver is None or _words_lead(db, query, driver))
    if driver is not None and driver.name not in SAID:
        return False
    if query.collection in DATED:
        return True
    return estimate_holding(db, query) <= isqrt(20 * read_tally(db, query.collection, "", [""])) + _FEW


def _words_lead(db: Connection, query: Query, driver: Filter) -> bool:
    """Tell whether a page is found sooner among the records that hold words than among those that a filter keeps."""
    if keeps_many(db, query, driver):
        return True
    most = min(read_size(db, query, driver) or 0, _COUNTED)
    some = select_holding(db, query).limit(most).subquery()
    return int(db.execute(select(func.count()).select_from(some)).scalar_one()) < most


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
    table = TABLES[query.collection]
    key, value = table.c[ORDERED_BY[query.collection]], table.c[DEFAULT_SORT[query.collection]]
    document = table.c.whole if query.whole and "whole" in table.c else table.c.document
    rest = looked_at(db, make_conditions(db, query.without_terms()).conditions, table)
    for numbers in _numbers(db, query):
        found = select(document, value, table.c.id, key).where(is_among(db, key, numbers), *rest)
        yield from sorted(db.execute(found), key=lambda row: row[3], reverse=query.descending)


def _numbers(db: Connection, query: Query) -> Iterator[list[int]]:
    """Yield the numbers of the records that hold the words, in order, more of them at a time the longer it takes."""
    asking, words = _asking(db, query)
    step = query.limit + 1
    for stretch in _stretches(db, query):
        for window in [stretch] if db.dialect.name == "sqlite" else _windows(db, query, stretch):
            left: Range | None = window
            while left:
                given = {"words": words, "low": left[0], "high": left[1], "step": step}
                numbers = list(db.execute(asking, given).scalars())
                if numbers:
                    yield numbers
                left = _behind(query, left, numbers[-1]) if len(numbers) == step else None
                step = min(2 * step, _LARGEST_STEP)


def _behind(query: Query, window: Range, number: int) -> Range:
    """Return what is left of a range behind a number."""
    return (window[0], number - 1) if query.descending else (number + 1, window[1])


def _asking(db: Connection, query: Query) -> tuple[TextClause, str | list[str]]:
    """Return the statement for the numbers of a range that hold words, and the words as it takes them."""
    name, key, terms = query.collection, ORDERED_BY[query.collection], clean_terms(query.terms)
    order = "DESC" if query.descending else "ASC"
    if db.dialect.name == "sqlite":
        holding = f"SELECT rowid AS number FROM {name}_terms WHERE {name}_terms MATCH :words AND rowid"  # noqa: S608
        return text(f"{holding} BETWEEN :low AND :high ORDER BY rowid {order} LIMIT :step"), match_expression(terms)
    found = f"SELECT {key} AS number FROM {name} WHERE terms @> CAST(:words AS text[])"  # noqa: S608
    return text(
        f"WITH found AS MATERIALIZED ({found} AND {key} BETWEEN :low AND :high) "  # noqa: S608
        f"SELECT number FROM found ORDER BY number {order} LIMIT :step"
    ), list(terms)


def _span_of_days(query: Query) -> Range:
    """Return the numbers that records may have by the bounds that filters put on their day."""
    low, high = _ALL
    for item in query.filters if query.collection in DATED else ():
        if item.name in _BOUNDS and not item.negated:
            first = min(rank_day(str(item.values[0])) << ID_BITS, _LAST)
            low = max(low, first if item.name == "published_from" else _FIRST_DATED)
            high = min(high, first | (1 << ID_BITS) - 1) if item.name == "published_to" else high
    return low, high


def _stretches(db: Connection, query: Query) -> list[Range]:
    """Return the ranges of numbers to read one after the other: what has a day first."""
    low, high = _span_of_days(query)
    clipped = [(max(low, first), min(high, last)) for first, last in _stretches_behind(db, query)]
    return [stretch for stretch in clipped if stretch[0] <= stretch[1]]


def _stretches_behind(db: Connection, query: Query) -> list[Range]:
    """Return the ranges of numbers that lie behind the position of a query, whatever its filters keep."""
    dated = query.collection in DATED
    whole = [(_FIRST_DATED, _LAST), (0, _FIRST_DATED - 1)] if dated else [_ALL]
    if query.after is None:
        return whole
    low, high = _beyond(db, query)
    begun = [(max(low, first), min(high, last)) for first, last in whole]
    if dated and not query.descending and query.after[0] is not None:
        begun[1] = whole[1]
    return begun[1:] if dated and query.after[0] is None else begun


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


def _windows(db: Connection, query: Query, stretch: Range) -> Iterator[Range]:
    """Yield ranges that make up a stretch, in order, each of whole days and wider than the one before."""
    name = query.collection
    expected = estimate_holding(db, query)
    if stretch[0] < _FIRST_DATED or name not in DATED or expected <= _MANY:
        yield stretch
        return
    total = read_tally(db, name, "", [""])
    want = _RESERVE * (query.limit + 1) * total / expected
    if expected < total / _SELDOM:  # the index of words is read to its end, however few days are wanted
        want = max(want, expected / _DEARER)
    left, seen = stretch, 0
    for day, count in _days(db, query, stretch):
        seen += count
        edge = rank_day(day) << ID_BITS
        if seen >= want and left[0] <= edge <= left[1]:
            seen, want = 0, _WIDER * want
            yield (edge, left[1]) if query.descending else (left[0], edge - 1)
            left = (left[0], edge - 1) if query.descending else (edge, left[1])
    yield left


def _days(db: Connection, query: Query, stretch: Range) -> Iterator[tuple[str, int]]:
    """Yield the days of a stretch in order, with how many records each has."""
    c = tallies.c
    low, high = (date.fromordinal(max(1, min(number >> ID_BITS, date.max.toordinal()))) for number in stretch)
    order = c.value.desc() if query.descending else c.value
    asking = select(c.value, c.count).where(c.collection == query.collection, c.name == "published_on").order_by(order)
    while True:
        spanned = asking.where(c.value >= low.isoformat(), c.value <= high.isoformat())
        rows = db.execute(spanned.limit(_DAYS_A_STEP)).all()
        yield from ((row[0], row[1]) for row in rows)
        if len(rows) < _DAYS_A_STEP:
            return
        last = date.fromisoformat(rows[-1][0]) + timedelta(days=-1 if query.descending else 1)
        low, high = (low, last) if query.descending else (last, high)


def estimate_holding(db: Connection, query: Query) -> int:
    """Return how many records PostgreSQL's planner believes to hold the words of a query."""
    table = TABLES[query.collection]
    asking = text(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {table.name} WHERE terms @> CAST(:words AS text[])")  # noqa: S608
    plan = db.execute(asking, {"words": list(clean_terms(query.terms))}).scalar_one()
    return int(plan[0]["Plan"]["Plan Rows"])


def select_holding(db: Connection, query: Query) -> Select[Any]:
    """Return the query for the numbers of the records that hold the words of a query; on SQLite, of its days alone."""
    table = TABLES[query.collection]
    terms = clean_terms(query.terms)
    if db.dialect.name == "postgresql":
        return select(table.c[ORDERED_BY[query.collection]].label("number")).where(holds_words(table, terms))
    index = f"{query.collection}_terms"
    matching = text(f"{index} MATCH :terms").bindparams(terms=match_expression(terms))
    number = column("rowid", NUMBER)
    found = select(number.label("number")).select_from(text(index)).where(matching)
    span = _span_of_days(query)
    return found if span == _ALL else found.where(number.between(*span))
