"""Tells how many records filters keep, as far as that is known, and what a page is therefore found by."""

from collections.abc import Mapping

from sqlalchemy import Connection

from service.store.known import read_known
from service.store.queries import Filter, Query
from service.store.tallies import read_tally

# What each collection is sorted by where a query does not say.
DEFAULT_SORT: Mapping[str, str] = {
    "articles": "published_on", "claims": "published_on", "entities": "mentions", "groups": "outlets",
}  # fmt: skip
DAYS = ("published_from", "published_to")
SAID = ("said_from", "said_to")
_BOUNDS = {**dict.fromkeys(DAYS, "published_on"), **dict.fromkeys(SAID, "said_on"),
           "outlets_min": "outlets", "origins_min": "origins"}  # fmt: skip
_OFTEN = 20  # one record in so many


def keeps_few(query: Query) -> bool:
    """Tell whether a filter keeps no more than what one page holds, so that nothing else needs to lead."""
    return any(item.name == "article" and not item.negated for item in query.filters)


def read_size(db: Connection, query: Query, item: Filter) -> int | None:
    """Return how many records a filter keeps, or may keep at most; None where that is not known."""
    return read_known(db, query.collection, item)


def keeps_many(db: Connection, query: Query, item: Filter) -> bool:
    """Tell whether a filter is known to keep so many records that a page of them is found soon along anything else."""
    return (read_size(db, query, item) or 0) * _OFTEN >= read_tally(db, query.collection, "", [""])


def is_walked(db: Connection, query: Query, sort: str) -> bool | None:
    """Tell whether a page is found sooner in another order than by sorting all that is kept; None where unknown.

    Of n records of which m are kept 20 n / m are looked at for a page of 20, against m.
    """
    if sort == DEFAULT_SORT[query.collection] or any(_BOUNDS.get(item.name) == sort for item in query.filters):
        return None
    sizes = [read_size(db, query, item) for item in query.filters if not item.negated]
    known = [size for size in sizes if size is not None]
    return min(known) ** 2 >= 20 * read_tally(db, query.collection, "", [""]) if known else None
