"""Relating page by page in the store gives what the core gives for all pages at once."""

from collections import defaultdict
from pathlib import Path

from sqlalchemy import select

from service.core.knowledge import Lexicon
from service.core.pipeline import relate_readings
from service.core.records import Page, Reading
from service.ingest.batches import write_batch
from service.ingest.clean import read_sent
from service.ingest.preparing import prepare
from service.ingest.sources import find_files, read_pages
from service.store import tables as t
from service.store.corpus import create_corpus
from service.store.engine import open_engine, reading

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_store_relates_like_the_core(database_url: str, lexicon: Lexicon) -> None:
    pages = [page for file in find_files([str(CORPUS)]) for page in read_pages(file, 10**6) if isinstance(page, Page)]
    read = [(page, found) for page in pages if isinstance(found := read_sent(page, lexicon), Reading)]
    assert len(read) > 10
    engine = open_engine(database_url)
    create_corpus(engine)
    for page, found in reversed(read):
        write_batch(engine, [prepare(page, found)], lexicon)
    entities, groups = relate_readings([found for _, found in read], lexicon)
    named, said = t.page_entities.c, t.claims.c
    columns = (named.article_id, named.idx, named.entity_id)
    with reading(engine) as db:
        linked = {(row.article_id, row.idx): row.entity_id for row in db.execute(select(*columns))}
        grouped = {row.id: row.group_id for row in db.execute(select(said.id, said.group_id))}
    engine.dispose()
    assert _parts({place: linked[place] for place in entities}) == _parts(entities)
    assert grouped == groups


def _parts(owners: dict[tuple[str, int], str]) -> set[frozenset[tuple[str, int]]]:
    """Return what is one entity; its id may differ, since the store knows the outlets' full names besides."""
    parts = defaultdict(set)
    for place, owner in owners.items():
        parts[owner].add(place)
    return {frozenset(part) for part in parts.values()}
