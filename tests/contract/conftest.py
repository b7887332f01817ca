"""The service as it runs: gunicorn with its own configuration, over a real corpus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.invented import invent_corpus, write_invented
from tests.servers import free_port, stop, wait_until

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the service with two workers, and return its URL."""
    folder = tmp_path_factory.mktemp("live")
    url = f"sqlite:///{folder}/isnad.sqlite"
    write_invented(url, invent_corpus())
    address = f"127.0.0.1:{free_port()}"
    program = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "--bind", address, "service.wsgi:app"]
    environment = {**os.environ, "DATABASE_URL": url, "WORKERS": "2", "LOG_FORMAT": "json", "FRESH_SECONDS": "0.1"}
    environment.pop("PROMETHEUS_MULTIPROC_DIR", None)
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(program, cwd=ROOT, env=environment, stderr=log, stdout=log)
        try:
            wait_until(lambda: _answers(f"http://{address}/readyz"), "the service", running)
            yield f"http://{address}"
        finally:
            stop(running)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.TransportError:
        return False
