"""Pages that show no day are dated by those that come and go, in any order."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Engine, select

from service.core.records import Page
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one
from service.ingest.removing import remove_article
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine, reading

_WIRE = (
    "وقال وزير المياه فؤاد الحمداوي إن حصة كل بلد ستحدد على أساس عدد السكان ومساحة الأراضي المزروعة في الحوض.",
    "وأضاف أن لجنة من المهندسين ستزور السدود الأربعة قبل نهاية الشهر وترفع تقريرا مفصلا إلى الحكومتين.",
    "وكان البلدان قد اختلفا على مواعيد فتح البوابات بعد موسم جاف هو الأشد منذ ثلاثين عاما بحسب خبراء.",
)
_PAGES = {
    "dated": (
        "اتفاق على المياه",
        "2021-07-25 | 04:44",
        "بدأ وفد فني محادثات في الريحان حول توزيع مياه النهر بين البلدين.",
        *_WIRE,
    ),
    "undated": (
        "مباحثات حول المياه",
        "تستأنف اليوم الجمعة محادثات المياه التي ستناقش توزيع حصص النهر في الصيف.",
        *_WIRE,
    ),
    "other": (
        "افتتاح معرض الكتب",
        "2021-07-01 | 10:00",
        "افتتح وزير الثقافة معرض الكتب في دورته العشرين بمشاركة مئتي دار نشر.",
    ),
}


def test_no_order_of_pages_matters(tmp_path: Path) -> None:
    pages = [_read(name, lines) for name, lines in _PAGES.items()]
    orders = enumerate(permutations(pages))
    served = [_served(_corpus(f"sqlite:///{tmp_path}/{i}.sqlite", order)) for i, order in orders]
    assert all(each == served[0] for each in served)


def test_a_day_comes_with_the_page_that_fixes_it_and_goes_with_it(database_url: str) -> None:
    pages = {name: _read(name, lines) for name, lines in _PAGES.items()}
    engine = _corpus(database_url, reversed(pages.values()))
    before = _served(engine)
    undated, dated = pages["undated"].article.id, pages["dated"].article.id
    evidence = before[undated]["date_evidence"]
    assert before[undated]["published_on"] == "2021-07-23"
    assert (evidence["basis"], evidence["articles"], evidence["text"]) == ("corpus", [dated], "اليوم الجمعة")
    remove_article(engine, dated, load_lexicon())
    left = _served(engine)[undated]
    assert (left["published_on"], left["date_evidence"]["basis"]) == (None, "none")
    assert left["source"] == before[undated]["source"]
    engine.dispose()


def _read(name: str, lines: tuple[str, ...]) -> Prepared:
    outcome = read_one(Page(f"{name}.txt", "\n".join(lines).encode()), load_lexicon())
    assert isinstance(outcome, Prepared)
    return outcome


def _corpus(url: str, pages: Iterable[Prepared]) -> Engine:
    engine = open_engine(url)
    create_corpus(engine)
    for page in pages:
        write_batch(engine, [page], load_lexicon())
    return engine


def _served(engine: Engine) -> dict[str, Any]:
    with reading(engine) as db:
        found = {row.id: orjson.loads(row.whole) for row in db.execute(select(t.articles.c.id, t.articles.c.whole))}
    for article in found.values():
        article["source"].pop("ingested_at")
    return found
