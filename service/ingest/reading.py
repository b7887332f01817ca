"""Reads pages in parallel: each worker takes a page from its bytes to what the writer writes."""

import gc
import logging
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from service.core.arabic.remembering import ReadBytes
from service.core.knowledge import Lexicon
from service.core.records import Page, Rejection
from service.ingest.clean import read_sent
from service.ingest.preparing import Prepared, prepare
from service.lexicon.loading import load_lexicon

Outcome = Prepared | Rejection

_LOG = logging.getLogger(__name__)
_FAILED = "reading it failed; the log says where"
_READ = ReadBytes()  # by this process
_AHEAD = 8  # chunks that are read while a batch is written, beyond those that the workers are at
_YOUNG = 20_000  # objects made between two looks for garbage; Python's own 700 are less than a page makes for good
_CHUNK = 32  # pages a task: enough to make handing over cheap, few enough to keep all workers busy to the end


def read_one(page: Page | Rejection, lexicon: Lexicon) -> Outcome:
    """Return a page read and prepared, or why it cannot be."""
    if isinstance(page, Rejection):
        return page
    _READ.add(len(page.data))
    reading = read_sent(page, lexicon)
    return reading if isinstance(reading, Rejection) else prepare(page, reading)


def _read_chunk(pages: list[Page | Rejection]) -> list[Outcome]:
    lexicon = load_lexicon()
    return [_read_or_reject(page, lexicon) for page in pages]


def _read_or_reject(page: Page | Rejection, lexicon: Lexicon) -> Outcome:
    """Return a page read, or rejected where reading it fails: one among many must not end them all."""
    try:
        return read_one(page, lexicon)
    except Exception:
        _LOG.exception("reading the page %s failed", page.name)
        return Rejection(page.name, "fatal", _FAILED)


def freeze_lexicon() -> None:
    """Load the lexicon for good: before a fork, so that workers share its memory, and out of the collector's sight.

    Else each collection walks through its 200,000 objects: a quarter of the time that a page takes. What pages make is
    looked through seldom: it goes when its batch is written, and hardly any of it stands in a circle.
    """
    load_lexicon()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def read_all(pages: Iterable[Page | Rejection], workers: int | None = None) -> Iterator[Outcome]:
    """Yield pages read, in the order given; never more than a few chunks a worker are in memory."""
    count = workers or os.cpu_count() or 1
    freeze_lexicon()
    if count == 1:
        yield from (_read_or_reject(page, load_lexicon()) for page in pages)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_end_with_parent) as pool:
        yield from _in_order(pool, iter(pages), 2 * count + _AHEAD)


def _end_with_parent() -> None:
    """Let a worker end with the ingest, even where that is killed: the pool alone would leave it waiting for ever."""
    Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_order(pool: ProcessPoolExecutor, pages: Iterator[Page | Rejection], ahead: int) -> Iterator[Outcome]:
    waiting: list[Future[list[Outcome]]] = []
    while True:
        while len(waiting) < ahead and (chunk := list(islice(pages, _CHUNK))):
            waiting.append(pool.submit(_read_chunk, chunk))
        if not waiting:
            return
        yield from waiting.pop(0).result()
