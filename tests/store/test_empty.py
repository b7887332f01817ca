"""A service may be started before anything was ingested: an empty database is an empty corpus."""

import pytest
from sqlalchemy import update

from service.store.corpus import StoreError
from service.store.engine import open_engine, writing
from service.store.queries import Query
from service.store.reading import Reader
from service.store.tables import corpus


def test_an_empty_database_becomes_an_empty_corpus(database_url: str) -> None:
    reader = Reader(open_engine(database_url))
    assert reader.corpus_state().version == 0
    assert reader.list_documents(Query("claims", sort="published_on")).total == 0


def test_a_corpus_of_another_schema_is_refused_with_what_to_do(database_url: str) -> None:
    engine = open_engine(database_url)
    Reader(engine).corpus_state()
    with writing(engine) as db:
        db.execute(update(corpus).values(schema_version=0))
    with pytest.raises(StoreError, match="rebuild"):
        Reader(engine).corpus_state()
