"""An ingest that is killed at any moment, on both databases, loses nothing that it said it had."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from service.core.records import Page
from service.ingest import ingesting
from service.ingest.ingesting import ingest_pages
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine
from tests.properties.test_ingest_order import dump_corpus
from tests.running import ROOT, environment
from tests.wholeness import check_whole

_PAGES, _BATCH = 24, 3
_FORKED = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """Return the sample's pages, some twice under another last line."""
    texts = [file.read_bytes() for file in sorted((ROOT / "corpus").glob("*.txt"))]
    return [Page(f"{n}.txt", texts[n % len(texts)] + f"صفحة {n}\n".encode(), "text/plain") for n in range(_PAGES)]


@pytest.fixture(scope="module")
def clean(pages: list[Page], tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list[str]], float]:
    """Return the corpus that an undisturbed ingest makes, and how long it took in seconds."""
    url = f"sqlite:///{tmp_path_factory.mktemp('clean')}/isnad.sqlite"
    load_lexicon()
    began = time.monotonic()
    _ingest(url, pages)
    return _dump(url), time.monotonic() - began


def _dump(url: str) -> dict[str, list[str]]:
    engine = open_engine(url)
    try:
        return dump_corpus(engine)
    finally:
        engine.dispose()


def _ingest(url: str, pages: list[Page]) -> None:
    """Take the pages in, few a batch, so that a kill meets an ingest between, before and within many."""
    ingesting.BATCH = _BATCH
    engine = open_engine(url)
    create_corpus(engine)
    ingest_pages(engine, load_lexicon(), pages, 1)
    engine.dispose()


def test_killed_at_random_moments(
    database_url: str, pages: list[Page], clean: tuple[dict[str, list[str]], float], rounds: int,
    held: Callable[..., None],
) -> None:  # fmt: skip
    whole, took = clean
    chance, kind = random.Random(7), database_url.partition(":")[0]
    survived: set[int] = set()
    for number in range(rounds):
        engine = _fresh(database_url)
        process = _FORKED.Process(target=_ingest, args=(database_url, pages))
        process.start()
        process.join(chance.uniform(0, took * 1.1))
        process.kill()
        process.join()
        survived.add(check_whole(engine))
        _ingest(database_url, pages)
        assert dump_corpus(engine) == whole, number
        engine.dispose()
        held(f"ingest killed on {kind}, then completed by a second")
    assert rounds < 20 or len(survived) > 2  # kills met the ingest at different places


def _fresh(url: str) -> Engine:
    engine = open_engine(url)
    t.metadata.drop_all(engine)
    with engine.begin() as db:
        if db.dialect.name == "sqlite":
            for name in ("articles", "entities", "claims", "groups"):
                db.exec_driver_sql(f"DROP TABLE IF EXISTS {name}_terms")
    return engine


def test_two_ingests_at_once_make_one_corpus(
    database_url: str, pages: list[Page], clean: tuple[dict[str, list[str]], float], held: Callable[..., None]
) -> None:
    both = [_FORKED.Process(target=_ingest, args=(database_url, pages)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(120)
    assert [process.exitcode for process in both] == [0, 0]
    assert _dump(database_url) == clean[0]
    held("two ingests at once on " + database_url.partition(":")[0])


def test_a_killed_ingest_leaves_no_worker_behind(tmp_path: Path, held: Callable[..., None]) -> None:
    mark = f"no-worker-{time.monotonic_ns()}"
    program = [sys.executable, "-m", "flask", "--app", "service", "ingest", "--workers", "2", "corpus", mark]
    url = f"sqlite:///{tmp_path}/isnad.sqlite"
    process = subprocess.Popen(program, cwd=ROOT, env=environment(url), stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(running_with(mark)) < 3 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    assert len(running_with(mark)) == 3, "the ingest ended before its workers were seen"
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 10
    while running_with(mark) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = running_with(mark)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left
    held("ingest killed, its reading processes end too")


def running_with(mark: str) -> list[int]:
    """Return the processes that have a word on their command line and are no zombies."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (place / "cmdline").read_bytes() and " Z " not in (place / "stat").read_text():
                found.append(int(place.name))
        except OSError:
            continue
    return found
