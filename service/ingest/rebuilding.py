"""Makes the corpus anew from the pages it keeps."""

from collections.abc import Callable, Iterator

from sqlalchemy import Engine

from service.core.knowledge import Lexicon
from service.core.records import Page
from service.ingest.ingesting import Report, ingest_pages
from service.store.articles import load_pages
from service.store.corpus import empty_corpus
from service.store.engine import reading

_STEP = 200  # pages loaded at a time


def rebuild_corpus(
    engine: Engine, lexicon: Lexicon, workers: int | None = None, advance: Callable[[int], object] = int
) -> Report:
    """Forget everything but the pages and read them all again; run again after it was cut off, it completes."""
    empty_corpus(engine)
    return ingest_pages(engine, lexicon, _kept_pages(engine), workers, advance)


def _kept_pages(engine: Engine) -> Iterator[Page]:
    last = ""
    while True:
        with reading(engine) as db:
            loaded = list(load_pages(db, last, _STEP))
        if not loaded:
            return
        yield from (page for _, page in loaded)
        last = loaded[-1][0]
