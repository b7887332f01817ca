"""Workers on a queue make the corpus that one process makes, and one that is killed loses and doubles nothing."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import redis
from sqlalchemy import Engine, func, select

from service.core.records import Page, Rejection
from service.jobs.queue import cut_tasks, pack_pages, unpack_pages
from service.store import tables as t
from service.store.corpus import load_state
from service.store.engine import open_engine, reading
from tests.properties.test_ingest_order import dump_corpus
from tests.running import BIN, ROOT, environment, ingest
from tests.servers import running_redis, stop, wait_until

_FATAL = "صفحة قاتلة"
_DEADLY = 2  # which page of a task
_COPIES = 6  # of each page of the sample corpus, each with a number of its own


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of pages, more than a few tasks, one of them no page."""
    folder = tmp_path_factory.mktemp("pages")
    for file in sorted((ROOT / "corpus").glob("*.txt")):
        for copy in range(_COPIES):
            text = file.read_text(encoding="utf-8")
            (folder / f"{file.stem}-{copy:02}.txt").write_text(f"{text}\nصفحة {copy}\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> dict[str, list[str]]:
    """Return the corpus that a local ingest makes of the pages in a SQLite file."""
    url = f"sqlite:///{tmp_path_factory.mktemp('local')}/isnad.sqlite"
    assert ingest(url, pages).returncode == 0
    return _dump(open_engine(url))


@pytest.fixture
def broker_url() -> Iterator[str]:
    """Run a Redis for one test's queue."""
    with running_redis("--maxmemory-policy", "noeviction") as server:
        yield server.url


@contextmanager
def _worker(
    settings: dict[str, str], folder: Path, name: str, app: str = "service.worker"
) -> Iterator["subprocess.Popen[bytes]"]:
    log = folder / f"{name}.log"
    command = [BIN / "celery", "--app", app, "worker", "--concurrency", "1", "--hostname", f"{name}@here"]
    with log.open("ab") as sink:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=sink, stderr=sink, start_new_session=True)
    try:
        wait_until(lambda: b" ready." in log.read_bytes(), f"see {log}", process)
        yield process
    finally:
        stop(process)


def _compare(made: Engine, wanted: dict[str, list[str]]) -> None:
    """Compare a corpus with the one that is wanted, row for row and document for document."""
    found = _dump(made)
    for name, rows in wanted.items():
        assert found[name] == rows, name


def _dump(engine: Engine) -> dict[str, list[str]]:
    try:
        return dump_corpus(engine)
    finally:
        engine.dispose()


def test_three_workers_on_postgresql_make_the_corpus_that_one_process_makes(
    tmp_path: Path, pages: Path, wanted: dict[str, list[str]], broker_url: str, fresh_postgres_url: str
) -> None:
    settings = environment(fresh_postgres_url, BROKER_URL=broker_url)
    with ExitStack() as stack:
        for name in ("one", "two", "three"):
            stack.enter_context(_worker(settings, tmp_path, name))
        run = ingest(fresh_postgres_url, "--broker", pages, BROKER_URL=broker_url)
    assert run.returncode == 0, run.stderr
    assert "rejected          1" in run.stdout
    assert "empty.txt" in run.stderr
    _compare(open_engine(fresh_postgres_url), wanted)


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    tmp_path: Path, pages: Path, wanted: dict[str, list[str]], broker_url: str, fresh_postgres_url: str
) -> None:
    more = {"BROKER_URL": broker_url, "BROKER_SECONDS": "2"}
    settings = environment(fresh_postgres_url, **more)
    engine = open_engine(fresh_postgres_url)
    command = [BIN / "flask", "--app", "service", "ingest", "--broker", pages]
    with _worker(settings, tmp_path, "killed") as worker:
        driver = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        wait_until(lambda: _version(engine) >= 1, "no task was done", driver)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(10)
        done = _articles(engine)
    time.sleep(2)
    with _worker(settings, tmp_path, "next"):
        assert driver.wait(120) == 0
    assert 0 < done < _articles(engine)
    _compare(engine, wanted)


def test_a_task_that_the_broker_lost_is_sent_again(
    tmp_path: Path, pages: Path, wanted: dict[str, list[str]], broker_url: str
) -> None:
    settings = environment(f"sqlite:///{tmp_path}/isnad.sqlite", BROKER_URL=broker_url, BROKER_SECONDS="2")
    command = [BIN / "flask", "--app", "service", "ingest", "--broker", pages]
    driver = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with redis.Redis.from_url(broker_url) as broker:
        wait_until(lambda: bool(broker.rpop("celery")), "no task was sent", driver)
    with _worker(settings, tmp_path, "later"):
        assert driver.wait(120) == 0
    _compare(open_engine(settings["DATABASE_URL"]), wanted)


def test_a_page_that_ends_its_worker_is_rejected_after_some_tries(tmp_path: Path, broker_url: str) -> None:
    url, folder = f"sqlite:///{tmp_path}/isnad.sqlite", tmp_path / "pages"
    folder.mkdir()
    for n, file in enumerate(sorted((ROOT / "corpus").glob("*.txt"))[:8]):
        last = _FATAL if n == _DEADLY else ""
        (folder / f"{n}.txt").write_text(f"{file.read_text(encoding='utf-8')}\n{last}\n", encoding="utf-8")
    settings = environment(url, BROKER_URL=broker_url, FATAL_TEXT=_FATAL)
    with _worker(settings, tmp_path, "fatal", "tests.jobs.fatal_worker"):
        command = [BIN / "flask", "--app", "service", "ingest", "--broker", folder]
        run = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False, timeout=200)
    assert run.returncode == 0, run.stderr
    assert "fatal           1" in run.stdout
    assert f"rejected {_DEADLY}.txt: it ended the process that was at it" in run.stderr
    assert _articles(open_engine(url)) == 7
    with redis.Redis.from_url(broker_url) as broker:
        assert not broker.keys("isnad-begun-*")


def _version(engine: Engine) -> int:
    try:
        return load_state(engine).version
    except Exception:
        return 0


def _articles(engine: Engine) -> int:
    with reading(engine) as db:
        return int(db.execute(select(func.count()).select_from(t.articles)).scalar_one())


def test_pages_and_rejections_come_out_as_they_went_in() -> None:
    sent = [Page("1.txt", b"\x00\xff", "text/plain", "https://x.example/1"), Rejection("2.txt", "too-large", "…")]
    assert list(unpack_pages(pack_pages(sent))) == sent


def test_tasks_are_bounded_by_pages_and_by_bytes() -> None:
    small, large = Page("s", b"1"), Page("l", b"1" * 3_000_000)
    assert [len(task) for task in cut_tasks([small] * 130)] == [32, 32, 32, 32, 2]
    assert [len(task) for task in cut_tasks([large] * 5)] == [2, 2, 1]


def test_handing_out_without_a_broker_says_what_is_missing(tmp_path: Path) -> None:
    run = ingest(f"sqlite:///{tmp_path}/isnad.sqlite", "--broker", "corpus")
    assert run.returncode == 2
    assert "BROKER_URL" in run.stderr
