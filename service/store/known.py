"""Tells how many records a filter alone keeps, where that is kept counted."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from service.store.claim_figures import TALLY
from service.store.entities import ROLES
from service.store.filters import fold_noun
from service.store.forms import forms_of
from service.store.queries import Filter
from service.store.tables import entities, groups
from service.store.tallies import TALLIED, read_between, read_tallies, read_tally

_DAYS = {"published_from": "published_on", "published_to": "published_on",
         "said_from": "said_on", "said_to": "said_on"}  # fmt: skip
_LEAST = {"outlets_min": "outlets", "origins_min": "origins"}


def read_known(db: Connection, collection: str, item: Filter | None) -> int | None:
    """Return how many records of a collection a filter keeps (all without one); None where only counting tells."""
    if item is None:
        return read_tally(db, collection, "", [""])
    kept = _read_kept(db, collection, item)
    return read_tally(db, collection, "", [""]) - kept if item.negated and kept is not None else kept


def _read_kept(db: Connection, collection: str, item: Filter) -> int | None:
    if item.name in _DAYS:
        first, last = (item.values[0], None) if item.name.endswith("_from") else (None, item.values[0])
        return read_between(db, collection, _DAYS[item.name], (first, last))
    if item.name in _LEAST:
        counted = read_tallies(db, collection, _LEAST[item.name])
        return sum(count for value, count in counted.items() if int(value) >= int(item.values[0] or 0))
    if item.name == TALLY and len(set(item.values)) == 1:  # a claim may count several things
        return read_tally(db, collection, TALLY, [fold_noun(item.values[0])])
    if item.name in TALLIED[collection]:
        return read_tally(db, collection, item.name, _as_kept(db, item))
    column = _COLUMNS.get((collection, item.name))
    if column is None or len(set(item.values)) > 1:
        return None
    total = select(func.coalesce(func.sum(column), 0)).where(column.table.c.id == item.values[0])
    return int(db.execute(total).scalar_one())


def _as_kept(db: Connection, item: Filter) -> tuple[Any, ...]:
    """Return the values of a filter as tallies name them."""
    if item.name == "outlet":
        return tuple(forms_of(db, item.values))
    return tuple(map(bool, item.values)) if item.name in {"anonymous", "conflicting"} else item.values


# How many articles and claims an entity is named in, in which role, and how many claims a group holds, stands there.
_COLUMNS: Mapping[tuple[str, str], ColumnElement[Any]] = {
    ("articles", "entity"): entities.c.articles,
    ("claims", "entity"): entities.c.claims,
    **{("claims", role): entities.c[f"as_{role}"] for role in ROLES},
    ("claims", "group"): groups.c.claims,
}
