"""Mixed reads at a share of what the service can answer, while pages come in: faults, times, wrong answers.

python -m benchmarks.mixed [--pages N] [--before N] [--seconds N]: takes in `before` pages; measures the capacity alone
and beside an ingest of `pages` more; asks at 80 % of the latter for so many seconds, and until that ingest has ended;
at 150 % of the capacity for a minute, at 20 % after it. Totals are compared with the store's by corpus version.
"""

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen

from sqlalchemy import func, select

from benchmarks.asking import Asked, ask_for, for_seconds
from benchmarks.pages import write_pages
from service.store import tables as t
from service.store.corpus import read_state
from service.store.engine import open_engine, reading
from tests.running import ROOT, environment, ingest, running_service
from tests.servers import wait_until

_CALM = 10  # seconds of a measurement of the capacity, and of what comes after the overload
_OVER = 60  # seconds of the overload, at most
_PATIENT = 8  # clients for each request a second: more than wait for QUEUE_SECONDS, so that some wait longer
_MOST_CLIENTS = 2000
_PROGRAM = "from service.ingest import ingesting; ingesting.BATCH = 64; from flask.cli import main; main()"

Counts = dict[tuple[str, str], int]  # by list and corpus version


def count_versions(url: str, ended: threading.Event, counts: Counts) -> None:
    """Note what the store holds at each corpus version, until told to end."""
    engine, seen = open_engine(url), ""
    while not ended.wait(0.05):
        with reading(engine) as db:
            version = str(read_state(db).version)
            if version != seen:
                for name in ("articles", "claims", "entities", "groups"):
                    table = getattr(t, name)
                    counts[name, version] = db.execute(select(func.count()).select_from(table)).scalar_one()
                denials = select(func.count()).select_from(t.claims).where(t.claims.c.stance == "denial")
                counts["denials", version] = db.execute(denials).scalar_one()
                seen = version
    engine.dispose()


@contextmanager
def counted(url: str) -> Iterator[Counts]:
    """Count in the background."""
    counts, ended = Counts(), threading.Event()
    watching = threading.Thread(target=count_versions, args=(url, ended, counts))
    watching.start()
    try:
        yield counts
    finally:
        ended.set()
        watching.join()


def measure(pages: int, before: int, seconds: float) -> list[str]:
    """Return the table of a run."""
    with tempfile.TemporaryDirectory(prefix="isnad-mixed-") as name:
        place, url = Path(name), f"sqlite:///{name}/isnad.sqlite"
        _write(place, pages, before)
        assert ingest(url, place / "before").returncode == 0
        with running_service(url, place, WORKERS="2", LOG_REQUESTS="0") as base, counted(url) as counts:
            alone = ask_for(base, for_seconds(_CALM))
            command = [sys.executable, "-c", _PROGRAM, "--app", "service", "ingest", "--quiet", place / "pages"]
            taking_in = Popen(command, cwd=ROOT, env=environment(url), stdout=DEVNULL, stderr=DEVNULL)
            wait_until(lambda: len({version for _, version in list(counts)}) > 1, "no page came in", taking_in)
            beside = ask_for(base, for_seconds(_CALM))
            lasts = for_seconds(seconds)
            busy = ask_for(base, lambda: lasts() or taking_in.poll() is None, beside.rate * 0.8)
            ask_for(base, for_seconds(_CALM))  # to keep what is asked again and again
            full = ask_for(base, for_seconds(_CALM))
            rate = full.rate * 1.5
            over = ask_for(base, for_seconds(min(seconds, _OVER)), rate, min(_MOST_CLIENTS, int(rate * _PATIENT)))
            time.sleep(2)
            after = ask_for(base, for_seconds(_CALM), full.rate * 0.2)
    rows = {"all it can, alone": alone, "all it can, beside an ingest": beside, "80 % of that, beside it": busy,
            "all it can, after it": full, "150 % of that": over, "20 % after that": after}  # fmt: skip
    ended = "well" if taking_in.returncode == 0 else f"with {taking_in.returncode}"
    return [
        "| load | seconds | asked a second | answers | p50 ms | p99 ms |", "| --- | ---: | ---: | --- | ---: | ---: |",
        *(asked.row(name) for name, asked in rows.items()), "",
        f"The ingest ended {ended}; {_compare(counts, (beside, busy))}",
        f"Of the answers that were none, {over.unhelped} had no Retry-After.",
    ]  # fmt: skip


def _write(place: Path, pages: int, before: int) -> None:
    for part in ("before", "pages"):
        (place / part).mkdir()
    write_pages(place / "pages", before + pages)
    for file in sorted((place / "pages").iterdir())[:before]:
        file.rename(place / "before" / file.name)


def _compare(counts: Counts, asked: tuple[Asked, ...]) -> str:
    compared = [(totals, counts[key]) for one in asked for key, totals in one.totals.items() if key in counts]
    wrong = sum(totals != {count} for totals, count in compared)
    held = [count for (name, _), count in counts.items() if name == "articles"]
    versions = len({version for one in asked for _, version in one.totals})
    return (f"{max(held) - min(held):,} articles came in; {len(compared)} totals of {versions} corpus versions were "
            f"compared with the store, {wrong} were wrong.")  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--before", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    print("\n".join(measure(given.pages, given.before, given.seconds)))
