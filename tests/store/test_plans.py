"""No list reads a whole table or sorts all that matches: an index keeps the order, or few records are sorted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, select, text

from service.ingest.batches import write_batch
from service.lexicon.loading import load_lexicon
from service.store import filters, searching, sizes
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.counting import count_records
from service.store.engine import open_engine, reading, writing
from service.store.listing import list_page
from service.store.queries import Filter, Query
from tests.store.conftest import invented_pages

_SORTS = {
    "articles": ("published_on", "title"), "claims": ("published_on", "said_on", "confidence"),
    "entities": ("mentions", "name", "first_seen"), "groups": ("outlets", "origins", "first_seen"),
}  # fmt: skip
_AFTER: dict[str, tuple[Any, str]] = {
    "published_on": ("2024-01-02", "x"), "said_on": ("2024-01-02", "x"), "title": ("م", "x"), "confidence": (0.5, "x"),
    "mentions": (2, "x"), "name": ("م", "x"),
    "first_seen": ("2024-01-02", "x"), "outlets": (1, "x"), "origins": (1, "x"),
}  # fmt: skip
_ORDERED = [
    Query(collection, sort=sort, descending=descending, after=_AFTER[sort] if deep else None)  # type: ignore[arg-type]
    for collection, sorts in _SORTS.items() for sort in sorts for descending in (False, True) for deep in (False, True)
]  # fmt: skip
# By collection and sort: the filters under which an index keeps the order.
_FILTERED = [
    *(("articles", "published_on", name) for name in ("outlet", "agency", "entity", "published_from", "published_to")),
    *(("claims", "published_on", name) for name in (
        "outlet", "mode", "stance", "anonymous", "group", "speaker", "via", "about", "entity", "published_from",
        "published_to", "said_from", "said_to", "figure_min", "figure_max", "figure_of")),
    *(("entities", "mentions", name) for name in ("type", "country")),
    *(("groups", "outlets", name) for name in ("outlets_min", "origins_min", "conflicting", "speaker")),
]  # fmt: skip
_LARGE = ("SET LOCAL enable_seqscan = off", "SET LOCAL enable_bitmapscan = off", "SET LOCAL enable_sort = off")
_SINGLE = {"anonymous", "conflicting", "outlets_min", "origins_min"}  # filters that take one value


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return a corpus in a SQLite file."""
    yield from _made(f"sqlite:///{tmp_path_factory.mktemp('plans')}/isnad.sqlite")


@pytest.fixture(scope="module")
def postgres(make_postgres_url: Callable[[], str]) -> Iterator[Engine]:
    """Return a corpus in PostgreSQL."""
    yield from _made(make_postgres_url())


def _made(url: str) -> Iterator[Engine]:
    made = open_engine(url)
    create_corpus(made)
    write_batch(made, invented_pages(), load_lexicon())
    yield made
    made.dispose()


def _plans(engine: Engine, query: Query, *settings: str, ask: Any = list_page, said: str = "document") -> list[str]:
    """Return the plans of the statements by which a page of a list is read, of those that hold a word."""
    with reading(engine) as db:
        for setting in settings:
            db.execute(text(setting))
        with _heard(db) as heard:
            ask(db, query)
        explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
        return ["\n".join(str(row[-1]) for row in db.exec_driver_sql(f"{explain} {statement}", given))
                for statement, given in heard if said in statement]  # fmt: skip


@contextmanager
def _heard(db: Connection) -> Iterator[list[tuple[str, Any]]]:
    """Give the statements that come to the database meanwhile: SQLite tells them itself, its own behind dashes."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        heard.append((statement, given))

    if db.dialect.name == "sqlite":
        driver: Any = db.connection.driver_connection
        driver.set_trace_callback(lambda statement: statement.startswith("--") or heard.append((statement, ())))
        yield heard
        driver.set_trace_callback(None)
    else:
        event.listen(db.engine, "before_cursor_execute", hear)
        yield heard
        event.remove(db.engine, "before_cursor_execute", hear)


def _value(engine: Engine, name: str) -> Any:
    given: dict[str, Any] = {
        "mode": "direct", "stance": "assertion", "type": "person", "country": "EG", "anonymous": 0, "conflicting": 0,
        "outlets_min": 1, "origins_min": 1, "figure_min": 1.0, "figure_max": 9e9, "figure_of": "عامل",
    }  # fmt: skip
    if name in given:
        return given[name]
    if name.endswith(("_from", "_to")):
        return "2023-03-02"
    c = t.claims.c.group_id if name == "group" else t.name_forms.c.entity_id
    with reading(engine) as db:
        return db.execute(select(c).limit(1)).scalar_one()


def _asked(engine: Engine, collection: Any, sort: str, name: str, values: int) -> Query:
    given = (_value(engine, name), "another")[: 1 if name in _SINGLE or "_" in name else values]
    return Query(collection, (Filter(name, given),), sort=sort, descending=True)


@pytest.mark.parametrize("query", _ORDERED, ids=lambda q: f"{q.collection}-{q.sort}-{q.descending}-{bool(q.after)}")
def test_an_index_keeps_the_order_on_sqlite(engine: Engine, query: Query) -> None:
    plans = _plans(engine, query)
    assert plans
    for plan in plans:
        assert "TEMP B-TREE" not in plan
        assert f"SCAN {query.collection}" not in plan.replace(f"SCAN {query.collection} USING INDEX", "")


@pytest.mark.parametrize("query", _ORDERED, ids=lambda q: f"{q.collection}-{q.sort}-{q.descending}-{bool(q.after)}")
def test_an_index_keeps_the_order_on_postgresql(postgres: Engine, query: Query) -> None:
    for plan in _plans(postgres, query, *_LARGE):
        assert "Seq Scan" not in plan
        assert "Sort" not in plan


@pytest.mark.parametrize(("collection", "sort", "name"), _FILTERED)
@pytest.mark.parametrize("values", [1, 2])
def test_a_filter_s_own_index_keeps_the_order_on_sqlite(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, collection: Any, sort: str, name: str, values: int
) -> None:
    monkeypatch.setattr(filters, "_FEW", 1)
    plans = _plans(engine, _asked(engine, collection, sort, name, values))
    assert plans
    for plan in plans:  # those without a day are on no side of one: nothing is left to sort
        assert "TEMP B-TREE" not in plan.replace("published_on<?)\nUSE TEMP B-TREE FOR RIGHT PART OF ORDER BY", "")
        by_day = plan.replace("SCAN claim_figures USING COVERING INDEX claim_figures_by_day", "")
        assert "SCAN" not in by_day.replace("SCAN places", "")  # the page itself


@pytest.mark.parametrize(("collection", "sort", "name"), _FILTERED)
@pytest.mark.parametrize("values", [1, 2])
def test_a_filter_s_own_index_keeps_the_order_on_postgresql(
    postgres: Engine, monkeypatch: pytest.MonkeyPatch, collection: Any, sort: str, name: str, values: int
) -> None:
    monkeypatch.setattr(filters, "_FEW", 1)
    plans = _plans(postgres, _asked(postgres, collection, sort, name, values), *_LARGE)
    assert plans
    for plan in plans:
        assert "Seq Scan" not in plan
        assert "Sort" not in plan


def test_a_flag_s_index_is_walked_where_nearly_all_have_one_outlet(make_postgres_url: Callable[[], str]) -> None:
    """Else a page that few conflicting groups are left for walks all others: seconds among millions."""
    for engine in _made(make_postgres_url()):
        with writing(engine) as db:
            copied = "number + 1000 * n, place + n, id || n, claims, 1, 1, first_seen, n % 500 = 0, terms, document"
            db.execute(text(f"INSERT INTO groups SELECT {copied} FROM groups, generate_series(1, 500) n"))
            db.execute(text("ANALYZE groups"))
        query = Query("groups", (Filter("conflicting", (True,)),), sort="outlets", descending=True, after=(1, "gx"))
        behind, *_without = _plans(engine, query)
        assert "groups_by_conflicting" in behind


@pytest.mark.parametrize("descending", [False, True])
def test_what_lies_behind_a_position_as_a_whole_is_read_from_its_own_bound(engine: Engine, descending: bool) -> None:
    item = Filter("said_to", ("2023-03-02",)) if descending else Filter("said_from", ("2023-03-04",))
    after = ("2023-03-04", "c") if descending else ("2023-03-02", "c")
    query = Query("claims", (item,), sort="published_on", descending=descending, after=after)
    said_later, said_that_day, *others = _plans(engine, query)
    assert "(published_on,id)" not in said_that_day
    assert any("(published_on,id)" in plan for plan in (said_later, *others))


def test_days_of_saying_stand_in_the_index_of_lags(engine: Engine) -> None:
    filters = (Filter("said_from", ("2023-03-01",)), Filter("said_to", ("2023-03-02",)))
    *_tallies, plan = _plans(engine, Query("claims", filters), ask=count_records, said="SELECT")
    assert "COVERING INDEX claims_by_lag" in plan
    assert "USING INDEX" not in plan


@pytest.mark.parametrize("name", ["speaker", "via", "about", "entity", "figure_of"])
def test_totals_that_are_kept_are_read_by_their_key(engine: Engine, name: str) -> None:
    (plan,) = _plans(engine, _asked(engine, "claims", "", name, 1), ask=count_records, said="SELECT")
    assert plan.startswith("SEARCH")


@pytest.mark.parametrize("name", ["figure_min", "figure_max"])
def test_figures_are_counted_within_their_index(engine: Engine, name: str) -> None:
    rows, *_records = _plans(engine, _asked(engine, "claims", "", name, 1), ask=count_records, said="SELECT")
    assert "SEARCH claim_figures USING COVERING INDEX" in rows


def test_a_claim_of_many_figures_takes_no_more_of_a_page(tmp_path: Path) -> None:
    (engine,) = _made(f"sqlite:///{tmp_path}/figures.sqlite")
    query = replace(_asked(engine, "claims", "published_on", "figure_of", 1), limit=1)
    before = _plans(engine, query)
    with writing(engine) as db:
        db.execute(text("INSERT INTO claim_figures SELECT claim_id, idx + 100 * n, value, noun, published_on "
                        "FROM claim_figures, (SELECT row_number() OVER () AS n FROM claims)"))  # fmt: skip
    assert len(_plans(engine, query)) == len(before)


def _both(engine: Engine, *names: str, terms: tuple[str, ...] = ()) -> Query:
    given = tuple(Filter(name, (_value(engine, name),)) for name in names)
    return Query("claims", given, terms, sort="published_on", descending=True)


def test_an_article_s_claims_are_found_first(engine: Engine) -> None:
    with reading(engine) as db:
        article = Filter("article", (db.execute(select(t.claims.c.article_id)).scalars().first(),))
    for other in ("said_to", "figure_min", "entity"):
        for plan in _plans(engine, replace(_both(engine, other), filters=(article, *_both(engine, other).filters))):
            assert "claims_by_article" in plan
    for plan in _plans(engine, Query("claims", (article,), ("سفن",), sort="published_on")):
        assert "claims_by_article" in plan


def test_a_filter_that_keeps_fewer_than_days_of_saying_leads(engine: Engine) -> None:
    for stance, day, index in (("denial", "2030-01-01", "stance"), ("assertion", "1990-01-01", "lag")):
        query = Query("claims", (Filter("stance", (stance,)), Filter("said_to", (day,))), sort="published_on")
        assert all(f"claims_by_{index}" in plan for plan in _plans(engine, query))


def test_days_bound_the_figures_that_are_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "_FEW", 1)
    dated, *_undated = _plans(engine, _both(engine, "figure_min", "published_to"))
    assert "claim_figures_by_day (published_on>? AND published_on<?)" in dated


def test_words_lead_unless_a_filter_keeps_fewer(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    query = _both(engine, "entity", terms=("سفن",))
    assert any("_terms VIRTUAL TABLE" in plan for plan in _plans(engine, query, said="BETWEEN"))
    monkeypatch.setattr(sizes, "_OFTEN", 0)
    monkeypatch.setattr(searching, "_COUNTED", 1)
    assert not _plans(engine, query, said="BETWEEN")
    for plan in _plans(engine, query):  # one look-up of a row, not one for each number that holds the words
        assert "rowid=?" not in plan


def test_another_order_is_walked_where_many_are_kept(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query("claims", (Filter("stance", ("assertion",)),), sort="confidence")
    assert all("claims_by_confidence" in plan for plan in _plans(engine, query))
    monkeypatch.setattr(sizes, "read_size", lambda *_given: 2)
    assert all("claims_by_stance" in plan for plan in _plans(engine, query))


def test_what_does_not_lead_is_only_looked_at(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "_FEW", 1)
    for plan in _plans(engine, _both(engine, "stance", "figure_of")):
        assert "SEARCH claim_figures USING INDEX sqlite_autoindex_claim_figures_1 (claim_id=?)" in plan
    for plan in _plans(engine, _both(engine, "stance", terms=("سفن",))):
        assert "SEARCH claims USING INTEGER PRIMARY KEY" in plan


def test_few_figures_are_found_first(engine: Engine) -> None:
    for plan in _plans(engine, Query("claims", (Filter("figure_min", (1.0,)),), sort="published_on")):
        assert "claims_by_day" not in plan
        assert "SCAN claims" not in plan


@pytest.mark.parametrize("collection", ["articles", "claims", "entities", "groups"])
def test_words_are_read_in_order_from_their_index_on_sqlite(engine: Engine, collection: Any) -> None:
    """FTS5 keeps the order of its numbers by itself; a plan that sorted would name a tree."""
    numbers, *_rows = _plans(engine, Query(collection, terms=("قال",), descending=True), said="_terms")
    assert "VIRTUAL TABLE INDEX" in numbers
    assert "TEMP B-TREE" not in numbers


@pytest.mark.parametrize("collection", ["entities", "groups"])
def test_a_list_walked_for_common_words_is_read_in_its_order_on_postgresql(
    postgres: Engine, monkeypatch: pytest.MonkeyPatch, collection: Any
) -> None:
    monkeypatch.setattr(searching, "_FEW", -1_000_000)  # no word is rare
    sort = {"entities": "mentions", "groups": "outlets"}[collection]
    query = Query(collection, sort=sort, descending=True, terms=("سفن",), after=(1, "x"))
    for plan in _plans(postgres, query, "SET LOCAL enable_seqscan = off"):
        assert f"{collection}_by_{sort}" in plan
        assert f"{collection}_by_terms" not in plan


@pytest.mark.parametrize("collection", ["articles", "claims", "entities", "groups"])
def test_words_are_read_from_an_index_on_postgresql(postgres: Engine, collection: Any) -> None:
    query = Query(collection, terms=("قال",), descending=True)
    (numbers,) = _plans(postgres, query, "SET LOCAL enable_indexscan = off", said="MATERIALIZED")[:1]
    assert "Bitmap Index Scan" in numbers
    assert "Seq Scan" not in numbers


@pytest.mark.parametrize(("collection", "sort", "name"), _FILTERED)
def test_no_total_scans_a_table(engine: Engine, postgres: Engine, collection: Any, sort: str, name: str) -> None:
    for database, scan in ((engine, f"SCAN {collection}"), (postgres, f"Seq Scan on {collection}")):
        query = _asked(database, collection, sort, name, 1)
        for plan in _plans(
            database, query, *(_LARGE if database is postgres else ()), ask=count_records, said="SELECT"
        ):
            assert scan not in plan
