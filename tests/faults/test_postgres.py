"""A PostgreSQL that is killed or started anew under a running service: 503 with Retry-After, then as before."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.faults.rounds import only_thorough
from tests.running import running_service, take_in_samples
from tests.servers import Server, postgres_programs, start_postgres, stop, wait_until


def _harm_and_restart(own_postgres: Server, tmp_path: Path, how: signal.Signals, held: Callable[..., None]) -> None:
    """Stop the server in one way while the service runs, ask, start it again, ask again."""
    again: subprocess.Popen[bytes] | None = None
    take_in_samples(own_postgres.url)
    with running_service(own_postgres.url, tmp_path, LOG_REQUESTS="0") as base, httpx.Client(base_url=base) as client:
        before = client.get("/claims", params={"limit": 7}).json()
        stop(own_postgres.process, how)
        (own_postgres.folder / "data" / "postmaster.pid").unlink(missing_ok=True)
        _check_down(client)
        began = time.monotonic()
        again = start_postgres(postgres_programs(own_postgres.folder), own_postgres.folder)
        try:
            wait_until(lambda: client.get("/claims", params={"limit": 9}).status_code == 200, "no recovery", again)
            assert time.monotonic() - began < 20
            assert client.get("/claims", params={"limit": 7}).json() == before
            assert client.get("/readyz").status_code == 200
        finally:
            stop(again, signal.SIGINT)
    held(f"PostgreSQL ended by {how.name} and started again: 503 in between, recovery without restart")


def _check_down(client: httpx.Client) -> None:
    for path in ("/articles?limit=3", "/claims?limit=11", "/entities/e0000000000000000", "/stats", "/readyz"):
        began = time.monotonic()
        answer = client.get(path, timeout=20)
        assert answer.status_code == 503, (path, answer.text)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert int(answer.headers["Retry-After"]) > 0
        assert "isnad@" not in answer.text
        assert time.monotonic() - began < 5
    assert client.get("/healthz").status_code == 200


def test_postgres_restarted(own_postgres: Server, tmp_path: Path, held: Callable[..., None]) -> None:
    _harm_and_restart(own_postgres, tmp_path, signal.SIGINT, held)


@only_thorough
def test_postgres_killed(own_postgres: Server, tmp_path: Path, held: Callable[..., None]) -> None:
    _harm_and_restart(own_postgres, tmp_path, signal.SIGQUIT, held)
