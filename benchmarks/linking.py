"""What linking the names of one more page costs in a corpus of 1,000, 10,000 and 100,000 pages."""

import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from benchmarks.pages import write_pages
from service.core.arabic.texts import read_texts
from service.core.identity import content_hash, make_id
from service.core.linking.page_linking import link_mentions
from service.core.recognition.mentions import find_mentions
from service.core.records import Alias, Article, Page, PageEntity, Reading
from service.ingest.entities import write_entities
from service.ingest.linking import link_batch
from service.ingest.preparing import Prepared, prepare
from service.ingest.rows import page_entity_rows
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine, reading, writing
from service.store.entities import move_forms
from service.store.writing import insert_rows

SIZES = (1_000, 10_000, 100_000)
_READ = 1_500  # pages that are really read; the rest are these with other names
_FREQUENT = 5  # pages that name what keeps its name in every copy: countries, presidents, agencies
_COINED = 0.2  # of new names' words, those that no other name has
_MEASURED = 200
_BATCH = 256


@dataclass(frozen=True)
class Cost:
    """Milliseconds to link one more page, and the largest things that linking looks at."""

    pages: int
    names: int
    median: float
    p95: float
    cpu: float
    core: int
    claimed: int
    entity: int


def measure_linking(url: str, sizes: tuple[int, ...] = SIZES) -> list[Cost]:
    """Fill an empty database to each size in batches, and then add pages one by one."""
    engine = open_engine(url)
    create_corpus(engine)
    pages, filled, costs = make_pages(), 0, []
    for size in sizes:
        while filled < size:
            batch = list(islice(pages, min(_BATCH, size - filled)))
            _add(engine, batch)
            filled += len(batch)
        with reading(engine) as db:
            db.exec_driver_sql("ANALYZE")
        costs.append(_measure(engine, pages, filled))
        filled += _MEASURED
    engine.dispose()
    return costs


def _measure(engine: Engine, pages: Iterator[Prepared], filled: int) -> Cost:
    walls, cpus = [], []
    for page in islice(pages, _MEASURED):
        began, used = time.perf_counter(), time.process_time()
        _add(engine, [page])
        walls.append((time.perf_counter() - began) * 1000)
        cpus.append((time.process_time() - used) * 1000)
    p95 = statistics.quantiles(walls, n=20)[-1]
    with reading(engine) as db:
        names = int(db.execute(select(func.count()).select_from(t.name_forms)).scalar_one())
        forms = t.name_forms.c
        return Cost(filled, names, statistics.median(walls), p95, statistics.median(cpus), _most(db, forms.core),
                    _most(db, t.name_ties.c.call), _most(db, forms.entity_id))  # fmt: skip


def _most(db: Connection, column: Any) -> int:
    counts = select(column, func.count().label("rows")).group_by(column).subquery()
    return int(db.execute(select(func.coalesce(func.max(counts.c.rows), 0))).scalar_one())


def _add(engine: Engine, batch: list[Prepared]) -> None:
    knowledge = load_lexicon().linking
    with writing(engine) as db:
        links = link_batch(db, batch, knowledge)
        move_forms(db, links.moved)
        insert_rows(db, t.page_entities, [row for page in batch for row in page_entity_rows(page, links.entity_of)])
        write_entities(db, batch, links, knowledge)


def make_pages() -> Iterator[Prepared]:
    """Yield pages without end: what real pages name, in every further copy under other names of the same shape."""
    read = _read_names()
    named_by = Counter(entity.name for page in read for entity in page)
    words = Counter(word for page in read for entity in page if entity.type == "person" for word in entity.name.split())
    pool = sorted(words, key=lambda word: (-words[word], word))
    weights = [words[word] for word in pool]
    number = 0
    for copy in range(sys.maxsize):
        for page in read:
            named = [_renamed(entity, copy, pool, weights) if copy and named_by[entity.name] < _FREQUENT else entity
                     for entity in page]  # fmt: skip
            yield _prepare(number, [*{(entity.type, entity.name): entity for entity in named}.values()])
            number += 1


@lru_cache(maxsize=1)
def _read_names() -> list[tuple[PageEntity, ...]]:
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as folder:
        write_pages(Path(folder), _READ)
        bodies = [file.read_text(encoding="utf-8") for file in sorted(Path(folder).iterdir())]
    texts = [read_texts(None, body) for body in bodies]
    return [link_mentions(text, find_mentions(text, lexicon.recognition), lexicon.linking) for text in texts]


def _renamed(entity: PageEntity, copy: int, pool: list[str], weights: list[int]) -> PageEntity:
    """Return an entity under another name: frequent words stay frequent (Zipf), and some words are coined."""
    if entity.country:
        return entity
    chance = random.Random(f"{copy} {entity.name}")
    kept = 0 if entity.type == "person" else 1
    fresh = {
        word: _coin(chance, pool) if chance.random() < _COINED else chance.choices(pool, weights)[0]
        for word in entity.name.split()[kept:]
    }
    aliases = tuple(Alias(_replace(alias.name, fresh), *(alias.count, alias.rule, alias.score))
                    for alias in entity.aliases)  # fmt: skip
    return replace(entity, name=_replace(entity.name, fresh), aliases=aliases)


def _replace(name: str, fresh: dict[str, str]) -> str:
    return " ".join(fresh.get(word, word) for word in name.split())


def _coin(chance: random.Random, pool: list[str]) -> str:
    left, right = chance.choice(pool), chance.choice(pool)
    return left[: 1 + len(left) // 2] + right[len(right) // 2 :]


def _prepare(number: int, named: list[PageEntity]) -> Prepared:
    data = str(number).encode()
    sha256 = content_hash(data)
    article = Article(make_id("a", sha256), str(number), "text/plain", sha256, None, "")
    return prepare(Page(str(number), data), Reading(article, tuple(named)))


def table(sizes: tuple[int, ...] = SIZES) -> list[str]:
    """Return the lines of the report; DATABASE_URL may name an empty database, a SQLite file is made otherwise."""
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as folder:
        costs = measure_linking(os.environ.get("DATABASE_URL", f"sqlite:///{folder}/isnad.sqlite"), sizes)
    lines = [
        f"{_MEASURED} pages added one by one, a transaction each: linking, counts and documents of names.",
        "",
        "| pages before | names | median ms | p95 ms | median CPU ms | forms of one core | claims to one name | "
        "forms of one entity |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    return lines + [
        f"| {cost.pages:,} | {cost.names:,} | {cost.median:.1f} | {cost.p95:.1f} | {cost.cpu:.1f} | {cost.core} | "
        f"{cost.claimed} | {cost.entity} |"
        for cost in costs
    ]


if __name__ == "__main__":
    print("\n".join(table(tuple(map(int, sys.argv[1:])) or SIZES)))
