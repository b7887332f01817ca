"""An ingest that is killed leaves a whole corpus, which a second run completes to what one run would have made."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from service.ingest.batches import write_batch
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.corpus import create_corpus, load_state
from service.store.engine import open_engine, reading
from tests.properties.test_ingest_order import dump_corpus
from tests.store.conftest import invented_pages

_PAGES = 24


def _write_all(url: str) -> None:
    engine = open_engine(url)
    pages = invented_pages(_PAGES)
    for page in pages:
        write_batch(engine, [page], load_lexicon())
    engine.dispose()


def _made_at_once(folder: Path) -> dict[str, list[str]]:
    engine = open_engine(f"sqlite:///{folder}/whole.sqlite")
    create_corpus(engine)
    write_batch(engine, invented_pages(_PAGES), load_lexicon())
    return dump_corpus(engine)


@pytest.mark.parametrize("after", [1, 5, 13])
def test_a_killed_ingest_is_completed_by_the_next(database_url: str, tmp_path: Path, after: int) -> None:
    load_lexicon()
    engine = open_engine(database_url)
    create_corpus(engine)
    engine.dispose()
    process = multiprocessing.get_context("fork").Process(target=_write_all, args=(database_url,))
    process.start()
    deadline = time.monotonic() + 60
    while load_state(engine).version < after and time.monotonic() < deadline:
        time.sleep(0.001)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    with reading(engine) as db:
        articles = set(db.execute(select(t.articles.c.id)).scalars())
        claimed = set(db.execute(select(t.claims.c.article_id)).scalars())
        pages = set(db.execute(select(t.pages.c.article_id)).scalars())
    assert claimed <= articles == pages
    assert len(articles) > 0
    _write_all(database_url)
    assert dump_corpus(engine) == _made_at_once(tmp_path)
    engine.dispose()


def test_two_ingests_at_once_make_one_corpus(database_url: str, tmp_path: Path) -> None:
    load_lexicon()
    engine = open_engine(database_url)
    create_corpus(engine)
    engine.dispose()
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_write_all, args=(database_url,)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert dump_corpus(engine) == _made_at_once(tmp_path)
    engine.dispose()
