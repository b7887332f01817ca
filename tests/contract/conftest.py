"""The service as it runs, with two workers over the sample corpus, on each database."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.contract.serving import serving


@pytest.fixture(scope="session")
def live_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the service on SQLite for all files of tests that only read, or write what the others do not see."""
    folder = tmp_path_factory.mktemp("live")
    with serving(f"sqlite:///{folder}/isnad.sqlite", folder) as base:
        yield base


@pytest.fixture(scope="session")
def live_postgresql(tmp_path_factory: pytest.TempPathFactory, make_postgres_url: Callable[[], str]) -> Iterator[str]:
    """Run the service on PostgreSQL, likewise."""
    with serving(make_postgres_url(), tmp_path_factory.mktemp("live")) as base:
        yield base


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest) -> str:
    """Return the URL of the service on SQLite and on PostgreSQL; each runs once, whatever order tests come in."""
    return str(request.getfixturevalue(f"live_{request.param}"))


@pytest.fixture(scope="session")
def api(live: str) -> Iterator[httpx.Client]:
    """Return a client of the running service."""
    with httpx.Client(base_url=live, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def lists(api: httpx.Client) -> tuple[str, ...]:
    """Return the path of every collection, those inside records too."""
    article = api.get("/articles", params={"sort": "-published_on", "limit": 1}).json()["items"][0]["id"]
    person = api.get("/entities", params={"type": "person", "limit": 1}).json()["items"][0]["id"]
    return (
        "/articles", "/entities", "/claims", "/claims/groups", f"/articles/{article}/entities",
        f"/articles/{article}/claims", f"/entities/{person}/articles", f"/entities/{person}/claims",
        f"/entities/{person}/related",
    )  # fmt: skip
