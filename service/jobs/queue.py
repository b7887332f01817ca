"""The queue between who hands pages out and the workers that take them in: Celery on the Redis at BROKER_URL."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any

from celery import Celery

from service.core.records import Page, Rejection

TASK = "isnad.take_in"
_PAGES = 32  # pages a task: half a second of work, so that a lost worker costs little and all are busy to the end
_BYTES = 4_000_000  # of pages a task: what Redis and a worker take without a thought

Sent = Page | Rejection


def make_queue(broker_url: str, lease: int) -> Celery:
    """Return the queue; a task whose worker was not heard of for `lease` seconds goes to another one.

    A task is acknowledged when it is done, and doing it twice changes nothing: what a killed worker held is neither
    lost nor doubled.
    """
    queue = Celery("isnad", broker=broker_url, backend=broker_url)
    queue.conf.update(
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        broker_transport_options={"visibility_timeout": lease},
        result_expires=86_400,
        broker_connection_retry_on_startup=True,
        worker_hijack_root_logger=False,
        task_serializer="json",
        accept_content=["json"],
    )
    return queue


def cut_tasks(pages: Iterable[Sent]) -> Iterator[list[Sent]]:
    """Yield pages in lists that make one task each."""
    task: list[Sent] = []
    size = 0
    for page in pages:
        size += len(page.data) if isinstance(page, Page) else 0
        task.append(page)
        if len(task) == _PAGES or size >= _BYTES:
            yield task
            task, size = [], 0
    if task:
        yield task


def pack_pages(pages: Iterable[Sent]) -> list[list[Any]]:
    """Return pages, and what was no page from the start, as JSON can hold them."""
    return [
        ["page", page.name, b64encode(page.data).decode(), page.media_type, page.url]
        if isinstance(page, Page)
        else ["rejection", *pack_rejection(page)]
        for page in pages
    ]


def unpack_pages(packed: Iterable[list[Any]]) -> Iterator[Sent]:
    """Yield what was packed."""
    for kind, name, *rest in packed:
        if kind == "page":
            data, media_type, url = rest
            yield Page(name, b64decode(data), media_type, url)
        else:
            yield Rejection(name, *rest)


def pack_rejection(rejection: Rejection) -> list[str]:
    """Return a rejection as JSON can hold it."""
    return [rejection.name, rejection.code, rejection.reason]
