"""The corpus that laws are tried on begins empty each time, whatever was in it."""

from service.ingest.batches import write_batch
from service.lexicon.loading import load_lexicon
from tests.emptied import emptied_corpus
from tests.ingest.readings import make_prepared
from tests.properties.test_ingest_order import dump_corpus


def test_nothing_is_left_of_what_was_written() -> None:
    empty = dump_corpus(emptied_corpus())
    assert not empty["pages"]
    write_batch(emptied_corpus(), [make_prepared(0, 0, 3, [1], [(0, 0)])], load_lexicon())
    assert dump_corpus(emptied_corpus()) == empty
