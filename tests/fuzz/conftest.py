"""Fixtures: an empty corpus, once on SQLite and once on PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from service.store.corpus import create_corpus
from service.store.engine import open_engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Return an engine on an empty corpus."""
    engine = open_engine(database_url)
    create_corpus(engine)
    yield engine
    engine.dispose()
