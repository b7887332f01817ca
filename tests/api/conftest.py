"""Fixtures: the real application over a real corpus of invented pages."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from tests.api.invented import invent_corpus, write_invented


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def corpus_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a corpus that no test changes, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('corpus')}/isnad.sqlite"
    else:
        url = str(request.getfixturevalue("make_postgres_url")())
    write_invented(url, invent_corpus())
    return url


@pytest.fixture(scope="session")
def client(corpus_url: str) -> FlaskClient:
    """Return a client of an application that serves it."""
    return create_app(Settings(database_url=corpus_url, fresh_seconds=0)).test_client()


@pytest.fixture
def fresh_client(tmp_path: Path) -> FlaskClient:
    """Return a client of an application over an empty corpus of its own."""
    url = f"sqlite:///{tmp_path}/own.sqlite"
    write_invented(url, [])
    return create_app(Settings(database_url=url, fresh_seconds=0, max_page_bytes=100_000)).test_client()
