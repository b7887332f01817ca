"""The read side of the corpus: lists, documents, names, pages, figures about the whole."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, select

from service.core.arabic.letters import fold
from service.store import stats
from service.store.company import list_company, walk_company
from service.store.corpus import create_corpus, read_state
from service.store.counting import count_records
from service.store.engine import reading
from service.store.filters import TABLES
from service.store.listing import list_page
from service.store.queries import Answer, Collection, CorpusState, NamedEntity, NameOf, PageView, Query, Value
from service.store.tables import (
    article_agencies,
    articles,
    entities,
    form_aliases,
    name_forms,
    page_entities,
    pages,
    redirects,
)
from service.store.turns import Turns

_WALK = 500  # documents a step of a walk


class Reader:
    """Answers what the API asks; holds nothing of the corpus, and opens nothing before it is asked."""

    def __init__(self, engine: Engine, within: Connection | None = None) -> None:
        """Read from a database; within a transaction that somebody else keeps, where one is given."""
        self._engine = engine
        self._within = within
        self._checked = within is not None
        self._turns = Turns(engine)

    @property
    def is_near(self) -> bool:
        """Whether it reads a file of this machine, and no server that may keep it waiting."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def snapshot(self) -> Iterator["Reader"]:
        """Give a reader whose answers all come from one state of the corpus, until it is closed."""
        with self._turns.reading() as db:
            yield Reader(self._engine, db)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._within is not None:
            yield self._within
        else:
            with reading(self._engine) as db:
                yield db

    def corpus_state(self) -> CorpusState:
        """Return the corpus version, when it last rose, and the lexicon that made it.

        The first call makes an empty database a corpus and refuses one that another version made.
        """
        if not self._checked:
            create_corpus(self._engine)
            self._checked = True
        with self._reading() as db:
            return read_state(db)

    def list_documents(self, query: Query) -> Answer:
        """Return a slice of a collection, how many there are in all, and where the next slice starts."""
        with self._reading() as db:
            documents, after = list_page(db, query)
            total = count_records(db, query)
            return Answer(documents, total.records, after, total.exact)

    def walk(self, query: Query) -> Iterator[bytes]:
        """Yield every document of a query in order, all from one state of the corpus."""
        with self._reading() as db:
            after = query.after
            while True:
                documents, after = list_page(db, query.starting(after, _WALK))
                yield from documents
                if after is None:
                    return

    def get_document(self, collection: Collection, key: str) -> bytes | None:
        """Return a record's document (an article's whole one), None where there is none."""
        table = TABLES[collection]
        column = articles.c.whole if collection == "articles" else table.c.document
        with self._reading() as db:
            return db.execute(select(column).where(table.c.id == key)).scalar()

    def find_redirect(self, collection: Collection, key: str) -> str | None:
        """Return the id under which a record stands that had this id before."""
        c = redirects.c
        with self._reading() as db:
            return db.execute(select(c.target).where(c.collection == collection, c.id == key)).scalar()

    def find_names(self, name: str, of: NameOf = "anything") -> tuple[NamedEntity, ...]:
        """Return the entities (outlets or agencies alone where it says so) that a name may mean, in any spelling."""
        c = entities.c
        spelled = select(form_aliases.c.form).where(form_aliases.c.folded == " ".join(fold(name).split()))
        named = select(name_forms.c.entity_id).where(name_forms.c.key.in_(spelled))
        query = select(c.id, c.name, c.type, c.mentions).where(c.id.in_(named)).order_by(c.mentions.desc(), c.id)
        if of != "anything":
            column = articles.c.outlet if of == "outlet" else article_agencies.c.form
            publishing = select(name_forms.c.key).join(column.table, column == name_forms.c.key)
            query = query.where(publishing.where(name_forms.c.entity_id == c.id).exists())
        with self._reading() as db:
            return tuple(NamedEntity(*row) for row in db.execute(query))

    def page_of(self, article_id: str) -> PageView | None:
        """Return the raw page of an article and its lines."""
        with self._reading() as db:
            row = db.execute(select(pages).where(pages.c.article_id == article_id)).one_or_none()
        if row is None:
            return None
        data, lines = zlib.decompress(row.data), zlib.decompress(row.lines)
        return PageView(row.name, row.media_type, row.url, row.sha256, row.ingested_at, data, lines)

    def entities_of_article(self, article_id: str) -> tuple[bytes, ...]:
        """Return the documents of the entities that an article names, each with its mentions there, as in the text."""
        c = page_entities.c
        query = (
            select(entities.c.id, entities.c.document, c.spans)
            .join(entities, entities.c.id == c.entity_id)
            .where(c.article_id == article_id)
            .order_by(c.idx)
        )
        found: dict[str, tuple[bytes, list[bytes]]] = {}
        with self._reading() as db:
            for row in db.execute(query):
                found.setdefault(row.id, (row.document, []))[1].append(row.spans[1:-1])
        return tuple(
            document[:-1] + b',"mentions":[' + b",".join(filter(None, spans)) + b"]}"
            for document, spans in found.values()
        )

    def related(self, entity_id: str, after: tuple[Value, ...] | None, limit: int) -> Answer:
        """Return a slice of the entities named in one article with this one, the most often first."""
        with self._reading() as db:
            return list_company(db, entity_id, after, limit)

    def walk_related(self, entity_id: str) -> Iterator[bytes]:
        """Yield all of them, from one state of the corpus."""
        with self._reading() as db:
            yield from walk_company(db, entity_id)

    def timeline(self, days: int) -> list[dict[str, Any]]:
        """Return how many claims each outlet published on each of the last days that have any."""
        with self._reading() as db:
            return stats.read_timeline(db, days)

    def stats(self, by: str | None) -> dict[str, Any]:
        """Return how much the corpus holds, and with `by` (day, outlet, speaker) how it is spread."""
        with self._reading() as db:
            return stats.read_stats(db, by)
