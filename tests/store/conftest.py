"""A small invented corpus, on the database of a test."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.lexicon.loading import load_lexicon
from service.store.corpus import create_corpus
from service.store.engine import open_engine
from service.store.reading import Reader
from tests.ingest.readings import make_prepared


def invented_pages(count: int = 30) -> list[Prepared]:
    """Return pages that differ in outlet, day, names and wordings."""
    return [
        make_prepared(n, n % 4, n % 5 or None, [n % 11, n * 3 % 11], [(n * 5 % 11, n % 6), (n * 7 % 11, (n + 1) % 6)])
        for n in range(count)
    ]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Return an engine on an empty corpus."""
    engine = open_engine(database_url)
    create_corpus(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def reader(engine: Engine) -> Reader:
    """Return a reader of the invented corpus."""
    pages = invented_pages()
    write_batch(engine, pages[:11], load_lexicon())
    write_batch(engine, pages[11:], load_lexicon())
    return Reader(engine)
