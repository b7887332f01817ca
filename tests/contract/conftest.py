"""The service as it runs: gunicorn with its own configuration over the sample corpus, on each database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.running import ingest
from tests.servers import free_port, stop, wait_until

ROOT = Path(__file__).parents[2]
# Two persons of one surname, each called by it alone: a name of several entities.
NAMESAKES = (
    "قال رئيس اللجنة كمال الزرقي إن المستشفى سيفتح غدا. وأضاف الزرقي أن الأطباء وصلوا.",
    "قال رئيس البلدية منير الزرقي إن الجسر سيفتح غدا. وأكد الزرقي أن الأعمال انتهت.",
)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def live(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the service with two workers on SQLite and on PostgreSQL, and return its URL."""
    folder = tmp_path_factory.mktemp("live")
    if request.param == "sqlite":
        url = f"sqlite:///{folder}/isnad.sqlite"
    else:
        url = str(request.getfixturevalue("make_postgres_url")())
    assert ingest(url, ROOT / "corpus").returncode == 0
    address = f"127.0.0.1:{free_port()}"
    program = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "--bind", address, "service.wsgi:app"]
    environment = {**os.environ, "DATABASE_URL": url, "WORKERS": "2", "LOG_FORMAT": "json", "FRESH_SECONDS": "0.1",
                   "CORS_ORIGINS": "https://news.example", "MAX_PAGE_BYTES": "200000"}  # fmt: skip
    environment.pop("PROMETHEUS_MULTIPROC_DIR", None)
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(program, cwd=ROOT, env=environment, stderr=log, stdout=log)
        try:
            wait_until(lambda: _answers(f"http://{address}/readyz"), "the service", running)
            for text in NAMESAKES:
                httpx.post(f"http://{address}/articles", json={"body": text, "published_on": "2022-01-05"})
            yield f"http://{address}"
        finally:
            stop(running)
    for line in (folder / "log").read_text("utf-8").split("\n"):
        assert not line or line.startswith("{"), f"a line of the log is not JSON: {line}"


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


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.TransportError:
        return False
