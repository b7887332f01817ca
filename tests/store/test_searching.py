"""Words are found in the order of their lists, whichever way: some at a time, in windows of days, over shared ranks."""

from datetime import date

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from service.store import counting, searching
from service.store import tables as t
from service.store.engine import reading
from service.store.filters import Matching
from service.store.lags import bounds_of, lag_of, move_day
from service.store.numbering import find_places, place_of, rank_day, rank_mentions, shares_rank
from service.store.queries import Collection, Filter, Query
from service.store.reading import Reader

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


def walked(reader: Reader, query: Query) -> list[str]:
    """Return the ids of a query's records, walked two at a time."""
    found: list[str] = []
    after = None
    while True:
        answer = reader.list_documents(query.starting(after, 2))
        found += (orjson.loads(document)["id"] for document in answer.documents)
        after = answer.after
        if after is None:
            return found


@pytest.mark.parametrize("collection", ["articles", "claims", "groups", "entities"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_words_are_found_in_the_order_of_the_list(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, collection: Collection, descending: bool, narrow: bool
) -> None:
    if narrow:
        monkeypatch.setattr(searching, "_FEW", 0)
        monkeypatch.setattr(searching, "_MANY", 0)
        monkeypatch.setattr(searching, "_RESERVE", 0.01)
        monkeypatch.setattr(searching, "_DAYS_A_STEP", 2)
    word = "قلال" if collection == "entities" else "سفن"
    everything = walked(reader, Query(collection, descending=descending))
    holding = set(walked(reader, Query(collection, terms=(word,), descending=descending)))
    assert walked(reader, Query(collection, terms=(word,), descending=descending)) == [
        key for key in everything if key in holding
    ]
    assert holding


def test_words_and_filters_keep_what_both_keep(reader: Reader) -> None:
    holding = set(walked(reader, Query("claims", terms=("سفن",))))
    for item in (Filter("published_from", ("2023-03-02",)), Filter("mode", ("indirect",)), Filter("anonymous", (0,))):
        kept = set(walked(reader, Query("claims", (item,))))
        both = Query("claims", (item,), ("سفن",), descending=True)
        assert set(walked(reader, both)) == holding & kept
        assert reader.list_documents(both).total == len(holding & kept)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("collection", ["articles", "claims"])
@pytest.mark.parametrize("names", [("published_from",), ("published_to",), ("published_from", "published_to")])
def test_bounds_on_days_bound_where_words_are_looked_for(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, collection: Collection, descending: bool, names: tuple[str, ...]
) -> None:
    query = Query(collection, tuple(Filter(name, ("2023-03-02",)) for name in names), ("سفن",), descending=descending)
    wanted = walked(reader, query)
    monkeypatch.setattr(searching, "make_conditions", lambda *_given: Matching((), few=False))
    assert walked(reader, query) == wanted
    assert wanted


def test_bounds_beyond_all_numbers_find_nothing(reader: Reader) -> None:
    for name, found in (("published_from", False), ("published_to", True)):
        query = Query("claims", (Filter(name, ("9999-12-31",)),), ("سفن",))
        assert bool(walked(reader, query)) == bool(reader.list_documents(query).total) == found


@pytest.mark.parametrize("descending", [False, True])
def test_days_of_saying_are_looked_for_by_how_long_before_publication(reader: Reader, descending: bool) -> None:
    claims = [orjson.loads(document) for document in reader.walk(Query("claims"))]
    for first, last in (("2023-03-01", "2023-03-03"), ("2023-03-02", "2023-03-02"), ("2030-01-01", "2031-01-01")):
        query = Query("claims", (Filter("said_from", (first,)), Filter("said_to", (last,))), descending=descending)
        wanted = [c["id"] for c in claims if c["said_on"] and first <= (c["said_on"]["day"] or "") <= last]
        assert sorted(walked(reader, query)) == sorted(wanted)
        assert reader.list_documents(query).total == len(wanted)


@given(DAYS, DAYS, DAYS)
def test_a_lag_bounds_the_day_of_publication(published: date, said: date, asked: date) -> None:
    lag = lag_of(published, said)
    assert lag is not None
    least, most = bounds_of(lag)
    if said <= asked and most is not None:
        assert published.isoformat() <= move_day(asked.isoformat(), most)
    if said >= asked and least is not None:
        assert published.isoformat() >= move_day(asked.isoformat(), least)
    assert lag_of(None, said) is not None
    assert lag_of(published, None) is None
    assert lag == (published - said).days or not 0 <= (published - said).days < 16


def test_no_day_is_moved_beyond_the_calendar() -> None:
    assert move_day("2024-01-01", -(10**6)) == "0001-01-01"
    assert move_day("9999-12-01", 10**6) == "9999-12-31"
    assert move_day("2024-03-01", -1) == "2024-02-29"


IDS = st.integers(0, 2**64 - 1).map(lambda n: f"c{n:016x}")


@given(DAYS, IDS, DAYS, IDS)
def test_numbers_are_in_the_order_of_days_and_ids(day: date, key: str, other: date, other_key: str) -> None:
    one, two = (place_of(rank_day(d.isoformat()), k) for d, k in ((day, key), (other, other_key)))
    if one != two:
        assert (one < two) == ((day, key) < (other, other_key))
    assert place_of(rank_day(None), key) < one < 1 << 63


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_more_mentions_rank_no_lower(one: int, two: int) -> None:
    assert (rank_mentions(one) <= rank_mentions(two)) == (one <= two) or rank_mentions(one) == rank_mentions(two)
    if one < two and not shares_rank("entities", rank_mentions(two)):
        assert rank_mentions(one) < rank_mentions(two)
    assert place_of(rank_mentions(one), "e" + "f" * 16) < 1 << 63


def test_a_number_that_is_taken_gives_way_to_the_next(filled: Engine) -> None:
    with reading(filled) as db:
        taken = db.execute(select(t.claims.c.number).order_by(t.claims.c.number)).scalars().first()
        places = find_places(db, t.claims.c.number, {"c2": taken, "c1": taken})
    assert places == {"c1": taken + 1, "c2": taken + 2}


def test_a_total_is_counted_as_far_as_a_bound(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    both = Query("claims", (Filter("mode", ("indirect",)), Filter("anonymous", (0,))))
    assert reader.list_documents(both).exact
    everything = reader.list_documents(both).total
    monkeypatch.setattr(counting, "_MOST", 3)
    found = reader.list_documents(both)
    assert not found.exact
    assert found.total <= 4 < everything
    assert reader.list_documents(Query("claims", (Filter("mode", ("indirect",)),))).exact
    searched = reader.list_documents(Query("claims", terms=("سفن",)))
    assert (searched.total, searched.exact) == (3, False)
