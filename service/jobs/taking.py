"""What a worker does: reads the pages of a task and takes them into the corpus in one transaction."""

from dataclasses import asdict
from typing import Any

from celery import Celery
from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from service.core.knowledge import Lexicon
from service.core.records import Rejection
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one
from service.jobs.queue import TASK, pack_rejection, unpack_pages

_PASSING = (OperationalError, InterfaceError)  # the database is down or busy: another try may go well
_LONGEST_PAUSE = 60  # seconds between tries
_TRIES = 100  # over an hour: longer than any restart of a database


def register_task(queue: Celery, engine: Engine, lexicon: Lexicon) -> None:
    """Let workers of the queue take pages into a corpus.

    Reading goes on in all workers at once, writing in one at a time: the store lets one transaction write.
    """

    @queue.task(
        name=TASK, autoretry_for=_PASSING, retry_backoff=True, retry_backoff_max=_LONGEST_PAUSE, max_retries=_TRIES
    )
    def take_in(packed: list[list[Any]]) -> dict[str, Any]:
        outcomes = [read_one(page, lexicon) for page in unpack_pages(packed)]
        written = write_batch(engine, [found for found in outcomes if isinstance(found, Prepared)], lexicon)
        rejected = [pack_rejection(found) for found in outcomes if isinstance(found, Rejection)]
        return {"written": asdict(written), "rejections": rejected}
