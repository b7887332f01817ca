"""What one more page costs to group in corpora of growing size: time, claims compared, rows that the index gives."""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice

from sqlalchemy import Connection

from benchmarks.pages import read_clean_articles
from service.core.corpus import ClaimFace
from service.core.groups.candidates import day_of, make_keys
from service.core.groups.claim_keys import number_claim_keys
from service.core.groups.conflicts import make_conflict_keys
from service.core.groups.faces import face_of
from service.core.identity import identify_claim, make_id
from service.core.pipeline import read_content
from service.ingest.clashes import find_clashes
from service.ingest.crowding import LIKE, Keyed, find_crowds, gather_owners
from service.ingest.grouping import Fresh, find_pairs, group_batch
from service.lexicon.loading import load_lexicon
from service.store.corpus import create_corpus
from service.store.engine import open_engine, writing
from service.store.faces import pack_face, save_keys
from service.store.tables import claims
from service.store.writing import insert_rows
from tests.servers import running_postgres

SIZES = (1_000, 10_000, 100_000)
_READ = 1500  # articles that all pages are made of
_ADDED = 200  # pages whose cost is taken at each size
_A_DAY = 30  # pages: a corpus grows by its years
_FIRST = date(2010, 1, 1)
_UNDATED = 0.05
_STORY = 0.1  # of the pages tell what another page of the same days tells
_NAMING = 48  # weight of a stem from which most are names, which are others when the articles come round again
_BULK = 500

Told = dict[str, ClaimFace]


@dataclass(frozen=True)
class Cost:
    """For a size: median and 95th percentile of milliseconds a page; the most claims that one page's are compared with.

    Milliseconds are of the processor, in this process (the server of PostgreSQL works beside it); undated: the most
    for a page without a day.
    """

    pages: int
    median: float
    late: float
    most: int
    undated: int


def read_faces() -> list[list[ClaimFace]]:
    """Return the claims of the articles that all pages are made of."""
    lexicon, pages = load_lexicon(), []
    for article in islice(read_clean_articles(), _READ):
        reading = read_content(article, lexicon)
        ids = [identify_claim(article.id, claim) for claim in reading.claims]
        pages.append([face_of(reading, index, key, lexicon.likeness) for index, key in enumerate(ids)])
    return [page for page in pages if page]


def make_pages(read: list[list[ClaimFace]]) -> Iterator[Told]:
    """Yield pages without end, over the years: the articles, again and again with other names, some told twice."""
    chance = random.Random(7)
    told: list[list[ClaimFace]] = []
    for number, (turn, page) in enumerate((turn, page) for turn in count() for page in read):
        again = told and chance.random() < _STORY
        faces = chance.choice(told[-2 * _A_DAY :]) if again else [_rename(face, turn) for face in page]
        told.append(faces)
        day = None if chance.random() < _UNDATED else _FIRST + timedelta(days=number // _A_DAY)
        yield dict(_place(face, number, day) for face in faces)


def _rename(face: ClaimFace, turn: int) -> ClaimFace:
    pairs = zip(face.stems, face.weights, strict=True)
    return face._replace(stems=tuple(f"{stem}~{turn}" if weight >= _NAMING else stem for stem, weight in pairs))


def _place(face: ClaimFace, number: int, day: date | None) -> tuple[str, ClaimFace]:
    article = make_id("a", number)
    key = make_id("c", article, face.position)
    placed = face._replace(claim_id=key, article_id=article, outlet=f"o{number % 40}", published_on=day, said_on=day)
    return key, placed


def _keyed(page: Told) -> tuple[dict[str, Keyed], dict[str, Keyed]]:
    likeness, clashes = {}, {}
    for key, face in page.items():
        keys, day = number_claim_keys(make_keys(face), make_conflict_keys(face)), day_of(face)
        likeness[key] = Keyed(day, keys.near, keys.far + keys.shared)
        clashes[key] = Keyed(day, keys.clash_near, keys.clash_far + keys.shared)
    return likeness, clashes


def _save(db: Connection, page: Told, likeness: dict[str, Keyed], clashes: dict[str, Keyed], first: int) -> None:
    rows = [_row(face, first + place) for place, face in enumerate(page.values())]
    insert_rows(db, claims, rows)
    for keyed in (likeness, clashes):
        save_keys(db, [(number, k.day, claim) for claim, k in keyed.items() for number in (*k.near, *k.far)])


def _row(face: ClaimFace, number: int) -> dict[str, object]:
    return {
        "number": number, "id": face.claim_id, "article_id": face.article_id, "idx": face.position, "mode": "indirect",
        "stance": "assertion", "anonymous": False, "confidence": 1.0, "group_id": make_id("g", face.claim_id),
        "terms": "", "document": b"{}", "face": pack_face(face),
    }  # fmt: skip


def _add(db: Connection, page: Told, first: int) -> tuple[float, int]:
    """Add one page as ingest does; return the milliseconds and how many claims its own were compared with."""
    likeness, clashes = _keyed(page)
    began = time.process_time()
    find_clashes(db, page, clashes)
    group_batch(db, Fresh(page, likeness), set())
    _save(db, page, likeness, clashes, first)
    took = (time.process_time() - began) * 1000
    owners = gather_owners(likeness)
    pairs = find_pairs(db, LIKE.reach, owners, find_crowds(db, owners.far))
    compared = {end for pair in pairs for end in pair} - page.keys()
    return took, len(compared)


def measure(url: str, read: list[list[ClaimFace]], sizes: tuple[int, ...] = SIZES) -> Iterator[Cost]:
    """Yield the cost at each size, on a database that grows from one to the next."""
    engine = open_engine(url)
    create_corpus(engine)
    pages, held, first = make_pages(read), 0, 1
    for size in sizes:
        while held < size:
            bulk = list(islice(pages, min(_BULK, size - held)))
            together = {key: face for page in bulk for key, face in page.items()}
            with writing(engine) as db:
                _save(db, together, *_keyed(together), first)
            held, first = held + len(bulk), first + len(together)
        costs = []
        for page in islice(pages, _ADDED):
            with writing(engine) as db:
                costs.append((*_add(db, page, first), _is_dated(page)))
            held, first = held + 1, first + len(page)
        yield _sum_up(size, costs)
    engine.dispose()


def _is_dated(page: Told) -> bool:
    return any(face.published_on for face in page.values())


def _sum_up(size: int, costs: list[tuple[float, int, bool]]) -> Cost:
    taken = sorted(took for took, _, _ in costs)
    most = [max((compared for _, compared, dated in costs if dated is wanted), default=0) for wanted in (True, False)]
    return Cost(size, statistics.median(taken), taken[int(0.95 * len(taken))], *most)


@contextmanager
def _databases() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as folder, running_postgres() as server:
        yield {"SQLite": f"sqlite:///{folder}/isnad.sqlite", "PostgreSQL": server.url}


def table(sizes: tuple[int, ...] = SIZES) -> list[str]:
    """Return the lines of the report."""
    read = read_faces()
    lines = [
        f"One page more, {_A_DAY} pages a day since {_FIRST.year}, one in ten of them a story told before:",
        "",
        "| | pages held | median ms | 95 % below ms | most claims compared with a page's | with an undated page's |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    with _databases() as urls:
        for name, url in urls.items():
            for cost in measure(url, read, sizes):
                times = f"{cost.median:.1f} | {cost.late:.1f}"
                lines.append(f"| {name} | {cost.pages:,} | {times} | {cost.most} | {cost.undated} |")
                print(lines[-1], file=sys.stderr)
    return lines


if __name__ == "__main__":
    print("\n".join(table(tuple(map(int, sys.argv[1:])) or SIZES)))
