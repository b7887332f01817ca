"""The corpus is the same whatever the order of its pages and however they are parted into batches."""

from collections.abc import Iterator
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.engine import reading
from tests.emptied import emptied_corpus
from tests.ingest.readings import ALL_NAMES, OUTLETS, WORDINGS, make_prepared

_NAMES = st.integers(0, len(ALL_NAMES) - 1)
_SAID = st.tuples(_NAMES, st.integers(0, len(WORDINGS) - 1))
PAGES = st.lists(
    st.builds(
        lambda outlet, day, named, said: (outlet, day, named, said),
        st.integers(0, len(OUTLETS) - 1),
        st.none() | st.integers(1, 9),
        st.lists(_NAMES, max_size=4),
        st.lists(_SAID, max_size=3),
    ),
    min_size=2,
    max_size=8,
)
# What is not a function of the set of pages: row numbers, instants, the corpus version, former ids.
_FREE = {"number", "ingested_at", "version", "changed_at"}
_HISTORY = {"redirects"}


@given(pages=PAGES, data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_order_and_batches_do_not_matter(pages: list[Any], data: st.DataObject) -> None:
    prepared = [make_prepared(number, *page) for number, page in enumerate(pages)]
    at_once, piecemeal = ingest([prepared]), ingest(shuffle_pages(prepared, data))
    for name in at_once:
        assert piecemeal[name] == at_once[name], name


@given(pages=PAGES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_pages_taken_in_twice_are_taken_in_once(pages: list[Any]) -> None:
    prepared = [make_prepared(number, *page) for number, page in enumerate(pages)]
    assert ingest([prepared, prepared[::-1]]) == ingest([prepared])


def shuffle_pages(prepared: list[Prepared], data: st.DataObject) -> list[list[Prepared]]:
    """Return pages in a drawn order, parted into drawn batches."""
    shuffled = data.draw(st.permutations(prepared))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(prepared) - 1))))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]


def ingest(batches: list[list[Prepared]]) -> dict[str, list[Any]]:
    """Return what a corpus holds that was given these batches."""
    engine = emptied_corpus()
    for batch in batches:
        write_batch(engine, batch, load_lexicon())
    return dump_corpus(engine)


def dump_corpus(engine: Engine) -> dict[str, list[Any]]:
    """Return every table's rows in a fixed order, without what depends on when they were written."""
    with reading(engine) as db:
        return {
            table.name: sorted(map(repr, (_plain(row._mapping) for row in db.execute(select(table)))))
            for table in t.metadata.sorted_tables
            if table.name not in _HISTORY
        }


def _plain(row: Any) -> dict[str, Any]:
    return dict(_fields(row))


def _fields(row: Any) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if name in {"document", "whole"}:
            document = orjson.loads(value)
            document.get("source", {}).pop("ingested_at", None)
            yield name, document
        elif name not in _FREE:
            yield name, value
