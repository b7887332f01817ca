"""What is kept counted is what there is, whatever came in and went."""

from sqlalchemy import Engine, select

from service.core.records import Page, Reading
from service.ingest.batches import write_batch
from service.ingest.clean import read_sent
from service.ingest.preparing import prepare
from service.ingest.removing import remove_article
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.engine import reading
from tests.wholeness import check_whole

SAID = (
    "قال وزير النقل سليم الراوي إن 14 باخرة و20 باخرة رست في ميناء الزاهرة.\n"
    "ونقلت صحيفة المرفأ عن الراوي قوله إن 40 عاملا أضربوا.",
    "أكد سليم الراوي أن 14 باخرة غادرت. وقالت شركة الخطاف إن 300 عامل عادوا إلى أرصفة ميناء الزاهرة.",
    "أعلنت شركة الخطاف أن الوزير سليم الراوي سيزور ميناء الزاهرة، وأضافت أن 12 باخرة تنتظر.",
)


def test_counts_follow_pages_that_come_and_go(engine: Engine) -> None:
    lexicon = load_lexicon()
    for number, said in enumerate(SAID):
        page = Page(f"{number}.txt", f"الميناء يستأنف العمل {number}\n2022-03-1{number}\n{said}\n".encode())
        found = read_sent(page, lexicon)
        assert isinstance(found, Reading)
        write_batch(engine, [prepare(page, found)], lexicon)
        check_whole(engine)
    with reading(engine) as db:
        articles = list(db.execute(select(t.articles.c.id)).scalars())
        tallied = dict(
            db.execute(select(t.tallies.c.value, t.tallies.c.count).where(t.tallies.c.name == "figure_of")).all()
        )
        assert tallied["باخره"] == 3
    for article in articles:
        assert remove_article(engine, article, lexicon)
        check_whole(engine)
    with reading(engine) as db:
        assert not db.execute(select(t.tallies).where(t.tallies.c.name == "figure_of")).all()
