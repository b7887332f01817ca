"""No list reads a whole table or sorts all that matches: an index keeps the order, or few records are sorted."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text

from service.ingest.batches import write_batch
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine, reading
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
_FILTERED = [
    ("articles", "outlet"), ("articles", "agency"), ("articles", "entity"), ("claims", "outlet"), ("claims", "mode"),
    ("claims", "stance"), ("claims", "group"), ("claims", "speaker"), ("claims", "via"), ("claims", "about"),
    ("claims", "entity"),
]  # fmt: skip


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


def _plans(engine: Engine, query: Query, *settings: str) -> list[str]:
    """Return the plans of the statements by which a page of a list is read."""
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    said: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        said.append((statement, given))

    with reading(engine) as db:
        for setting in settings:
            db.execute(text(setting))
        event.listen(engine, "before_cursor_execute", hear)
        list_page(db, query)
        event.remove(engine, "before_cursor_execute", hear)
        read = [(statement, given) for statement, given in said if "document" in statement]
        return ["\n".join(str(row[-1]) for row in db.exec_driver_sql(f"{explain} {statement}", given))
                for statement, given in read]  # fmt: skip


def _value(engine: Engine, collection: str, name: str) -> str:
    if name in {"mode", "stance"}:
        return {"mode": "direct", "stance": "assertion"}[name]
    c = t.claims.c.group_id if name == "group" else t.name_forms.c.entity_id
    with reading(engine) as db:
        return str(db.execute(select(c).limit(1)).scalar_one())


@pytest.mark.parametrize("query", _ORDERED, ids=lambda q: f"{q.collection}-{q.sort}-{q.descending}-{bool(q.after)}")
def test_an_index_keeps_the_order_on_sqlite(engine: Engine, query: Query) -> None:
    for plan in _plans(engine, query):
        assert "TEMP B-TREE" not in plan
        assert f"SCAN {query.collection}" not in plan.replace(f"SCAN {query.collection} USING INDEX", "")


@pytest.mark.parametrize("query", _ORDERED, ids=lambda q: f"{q.collection}-{q.sort}-{q.descending}-{bool(q.after)}")
def test_an_index_keeps_the_order_on_postgresql(postgres: Engine, query: Query) -> None:
    for plan in _plans(postgres, query, "SET LOCAL enable_seqscan = off", "SET LOCAL enable_bitmapscan = off"):
        assert "Seq Scan" not in plan
        assert "Sort" not in plan


@pytest.mark.parametrize(("collection", "name"), _FILTERED)
@pytest.mark.parametrize("values", [1, 2])
def test_a_filter_s_own_index_keeps_the_order(engine: Engine, collection: Any, name: str, values: int) -> None:
    given = (_value(engine, collection, name), "another")[:values]
    plans = _plans(engine, Query(collection, (Filter(name, given),), sort="published_on", descending=True))
    assert plans
    for plan in plans:
        assert "TEMP B-TREE" not in plan
        assert "SCAN" not in plan


@pytest.mark.parametrize(("name", "value"), [("figure_min", 1.0), ("said_from", "2024-01-01"), ("q", "قال")])
def test_what_few_records_meet_is_found_first(engine: Engine, name: str, value: Any) -> None:
    query = Query("claims", sort="published_on", terms=("قال",)) if name == "q" else Query(
        "claims", (Filter(name, (value,)),), sort="published_on")  # fmt: skip
    for plan in _plans(engine, query):
        assert "claims_by_day" not in plan
        assert "SCAN claims" not in plan.replace("SCAN claims_terms VIRTUAL", "")
