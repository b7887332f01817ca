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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine on the invented corpus, once on each database, for tests that only read."""
    sqlite = f"sqlite:///{tmp_path_factory.mktemp('filled')}/isnad.sqlite"
    engine = open_engine(sqlite if request.param == "sqlite" else request.getfixturevalue("make_postgres_url")())
    create_corpus(engine)
    pages = invented_pages()
    write_batch(engine, pages[:11], load_lexicon())
    write_batch(engine, pages[11:], load_lexicon())
    yield engine
    engine.dispose()


@pytest.fixture
def reader(filled: Engine) -> Reader:
    """Return a reader of the invented corpus."""
    return Reader(filled)
