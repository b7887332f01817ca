"""Relates random pages to one another: batches of pages changed from the same few, and some taken out again."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from sqlalchemy import Engine, select

from service.core.knowledge import Lexicon
from service.core.records import Page
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one
from service.ingest.removing import remove_article
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine, reading
from tests.fuzz.mutating import mutate
from tests.wholeness import check_whole

_PAGES = 6  # a batch, of two pages changed again and again: they share names, claims and passages
_FULL = 60  # articles, after which articles are taken out


class Relater:
    """Writes batches into a corpus of its own, which must stay whole."""

    def __init__(self, folder: Path, pages: Sequence[Page], lexicon: Lexicon, chance: Random) -> None:
        self._pages = pages
        self._lexicon = lexicon
        self._chance = chance
        self._engine: Engine = open_engine(f"sqlite:///{folder}/related.sqlite")
        create_corpus(self._engine)
        self.outcomes: Counter[str] = Counter()

    def relate(self) -> None:
        """Write one batch, or take an article out, and check the corpus."""
        with reading(self._engine) as db:
            held = sorted(db.execute(select(t.articles.c.id)).scalars())
        if len(held) > _FULL or (held and self._chance.random() < 0.2):
            assert remove_article(self._engine, self._chance.choice(held), self._lexicon)
            self.outcomes["articles taken out"] += 1
        else:
            self._write()
        check_whole(self._engine)

    def _write(self) -> None:
        two = self._chance.sample(list(self._pages), 2)
        outcomes = [read_one(mutate(two, self._chance), self._lexicon) for _ in range(_PAGES)]
        batch = [found for found in outcomes if isinstance(found, Prepared)]
        written = write_batch(self._engine, batch, self._lexicon)
        assert written.articles + written.unchanged == len(batch)
        self.outcomes["articles written"] += written.articles
        self.outcomes["batches written"] += 1
