"""What a worker does: reads the pages of a task and takes them into the corpus in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from celery import Celery
from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from service.core.knowledge import Lexicon
from service.core.records import Page, Rejection
from service.ingest.batches import Written, write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one
from service.jobs.marks import FATAL, Marks
from service.jobs.queue import TASK, Sent, pack_rejection, unpack_pages

Done = tuple[Written, list[Rejection]]

_PASSING = (OperationalError, InterfaceError)  # the database is down or busy: another try may go well
_LONGEST_PAUSE = 60  # seconds between tries
_TRIES = 100  # over an hour: longer than any restart of a database


def register_task(queue: Celery, engine: Engine, lexicon: Lexicon) -> None:
    """Let workers of the queue take pages into a corpus.

    Reading goes on in all workers at once, writing in one at a time: the store lets one transaction write. A task that
    comes again because its worker was lost is done page by page, and a page that ends its worker is rejected.
    """

    def take(pages: Sequence[Sent]) -> Done:
        outcomes = [read_one(page, lexicon) for page in pages]
        written = write_batch(engine, [found for found in outcomes if isinstance(found, Prepared)], lexicon)
        return written, [found for found in outcomes if isinstance(found, Rejection)]

    @queue.task(
        name=TASK,
        bind=True,
        autoretry_for=_PASSING,
        retry_backoff=True,
        retry_backoff_max=_LONGEST_PAUSE,
        max_retries=_TRIES,
    )
    def take_in(task: Any, packed: list[list[Any]]) -> dict[str, Any]:
        pages = list(unpack_pages(packed))
        marks = Marks(queue.backend.client, task.request.id)
        with marks.attempt() as cut_off:
            done = _take_singly(pages, marks, take) if cut_off else [take(pages)]
        return _tell(done)


def _take_singly(pages: Sequence[Sent], marks: Marks, take: Callable[[Sequence[Sent]], Done]) -> list[Done]:
    done = []
    for idx, page in enumerate(pages):
        with marks.page(idx) as may_be:
            fatal = not may_be and isinstance(page, Page)
            done.append(take([Rejection(page.name, "fatal", FATAL) if fatal else page]))
    return done


def _tell(done: Sequence[Done]) -> dict[str, Any]:
    """Return what came of pages as JSON can hold it."""
    written = {field.name: sum(getattr(one, field.name) for one, _ in done) for field in fields(Written)}
    return {"written": written, "rejections": [pack_rejection(found) for _, rejected in done for found in rejected]}
