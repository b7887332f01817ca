"""Works off jobs in a thread of the serving process; another runner may take its place."""

import logging
import threading
from collections.abc import Callable, Sequence

from service.core.records import Page, Rejection
from service.ingest.taking import Taken, Taking, take_pages
from service.jobs.marks import FATAL
from service.store.jobs import Begun, JobBook

_LOG = logging.getLogger(__name__)
_STEP = 8  # pages a transaction: a second of work, so that progress shows and a stop does not wait long
_MOST_ENDED = 3  # processes that may end at a page: the first of them was at others too
_PAUSE = 5.0  # seconds between looks for jobs that another process left behind


class JobRunner:
    """Takes jobs from the book one after another; its thread starts when it is told to, not before a fork."""

    def __init__(
        self,
        book: JobBook,
        taking: Taking,
        told: Callable[[Sequence[Taken]], object],
        passing: tuple[type[Exception], ...],
    ) -> None:
        """Make a runner; told hears what became of pages, passing are the errors after which one tries again."""
        self._book = book
        self._taking = taking
        self._told = told
        self._passing = passing
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def submit(self, pages: Sequence[Page]) -> str:
        """Write a job down and return its id; it is worked off in the background."""
        key = self._book.submit(pages)
        self.start()
        self._woken.set()
        return key

    def start(self) -> None:
        """Start the thread where it does not run."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._stopped.clear()
                self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
                self._thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """End the thread after the pages it is at; the job waits for the next runner."""
        self._stopped.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join(patience)

    def run_job(self, key: str) -> None:
        """Take in what is left of a claimed job."""
        try:
            while not self._stopped.is_set() and (begun := self._book.begin_pages(key, _STEP)):
                taken = self._take(begun)
                self._told(taken)
                self._book.advance(key, [(at.idx, one.as_json()) for at, one in zip(begun, taken, strict=True)])
            self._book.close(key, "queued" if self._stopped.is_set() else "done")
        except self._passing:
            raise
        except Exception as wrong:
            _LOG.exception("a job failed", extra={"job": key})
            self._book.close(
                key, "failed", f"The service failed at it ({type(wrong).__name__}); the log has the reason."
            )

    def _take(self, begun: Sequence[Begun]) -> list[Taken]:
        if begun[0].ended < _MOST_ENDED:
            return take_pages([at.page for at in begun], self._taking)
        name = begun[0].page.name
        return [Taken(name, "rejected", rejection=Rejection(name, "fatal", FATAL))]

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._woken.clear()
            try:
                while not self._stopped.is_set() and (key := self._book.claim()) is not None:
                    self.run_job(key)
            except Exception as wrong:  # a store that is down: the job stays, and is claimed when it answers
                _LOG.warning("jobs wait for the store", extra={"reason": type(wrong).__name__})
            self._woken.wait(_PAUSE)
