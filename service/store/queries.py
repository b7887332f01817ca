"""What a reader may ask of the store, and what it answers: plain data between the API and the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Collection = Literal["articles", "entities", "claims", "groups"]
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Filter:
    """Keep the records whose `name` is one of values (or none of them, where negated)."""

    name: str
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A slice of a collection: filters joined by AND, search terms (already folded), keyset position."""

    collection: Collection
    filters: tuple[Filter, ...] = ()
    terms: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    after: tuple[Value, ...] | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """Serialised JSON documents in order, how many there are in all, and where the next slice starts."""

    documents: tuple[bytes, ...]
    total: int
    after: tuple[Value, ...] | None


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity that a name given in a request may mean."""

    id: str
    name: str
    type: str
    mentions: int


@dataclass(frozen=True, slots=True)
class CorpusState:
    """The corpus version, when it last rose (UTC), and the lexicon that made it."""

    version: int
    changed_at: datetime | None
    lexicon_version: str | None
