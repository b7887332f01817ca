"""What a reader may ask of the store, and what it answers: plain data between the API and the database."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

Collection = Literal["articles", "entities", "claims", "groups"]
Value = str | int | float | None
NameOf = Literal["anything", "outlet", "agency"]  # what a name in a request is meant to name


@dataclass(frozen=True, slots=True)
class Filter:
    """Keep the records whose `name` is one of values (or none of them, where negated)."""

    name: str
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A slice of a collection: filters joined by AND, search terms (already folded), keyset position.

    `whole` asks for articles with their bodies.
    """

    collection: Collection
    filters: tuple[Filter, ...] = ()
    terms: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    after: tuple[Value, ...] | None = None
    limit: int = 20
    whole: bool = False

    def starting(self, after: tuple[Value, ...] | None, limit: int) -> "Query":
        """Return the same query from another position on."""
        return replace(self, after=after, limit=limit)

    def without(self, *left_out: Filter) -> "Query":
        """Return the same query without some of its filters."""
        return replace(self, filters=tuple(item for item in self.filters if item not in left_out))

    def without_terms(self) -> "Query":
        """Return the same query without its search terms."""
        return replace(self, terms=())


@dataclass(frozen=True, slots=True)
class Answer:
    """Serialised JSON documents in order, how many there are in all, and where the next slice starts.

    Where the total is not exact, so many are known of, and there may be more.
    """

    documents: tuple[bytes, ...]
    total: int
    after: tuple[Value, ...] | None
    exact: bool = True


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


@dataclass(frozen=True, slots=True)
class PageView:
    """A raw page as it came, and the JSON list of its lines with their roles and reasons."""

    name: str
    media_type: str
    url: str | None
    sha256: str
    ingested_at: str
    data: bytes
    lines: bytes
