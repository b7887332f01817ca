"""Jobs: worked off in the background, told page by page, gone on with after a restart, never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from service.core.records import Page, Rejection
from service.ingest.taking import Taking
from service.jobs.background import JobRunner
from service.store import jobs as stored
from service.store.engine import open_engine
from service.store.jobs import Job, JobBook
from tests.servers import wait_until


def pages(count: int) -> list[Page]:
    return [Page(f"{n}.txt", b"?", "text/plain", None) for n in range(count)]


def refuse(page: Page) -> Rejection:
    return Rejection(page.name, "empty", "nothing in it")


def make_runner(book: JobBook, read: Callable[[Page], Rejection] = refuse) -> JobRunner:
    taking = Taking(read, lambda new: None, lambda key: False)
    return JobRunner(book, taking, lambda taken: None, (OperationalError,))


def ended(book: JobBook, key: str) -> Job:
    wait_until(lambda: book.find(key).state in {"done", "failed"}, "the job does not end")
    return book.find(key)


def test_a_job_is_worked_off(database_url: str) -> None:
    book = JobBook(open_engine(database_url))
    assert book.find("j1") is None
    runner = make_runner(book)
    job = ended(book, runner.submit(pages(20)))
    runner.stop()
    assert (job.state, job.total, len(job.outcomes)) == ("done", 20, 20)
    assert [outcome["source"] for outcome in job.outcomes] == [f"{n}.txt" for n in range(20)]


def test_a_job_left_behind_is_gone_on_with(database_url: str) -> None:
    book = JobBook(open_engine(database_url))
    key = book.submit(pages(9))
    book.advance(key, [(0, {"source": "0.txt", "status": "created", "id": "a1"})])
    other = make_runner(JobBook(open_engine(database_url)))
    other.start()
    job = ended(book, key)
    other.stop()
    assert job.outcomes[0]["status"] == "created"
    assert len(job.outcomes) == 9


def test_a_stop_puts_the_job_back(database_url: str) -> None:
    book = JobBook(open_engine(database_url))
    key = book.submit(pages(30))
    assert book.claim() == key
    assert book.claim() is None
    runner = make_runner(book)
    runner.stop()
    runner.run_job(key)
    assert book.find(key).state == "queued"
    assert book.claim() == key


def test_a_job_without_progress_is_taken_over(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    book = JobBook(open_engine(database_url))
    key = book.submit(pages(1))
    assert [book.claim(), book.claim()] == [key, None]
    monkeypatch.setattr(stored, "LEASE", -1.0)
    assert book.claim() == key


def test_a_bug_fails_the_job_and_a_store_that_is_down_does_not(tmp_path: Path) -> None:
    book = JobBook(open_engine(f"sqlite:///{tmp_path}/jobs.sqlite"))

    def break_down(page: Page) -> Rejection:
        raise KeyError(page.name)

    def lose_store(page: Page) -> Rejection:
        raise OperationalError("select", {}, Exception("down"))

    key = book.submit(pages(1))
    make_runner(book, break_down).run_job(key)
    assert (book.find(key).state, "KeyError" in book.find(key).failure) == ("failed", True)
    other = book.submit(pages(1))
    with pytest.raises(OperationalError):
        make_runner(book, lose_store).run_job(other)
    assert book.find(other).state == "queued"


def test_a_page_that_ends_processes_is_rejected_and_the_others_are_taken_in(database_url: str) -> None:
    key = JobBook(open_engine(database_url)).submit(pages(5))
    for others in ([0, 1, 2, 3, 4], [0], [1]):  # each time another process, which ends at the last of these
        book = JobBook(open_engine(database_url))
        begun = book.begin_pages(key, 8)
        assert [at.idx for at in begun] == others
        if others == [0]:
            book.advance(key, [(0, {"source": "0.txt", "status": "created", "id": "a1"})])
            assert [at.idx for at in book.begin_pages(key, 8)] == [1]
    last = JobBook(open_engine(database_url))
    make_runner(last, die_of(1)).run_job(key)
    job = last.find(key)
    assert job.state == "done"
    assert [outcome.get("code") for outcome in job.outcomes] == [None, "fatal", "empty", "empty", "empty"]


def die_of(number: int) -> Callable[[Page], Rejection]:
    """Return a reading that must not be asked for one page."""

    def read(page: Page) -> Rejection:
        assert page.name != f"{number}.txt"
        return refuse(page)

    return read


def test_a_store_that_is_down_again_and_again_rejects_no_page(tmp_path: Path) -> None:
    book = JobBook(open_engine(f"sqlite:///{tmp_path}/jobs.sqlite"))
    key = book.submit(pages(1))
    for _ in range(9):
        assert book.begin_pages(key, 8)[0].ended == 0


def test_a_job_left_before_the_clock_was_put_back_is_taken_over(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = JobBook(open_engine(database_url))
    key = book.submit(pages(1))
    monkeypatch.setattr(stored, "_now", lambda: "2999-01-01T00:00:00.000+00:00")
    assert book.claim() == key
    monkeypatch.undo()
    assert book.claim() == key
    assert book.claim() is None
