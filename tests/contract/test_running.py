"""The running service: what only a real server, real sockets and several processes can show."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from openapi_spec_validator import validate

from tests.contract.serving import serving

_SETTINGS = """
hooks = "made_up.py"
[checks.negative_data_rejection]
expected-statuses = [400, 404, 405, 406, 414, 415, 422]
"""
TEXT = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def live(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, make_postgres_url: Callable[[], str]
) -> Iterator[str]:
    """Run a service of this file's own, which made-up requests fill with whatever they like."""
    folder = tmp_path_factory.mktemp("live")
    url = f"sqlite:///{folder}/isnad.sqlite" if request.param == "sqlite" else make_postgres_url()
    with serving(url, folder) as base:
        yield base


def test_every_collection_answers(live: str) -> None:
    for path in ("/articles", "/entities", "/claims", "/claims/groups", "/stats", "/", "/healthz", "/docs"):
        answer = httpx.get(live + path)
        assert answer.status_code == 200, path
        assert answer.headers["X-Request-Id"]


def test_keeping_connections_and_heads(live: str) -> None:
    with httpx.Client(base_url=live) as client:
        for _ in range(20):
            whole, head = client.get("/claims"), client.head("/claims")
            assert head.content == b""
            assert whole.headers["ETag"] == head.headers["ETag"]
            known = client.get("/claims", headers={"If-None-Match": whole.headers["ETag"]})
            assert (known.status_code, known.content) == (304, b"")


def test_a_write_shows_in_every_worker_within_a_second(live: str) -> None:
    before = httpx.get(f"{live}/articles?limit=1").json()["total"]
    sent = httpx.post(f"{live}/articles", content=TEXT.encode(), headers={"Content-Type": "text/plain"})
    assert sent.status_code == 201, sent.text
    time.sleep(0.5)
    totals = {httpx.get(f"{live}/articles?limit=1").json()["total"] for _ in range(20)}
    assert totals == {before + 1}


def test_metrics_are_summed_over_the_workers(live: str) -> None:
    for _ in range(10):
        httpx.get(f"{live}/claims?limit=2")
    text = httpx.get(f"{live}/metrics").text
    assert 'isnad_cache_total{layer="front",outcome="hit"}' in text
    assert 'isnad_request_seconds_count{method="GET",route="/claims",status="200"}' in text


def test_the_openapi_document_is_valid(live: str) -> None:
    document = httpx.get(f"{live}/openapi.json").json()
    validate(document)
    assert document["openapi"] == "3.1.0"
    operations = [operation for path in document["paths"].values() for operation in path.values()
                  if isinstance(operation, dict)]  # fmt: skip
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names) >= 20


def test_the_documentation_asks_no_other_host(live: str) -> None:
    page = httpx.get(f"{live}/docs")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "http" not in page.text.replace("http-equiv", "")
    assert httpx.get(f"{live}/static/rapidoc-min.js").status_code == 200


def test_what_the_document_promises_holds(live: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Each operation gets a bounded number of made-up requests; every check must hold of every answer.

    Of wrong requests too long a URL is refused by the web server, an id that no record has by 404. The thousands that
    go through all edges of all parameters are made on one database alone: what they ask is refused before any is asked.
    """
    (tmp_path / "schemathesis.toml").write_text(_SETTINGS, encoding="utf-8")
    (tmp_path / "made_up.py").write_text((Path(__file__).parent / "made_up.py").read_text("utf-8"), "utf-8")
    program = [str(Path(sys.executable).parent / "schemathesis"), "run", f"{live}/openapi.json", "--seed", "1",
               "--max-examples", "3", "--no-color"]  # fmt: skip
    if request.node.callspec.params["live"] == "postgresql":
        program += ["--phases", "examples,fuzzing,stateful"]
    run = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, timeout=500, check=False)
    assert run.returncode == 0, run.stdout[-5000:]
