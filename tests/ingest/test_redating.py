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


def test_a_day_comes_with_the_page_that_fixes_it_and_goes_with_it(tmp_path: Path) -> None:
    pages = {name: _read(name, lines) for name, lines in _PAGES.items()}
    served = [_served(_corpus(tmp_path / str(i), order)) for i, order in enumerate(permutations(pages.values()))]
    assert all(each == served[0] for each in served)
    undated, dated = pages["undated"].article.id, pages["dated"].article.id
    evidence = served[0][undated]["date_evidence"]
    assert served[0][undated]["published_on"] == "2021-07-23"
    assert (evidence["basis"], evidence["articles"], evidence["text"]) == ("corpus", [dated], "اليوم الجمعة")
    engine = _corpus(tmp_path / "last", pages.values())
    came = _served(engine)[undated]["source"]
    remove_article(engine, dated, load_lexicon())
    left = _served(engine)[undated]
    assert (left["published_on"], left["date_evidence"]["basis"], left["source"]) == (None, "none", came)


def _read(name: str, lines: tuple[str, ...]) -> Prepared:
    outcome = read_one(Page(f"{name}.txt", "\n".join(lines).encode()), load_lexicon())
    assert isinstance(outcome, Prepared)
    return outcome


def _corpus(folder: Path, pages: Iterable[Prepared]) -> Engine:
    folder.mkdir()
    engine = open_engine(f"sqlite:///{folder}/isnad.sqlite")
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
