"""Fixtures for all tests: the lexicon, a real Redis-protocol server, a real PostgreSQL, databases of one's own."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
import redis
from hypothesis import HealthCheck, settings

from service.core.knowledge import Lexicon
from service.lexicon.loading import load_lexicon
from tests.servers import Server, running_postgres, running_redis

_numbers = count(1)

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what tests start hundreds of times shall not compile itself each time

# A law holds on a slow machine too: no example fails for the time it takes, or the time it took to make.
settings.register_profile("isnad", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("isnad")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the whole lexicon."""
    return load_lexicon()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[Server]:
    """Run one Redis for the session; tests that harm it start one of their own by running_redis()."""
    with running_redis() as server:
        yield server


@pytest.fixture(scope="session")
def redis_url(redis_server: Server) -> str:
    """Return the URL of the session's Redis, with whatever tests before left in it."""
    return redis_server.url


@pytest.fixture
def fresh_redis_url(redis_url: str) -> str:
    """Return the URL of the session's Redis, emptied."""
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    return redis_url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Run one PostgreSQL for the session; tests that harm it start one of their own by running_postgres()."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def make_postgres_url(postgres_server: Server) -> Callable[[], str]:
    """Return what makes an empty database that lasts for the session, and gives its URL."""
    return lambda: _create_database(postgres_server)


@pytest.fixture
def fresh_postgres_url(postgres_server: Server) -> Iterator[str]:
    """Return the URL of an empty PostgreSQL database, dropped after the test."""
    url = _create_database(postgres_server)
    yield url
    with psycopg.connect(postgres_server.url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {_database_of(url)} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/isnad.sqlite"
    return str(request.getfixturevalue("fresh_postgres_url"))


def _create_database(server: Server) -> str:
    name = f"isnad_{next(_numbers)}"
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.url.replace("/postgres?", f"/{name}?")


def _database_of(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]
