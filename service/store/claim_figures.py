"""Writes and deletes the figures that claims state, and keeps how many claims state one of each counted thing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from service.store.tables import claim_figures
from service.store.tallies import tally_values
from service.store.writing import delete_where, insert_rows, select_in

TALLY = "figure_of"


def save_figures(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the figures of new claims."""
    insert_rows(db, claim_figures, list(rows))
    tally_values(db, "claims", TALLY, _count((row["claim_id"], row["noun"]) for row in rows))


def delete_figures(db: Connection, ids: Iterable[str]) -> None:
    """Delete the figures of claims."""
    c = claim_figures.c
    wanted = list(ids)
    gone = _count((row.claim_id, row.noun) for row in select_in(db, select(c.claim_id, c.noun), c.claim_id, wanted))
    tally_values(db, "claims", TALLY, {noun: -count for noun, count in gone.items()})
    delete_where(db, c.claim_id, wanted)


def _count(pairs: Iterable[tuple[str, str | None]]) -> Counter[str]:
    """Return how many claims have each noun; a claim may count one thing twice."""
    return Counter(noun for _, noun in set(pairs) if noun is not None)
