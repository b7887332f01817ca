"""Runs gunicorn with the service's own configuration over the sample corpus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.running import take_in_samples
from tests.servers import free_port, stop, wait_until

ROOT = Path(__file__).parents[2]
# Two persons of one surname, each called by it alone: a name of several entities.
NAMESAKES = (
    "قال رئيس اللجنة كمال الزرقي إن المستشفى سيفتح غدا. وأضاف الزرقي أن الأطباء وصلوا.",
    "قال رئيس البلدية منير الزرقي إن الجسر سيفتح غدا. وأكد الزرقي أن الأعمال انتهت.",
)


@contextmanager
def serving(url: str, folder: Path) -> Iterator[str]:
    """Run the service with two workers on a database into which the sample corpus goes; give its URL."""
    take_in_samples(url)
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


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == 200
    except httpx.TransportError:
        return False
