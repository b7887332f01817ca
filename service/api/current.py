"""What a request works with: the parts that app.py put together, and the corpus state it was met with."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol, cast

from flask import current_app

from config.settings import Settings
from service.api.access import Keys
from service.api.limits import RequestCounter
from service.api.watch import CorpusWatch
from service.cache.layers import AnswerCache
from service.core.records import Page, Rejection
from service.ingest.preparing import Prepared
from service.ingest.taking import Taken, Taking
from service.store.jobs import Job
from service.store.queries import Answer, Collection, CorpusState, NamedEntity, NameOf, PageView, Query, Value


class CorpusReader(Protocol):
    """What the API asks of the store; named here because the API may not import what talks to a database."""

    @property
    def is_near(self) -> bool: ...
    def snapshot(self) -> AbstractContextManager["CorpusReader"]: ...
    def corpus_state(self) -> CorpusState: ...
    def list_documents(self, query: Query) -> Answer: ...
    def get_document(self, collection: Collection, key: str) -> bytes | None: ...
    def find_redirect(self, collection: Collection, key: str) -> str | None: ...
    def find_names(self, name: str, of: NameOf = ...) -> Sequence[NamedEntity]: ...
    def page_of(self, article_id: str) -> PageView | None: ...
    def entities_of_article(self, article_id: str) -> Sequence[bytes]: ...
    def related(self, entity_id: str, after: tuple[Value, ...] | None, limit: int) -> Answer: ...
    def walk_related(self, entity_id: str) -> Iterator[bytes]: ...
    def walk(self, query: Query) -> Iterator[bytes]: ...
    def timeline(self, days: int) -> Sequence[dict[str, Any]]: ...
    def stats(self, by: str | None) -> dict[str, Any]: ...


_seen: ContextVar[CorpusReader | None] = ContextVar("seen", default=None)


@dataclass(frozen=True, slots=True)
class Jobs:
    """How work is put off and looked after; whoever works it off is the application's choice."""

    submit: Callable[[Sequence[Page]], str]
    find: Callable[[str], Job | None]


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that views use."""

    settings: Settings
    reader: CorpusReader
    cache: AnswerCache
    watch: CorpusWatch
    read_page: Callable[[Page], Prepared | Rejection]
    taking: Taking
    remove: Callable[[str], bool]
    jobs: Jobs
    count_pages: Callable[[Sequence[Taken]], None]
    keys: Keys
    wrong_keys: RequestCounter


def services() -> Services:
    """Return the parts of the running application."""
    return cast(Services, current_app.extensions["isnad"])


def reader() -> CorpusReader:
    """Return the read side of the store; within one_state, that of this state."""
    return _seen.get() or services().reader


@contextmanager
def one_state(whole: CorpusReader) -> Iterator[CorpusState]:
    """Give a state of the corpus from which all comes that reader() reads meanwhile."""
    seen = _seen.get()
    if seen is not None:  # this request is made by another one, to show what it answers
        yield seen.corpus_state()
        return
    with whole.snapshot() as snapshot:
        token = _seen.set(snapshot)
        try:
            yield snapshot.corpus_state()
        finally:
            _seen.reset(token)
