"""Mixed reads at a share of what the service can answer, while pages come in: faults, times, wrong answers.

python -m benchmarks.mixed [--pages N] [--seconds N]: measures the capacity first, then asks at 80 % of it during an
ingest and at 150 % after it.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from statistics import quantiles
from subprocess import DEVNULL, Popen

import httpx
from sqlalchemy import func, select

from benchmarks.pages import write_pages
from service.store.corpus import read_state
from service.store.engine import open_engine, reading
from service.store.tables import articles
from tests.running import ROOT, environment, ingest, running_service

CLIENTS = 16
_PROGRAM = "from service.ingest import ingesting; ingesting.BATCH = 32; from flask.cli import main; main()"
_PATHS = ("/claims?limit={}", "/articles?limit={}", "/entities?limit={}", "/claims/groups?limit={}", "/stats", "/",
          "/claims?q=وزير&limit={}", "/claims?stance=denial&limit={}", "/explore?q=الحكومة",
          "/entities?type=place&limit={}",
          "/articles?fields=title&limit={}", "/claims?format=jsonld&limit={}")  # fmt: skip


class Asked:
    """What was answered: statuses, times in seconds, and corpus versions with their totals."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.seconds: list[float] = []
        self.totals: dict[str, set[int]] = {}
        self.lock = threading.Lock()

    def add(self, path: str, answer: httpx.Response, seconds: float) -> None:
        """Count an answer; of the lists of all articles, remember the total by corpus version."""
        with self.lock:
            self.statuses[answer.status_code] += 1
            self.seconds.append(seconds)
            if path.startswith("/articles?limit") and answer.status_code == 200:
                self.totals.setdefault(answer.headers["X-Corpus-Version"], set()).add(answer.json()["total"])

    def row(self, name: str, wall: float) -> str:
        """Return a line of the table."""
        cuts = quantiles(self.seconds, n=1000)
        told = ", ".join(f"{status}: {count:,}" for status, count in sorted(self.statuses.items()))
        rate = len(self.seconds) / wall
        return f"| {name} | {rate:.0f} | {told} | {cuts[499] * 1000:.1f} | {cuts[989] * 1000:.1f} |"


def ask_for(base: str, seconds: float, rate: float | None) -> Asked:
    """Ask from CLIENTS connections, at so many requests a second in all, or as fast as answers come."""
    asked, end = Asked(), time.monotonic() + seconds
    threads = [threading.Thread(target=_ask, args=(base, end, rate, asked, n)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return asked


def _ask(base: str, end: float, rate: float | None, asked: Asked, seed: int) -> None:
    chance, due = random.Random(seed), time.monotonic()
    with httpx.Client(base_url=base, timeout=30) as client:
        while time.monotonic() < end:
            path = chance.choice(_PATHS).format(chance.randint(1, 40))
            began = time.monotonic()
            try:
                answer = client.get(path)
            except httpx.TransportError:
                with asked.lock:
                    asked.statuses[0] += 1
                continue
            asked.add(path, answer, time.monotonic() - began)
            if rate:
                due += CLIENTS / rate
                time.sleep(max(0.0, due - time.monotonic()))


def count_versions(url: str, ended: threading.Event, counts: dict[str, int]) -> None:
    """Note how many articles the store holds at each corpus version, until told to end."""
    engine = open_engine(url)
    while not ended.wait(0.02):
        with reading(engine) as db:
            counts[str(read_state(db).version)] = db.execute(select(func.count()).select_from(articles)).scalar_one()


def measure(pages: int, seconds: float) -> list[str]:
    """Return the table of a run."""
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="isnad-mixed-") as name:
        place, url = Path(name), f"sqlite:///{name}/isnad.sqlite"
        (place / "pages").mkdir()
        write_pages(place / "pages", pages)
        ingest(url, ROOT / "corpus")
        with running_service(url, place, WORKERS="2", LOG_REQUESTS="0") as base:
            began = time.monotonic()
            capacity = len(ask_for(base, 10, None).seconds) / (time.monotonic() - began)
            ended = threading.Event()
            watching = threading.Thread(target=count_versions, args=(url, ended, counts))
            watching.start()
            command = [sys.executable, "-c", _PROGRAM, "--app", "service", "ingest", "--quiet", place / "pages"]
            taking_in = Popen(command, cwd=ROOT, env=environment(url), stdout=DEVNULL, stderr=DEVNULL)
            busy = ask_for(base, seconds, capacity * 0.8)
            taking_in.terminate()
            taking_in.wait()
            ended.set()
            watching.join()
            over = ask_for(base, min(seconds, 30), capacity * 1.5)
            after = ask_for(base, 10, capacity * 0.2)
    compared = [(totals, counts[version]) for version, totals in busy.totals.items() if version in counts]
    wrong = sum(totals != {count} for totals, count in compared)
    return [
        "| load | requests a second | answers | p50 ms | p99 ms |", "| --- | ---: | --- | ---: | ---: |",
        busy.row("80 % during an ingest", seconds), over.row("150 %", min(seconds, 30)), after.row("20 % after it", 10),
        "", f"Capacity {capacity:.0f} a second; {max(counts.values()) - min(counts.values()):,} pages came in; "
        f"answers of {len(compared)} corpus versions were compared with the store, {wrong} were wrong.",
    ]  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=600)
    given = parser.parse_args()
    print("\n".join(measure(given.pages, given.seconds)))
