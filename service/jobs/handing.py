"""Hands pages out to the workers, a bounded number at a time, and counts what comes back."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from celery import Celery
from celery.result import AsyncResult

from service.core.records import Page, Rejection
from service.ingest.batches import Written
from service.ingest.ingesting import Report
from service.jobs.queue import TASK, cut_tasks, pack_pages

_AHEAD = 64  # tasks under way: enough for 30 workers, and at most 256 MB in Redis


def hand_out(queue: Celery, pages: Iterable[Page | Rejection], advance: Callable[[int], object] = int) -> Report:
    """Have all pages taken in by workers and return the report; `advance` hears how many pages each task had.

    Who stops waiting loses nothing: the tasks that were handed out are done, and handing all out again changes nothing.
    """
    report, began = Report(), time.perf_counter()
    waiting: deque[AsyncResult[Any]] = deque()
    for task in cut_tasks(pages):
        waiting.append(queue.send_task(TASK, [pack_pages(task)]))
        if len(waiting) >= _AHEAD:
            _await(waiting.popleft(), report, advance)
    while waiting:
        _await(waiting.popleft(), report, advance)
    report.seconds = time.perf_counter() - began
    return report


def _await(result: "AsyncResult[Any]", report: Report, advance: Callable[[int], object]) -> None:
    before = report.pages
    done = result.get()
    result.forget()
    report.add(Written(**done["written"]), [Rejection(*rejected) for rejected in done["rejections"]])
    advance(report.pages - before)
