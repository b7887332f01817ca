"""Answers a second: cached and not, against the least that could answer and against peers with the same rows."""

import json
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.load import generator
from benchmarks.serving import PEERS, Rate, Target, gunicorn, measure, run_server
from tests.running import environment, ingest
from tests.servers import running_redis

QUERY = "/claims?limit=20"
ROUNDS = 5
SECONDS = 2.0
_PAGE = "01-madar-strike.txt"
_TABLE = "/isnad/claims.json?_size=20&_sort_desc=published_on&_nocount=1&_nofacet=1&_nosuggest=1"
WSGI, FLASK, ONE_GET = "bare WSGI callable", "bare Flask route", "bare callable, one GET of Redis"
CACHED, NOT_MODIFIED, SHARED = "cached list, in process", "cached list, 304", "cached list, from Redis"
LOGGED = "cached list, in process, each request logged"
UNCACHED, COUNTED = "uncached list, request read anew", "uncached list, request read anew and counted"
TWO, UNCACHED_TWO = "cached list, two workers", "uncached list, request read anew, two workers"
ANALYZED, ANALYZED_TWO = "a page analyzed", "a page analyzed, two workers"
FASTAPI, DATASETTE = "FastAPI, response model, same rows", "datasette, same rows"
# What is compared with what, and the least that the ratio should be.
GOALS = (
    (CACHED, WSGI, 0.95), (CACHED, FLASK, 1.5), (SHARED, ONE_GET, 0.9), (NOT_MODIFIED, CACHED, 1.0),
    (UNCACHED, FASTAPI, 1.0), (COUNTED, FASTAPI, 1.0), (CACHED, FASTAPI, 1.0), (UNCACHED, DATASETTE, 1.0),
    (ANALYZED_TWO, ANALYZED, 1.9), (UNCACHED_TWO, UNCACHED, 1.9), (TWO, CACHED, 1.9),
)  # fmt: skip


@contextmanager
def _targets() -> Iterator[dict[str, Target]]:
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name, ExitStack() as stack:
        place = Path(name)
        url = f"sqlite:///{place}/isnad.sqlite"
        run = ingest(url, "corpus")
        if run.returncode:
            raise RuntimeError(run.stderr)
        redis = stack.enter_context(running_redis())
        given = {"BENCH_BODY": str(place / "body"), "BENCH_REDIS": redis.url, "BENCH_SQLITE": f"{place}/isnad.sqlite"}
        settings = environment(url, WORKERS="1", LOG_REQUESTS="0", **given)

        def serve(command: list[object], path: str = QUERY, **more: str) -> Target:
            return stack.enter_context(run_server(command, path, {**settings, **more}, place / "log"))

        service = gunicorn("service.wsgi:app")
        cached = serve(service)
        with urllib.request.urlopen(cached.url) as answer:
            (place / "body").write_bytes(answer.read())
            known = {"If-None-Match": str(answer.headers["ETag"])}
        found = {
            WSGI: serve(gunicorn("benchmarks.bare:make_wsgi()")),
            FLASK: serve(gunicorn("benchmarks.bare:make_flask()")),
            ONE_GET: serve(gunicorn("benchmarks.bare:make_redis()")),
            CACHED: cached,
            NOT_MODIFIED: Target(cached.process, cached.url, known),
            SHARED: serve(service, REDIS_URL=redis.url, CACHE_BYTES="0"),
            UNCACHED: serve(service, CACHE_BYTES="0"),
            COUNTED: serve(service, CACHE_BYTES="0", RATE_LIMIT="1000000000"),
            LOGGED: serve(service, LOG_REQUESTS="1"),
            TWO: serve(service, WORKERS="2"),
            UNCACHED_TWO: serve(service, CACHE_BYTES="0", WORKERS="2"),
        }
        page = place / "page.json"
        page.write_text(json.dumps({"title": "", "body": Path("corpus", _PAGE).read_text(encoding="utf-8")}))
        for row, server in ((ANALYZED, UNCACHED), (ANALYZED_TWO, UNCACHED_TWO)):
            found[row] = replace(found[server], url=found[server].url.replace(QUERY, "/analyze"), body=page)
        if PEERS.exists():
            uvicorn = [PEERS / "uvicorn", "benchmarks.peer_fastapi:app", "--port", "PORT", "--log-level", "warning"]
            found[FASTAPI] = serve(uvicorn)
            found[DATASETTE] = serve([PEERS / "datasette", place / "isnad.sqlite", "--port", "PORT"], _TABLE)
        yield found


def measure_reads() -> dict[str, Rate]:
    """Return each server's median rate, asked in turns so that a busy moment hits all alike."""
    with _targets() as targets:
        rounds = [{name: measure(target, SECONDS) for name, target in targets.items()} for _ in range(ROUNDS)]
    return {
        name: Rate(median(one[name].requests for one in rounds), median(one[name].cpu for one in rounds))
        for name in rounds[0]
    }


def table() -> list[str]:
    """Return the lines of the report."""
    found = measure_reads()
    absent = [] if FASTAPI in found else ["", "FastAPI and datasette were not there: `make peers` installs them."]
    return [
        f"`GET {QUERY}` on the sample corpus, one worker of four threads (the peers: one process), load by",
        f"{generator()} on the same machine, median of {ROUNDS}:",
        "",
        "| | requests a second | µs of the server's CPU a request |",
        "| --- | ---: | ---: |",
        *(f"| {name} | {rate.requests:.0f} | {rate.cpu:.0f} |" for name, rate in found.items()),
        *absent,
        "",
        "| ratio | requests a second | CPU a request | goal |",
        "| --- | ---: | ---: | ---: |",
        *(_ratio(found[one], found[other], f"{one} / {other}", goal)
          for one, other, goal in GOALS if one in found and other in found),
    ]  # fmt: skip


def _ratio(one: Rate, other: Rate, name: str, goal: float) -> str:
    return f"| {name} | {one.requests / other.requests:.2f} | {other.cpu / one.cpu:.2f} | {goal:.2f} |"


if __name__ == "__main__":
    print("\n".join(table()))
