"""Hands pages out to the workers, a bounded number at a time, and counts what comes back."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from celery import Celery
from celery.exceptions import TimeoutError as Late
from celery.result import AsyncResult

from service.core.records import Rejection
from service.ingest.batches import Written
from service.ingest.ingesting import Report
from service.jobs.queue import TASK, Sent, cut_tasks, pack_pages

_AHEAD = 64  # tasks under way: enough for 30 workers, and at most 256 MB in Redis


class _Task(NamedTuple):
    pages: list[Sent]
    result: "AsyncResult[Any]"


def hand_out(queue: Celery, pages: Iterable[Sent], advance: Callable[[int], object] = int) -> Report:
    """Have all pages taken in by workers and return the report; `advance` hears how many pages each task had.

    Who stops waiting loses nothing: the tasks that were handed out are done, and handing all out again changes nothing.
    """
    report, began = Report(), time.perf_counter()
    waiting: deque[_Task] = deque()
    for task in cut_tasks(pages):
        waiting.append(_Task(task, queue.send_task(TASK, [pack_pages(task)])))
        if len(waiting) >= _AHEAD:
            _await(queue, waiting.popleft(), report, advance)
    while waiting:
        _await(queue, waiting.popleft(), report, advance)
    report.seconds = time.perf_counter() - began
    return report


def _await(queue: Celery, task: _Task, report: Report, advance: Callable[[int], object]) -> None:
    before = report.pages
    done = _result(queue, task)
    task.result.forget()
    report.add(Written(**done["written"]), [Rejection(*rejected) for rejected in done["rejections"]])
    advance(report.pages - before)


def _result(queue: Celery, task: _Task) -> dict[str, Any]:
    """Return what came of a task; sent again under its own id where nothing is heard of it for the queue's lease.

    A message is lost where its worker is killed between taking it off Redis and noting that it has it.
    """
    while True:
        try:
            done: dict[str, Any] = task.result.get(timeout=queue.conf.broker_transport_options["visibility_timeout"])
        except Late:
            queue.send_task(TASK, [pack_pages(task.pages)], task_id=task.result.id)
        else:
            return done
