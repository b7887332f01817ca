"""The corpus as a whole: makes its tables, checks that this service can read them, counts its versions."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, inspect, select, text, update

from service.store.engine import reading, writing
from service.store.numbering import ORDERED_BY
from service.store.queries import CorpusState
from service.store.statements import Statement
from service.store.tables import SCHEMA_VERSION, corpus, metadata, pages

# FTS5 tables over the `terms` of each collection; PostgreSQL has a GIN index on the column itself.
SEARCHED = ("articles", "entities", "claims", "groups")

# Made once: it is asked at every answer that is not kept.
_STATE = Statement(select(corpus.c.version, corpus.c.changed_at, corpus.c.lexicon_version))


class StoreError(RuntimeError):
    """The database holds what this version cannot read; the message says what to do."""


def create_corpus(engine: Engine) -> None:
    """Make the tables that are missing, and refuse a database made by another version."""
    with writing(engine) as db:
        if not inspect(db).has_table("corpus"):
            metadata.create_all(db)
            _create_search(db)
            db.execute(corpus.insert().values(id=1, version=0, schema_version=SCHEMA_VERSION))
        _check_schema(db)


def empty_corpus(engine: Engine) -> None:
    """Forget all but the pages, whatever version wrote it, and begin a corpus of this version; its version rises."""
    with writing(engine) as db:
        version = db.execute(select(corpus.c.version)).scalar_one() if inspect(db).has_table("corpus") else 0
        if db.dialect.name == "sqlite":
            for name in SEARCHED:
                db.execute(text(f"DROP TABLE IF EXISTS {name}_terms"))
        metadata.drop_all(db, tables=[table for table in metadata.sorted_tables if table is not pages])
        metadata.create_all(db)
        _create_search(db)
        db.execute(corpus.insert().values(id=1, version=version + 1, schema_version=SCHEMA_VERSION))


def _create_search(db: Connection) -> None:
    for name in SEARCHED:
        if db.dialect.name == "postgresql":
            db.execute(text(f"CREATE INDEX {name}_by_terms ON {name} USING gin (terms)"))
        else:
            options = (
                f"content='{name}', content_rowid='{ORDERED_BY[name]}', detail=none, "
                "tokenize='unicode61 remove_diacritics 0'"
            )
            db.execute(text(f"CREATE VIRTUAL TABLE {name}_terms USING fts5(terms, {options})"))


def _check_schema(db: Connection) -> None:
    found = db.execute(select(corpus.c.schema_version)).scalar_one()
    if found != SCHEMA_VERSION:
        raise StoreError(
            f"The corpus has schema version {found}, this service writes version {SCHEMA_VERSION}: "
            "run `flask --app service rebuild` to make it anew from the pages it keeps."
        )


def read_state(db: Connection) -> CorpusState:
    """Return the corpus version, when it last rose, and the lexicon that made it."""
    [(version, changed_at, lexicon_version)] = _STATE.read(db, {})
    return CorpusState(version, datetime.fromisoformat(changed_at) if changed_at else None, lexicon_version)


def load_state(engine: Engine) -> CorpusState:
    """Return the state of the corpus now."""
    with reading(engine) as db:
        return read_state(db)


def raise_version(db: Connection, lexicon_version: str) -> None:
    """Raise the corpus version, which all answers bear; called once a batch, inside its transaction."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = {"version": corpus.c.version + 1, "changed_at": now, "lexicon_version": lexicon_version}
    db.execute(update(corpus).values(**values))
