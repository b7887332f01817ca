"""A cached list against a bare WSGI callable and a bare Flask route with the same bytes, under the same gunicorn."""

import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.load import generator, requests_per_second
from benchmarks.pages import ROOT
from tests.running import BIN, environment, ingest
from tests.servers import free_port, running_redis, stop, wait_until

QUERY = "/claims?limit=20"
ROUNDS = 5
SECONDS = 2.0


@contextmanager
def _gunicorn(target: str, settings: dict[str, str], place: Path) -> Iterator[str]:
    port = free_port()
    command = [BIN / "gunicorn", "--config", "config/gunicorn.py", target]
    with (place / "gunicorn.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env={**settings, "PORT": str(port)}, stdout=log, stderr=log)
        base = f"http://127.0.0.1:{port}"
        try:
            wait_until(lambda: _answers(base + QUERY), f"see {place}/gunicorn.log", process)
            yield base + QUERY
        finally:
            stop(process)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except OSError:
        return False


def _etag(url: str) -> str:
    with urllib.request.urlopen(url) as answer:
        return str(answer.headers["ETag"])


def measure_reads() -> dict[str, float]:
    """Return the median requests a second of each server, asked in turns so that a busy moment hits all alike."""
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name, ExitStack() as stack:
        place = Path(name)
        database_url = f"sqlite:///{place}/isnad.sqlite"
        run = ingest(database_url, "corpus")
        if run.returncode:
            raise RuntimeError(run.stderr)
        settings = environment(database_url, WORKERS="1", LOG_REQUESTS="0", BENCH_BODY=str(place / "body"))
        service = stack.enter_context(_gunicorn("service.wsgi:app", settings, place))
        with urllib.request.urlopen(service) as answer:
            (place / "body").write_bytes(answer.read())
        redis = stack.enter_context(running_redis())
        shared = {**settings, "REDIS_URL": redis.url, "CACHE_BYTES": "0"}
        targets = {
            "bare WSGI callable": (stack.enter_context(_gunicorn("benchmarks.bare:make_wsgi()", settings, place)), {}),
            "bare Flask route": (stack.enter_context(_gunicorn("benchmarks.bare:make_flask()", settings, place)), {}),
            "cached list, in process": (service, {}),
            "cached list, 304": (service, {"If-None-Match": _etag(service)}),
            "cached list, from Redis": (stack.enter_context(_gunicorn("service.wsgi:app", shared, place)), {}),
        }
        rounds = [
            {name: requests_per_second(url, SECONDS, headers) for name, (url, headers) in targets.items()}
            for _ in range(ROUNDS)
        ]
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def table() -> list[str]:
    """Return the lines of the report."""
    found = measure_reads()
    wsgi, flask = found["bare WSGI callable"], found["bare Flask route"]
    lines = [
        f"`GET {QUERY}` on the sample corpus, one worker of four threads, load by {generator()}, median of {ROUNDS}:",
        "",
        "| | requests a second | of the bare WSGI callable | of the bare Flask route |",
        "| --- | ---: | ---: | ---: |",
    ]
    return lines + [f"| {name} | {rate:.0f} | {rate / wsgi:.2f} | {rate / flask:.2f} |" for name, rate in found.items()]


if __name__ == "__main__":
    print("\n".join(table()))
