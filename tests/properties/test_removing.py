"""A corpus from which pages were taken out is the corpus that never had them."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.ingest.removing import remove_article
from service.lexicon.loading import load_lexicon
from tests.emptied import emptied_corpus
from tests.ingest.readings import make_prepared
from tests.properties.test_ingest_order import PAGES, dump_corpus


@given(pages=PAGES, data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_page_taken_out_leaves_nothing(pages: list[Any], data: st.DataObject) -> None:
    prepared = [make_prepared(number, *page) for number, page in enumerate(pages)]
    gone = data.draw(st.lists(st.sampled_from(range(len(prepared))), min_size=1, max_size=3, unique=True))
    kept = [page for number, page in enumerate(prepared) if number not in gone]
    without, never = corpus_without(prepared, [prepared[number] for number in gone]), corpus_without(kept, [])
    for name in never.keys() - {"corpus"}:
        assert without[name] == never[name], name


def corpus_without(pages: list[Prepared], removed: list[Prepared]) -> dict[str, list[Any]]:
    """Return what a corpus holds that was given pages, and of which some were taken out again."""
    engine = emptied_corpus()
    write_batch(engine, pages, load_lexicon())
    for page in removed:
        assert remove_article(engine, page.article.id, load_lexicon())
        assert not remove_article(engine, page.article.id, load_lexicon())
    return dump_corpus(engine)
