"""Reads and writes the ties between names, and counts who claims a name: what too many claim is never loaded."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, select, tuple_, update

from service.core.corpus import MOST_GIVERS, NameTie, make_call
from service.store.tables import name_calls, name_ties
from service.store.writing import add_rows, chunks, insert_missing, select_in

_Pair = tuple[str, str]  # giver and call


def add_ties(db: Connection, ties: Iterable[NameTie]) -> set[str]:
    """Write the ties that are not there yet; return the cores that must be decided because of them."""
    wanted = set(ties)
    known = load_ties_of(db, {tie.giver for tie in wanted})
    new = wanted - known
    claims = Counter(key for _, key in {_pair(tie) for tie in new} - {_pair(tie) for tie in known})
    before = _load_counts(db, {tie.call for tie in new})
    insert_missing(db, name_ties, [_row(tie) for tie in sorted(new)])
    rows = [{"call": key, "givers": count} for key, count in sorted(claims.items())]
    add_rows(db, name_calls, rows, {"givers": "sum"})
    return {tie.taker for tie in new if before.get(tie.call, 0) <= MOST_GIVERS}


def delete_ties(db: Connection, ties: Iterable[NameTie]) -> set[str]:
    """Forget ties that no page shows any more; return the cores that must be decided because of them."""
    gone = set(ties)
    c = name_ties.c
    for chunk in chunks((tie.giver, tie.call, tie.rule, tie.country) for tie in sorted(gone)):
        db.execute(delete(name_ties).where(tuple_(c.giver, c.call, c.rule, c.country).in_(chunk)))
    kept = {_pair(tie) for tie in load_ties_of(db, {tie.giver for tie in gone})}
    for key, count in Counter(key for _, key in {_pair(tie) for tie in gone} - kept).items():
        fewer = update(name_calls).where(name_calls.c.call == key)
        db.execute(fewer.values(givers=name_calls.c.givers - count))
    db.execute(delete(name_calls).where(name_calls.c.givers <= 0))
    return {tie.taker for tie in gone}


def load_ties_of(db: Connection, givers: Iterable[str]) -> set[NameTie]:
    """Return the ties by which these cores offer themselves to others."""
    return {_tie(row) for row in select_in(db, select(name_ties), name_ties.c.giver, givers)}


def load_ties_at(db: Connection, takers: Iterable[str]) -> set[NameTie]:
    """Return the ties by which names of one thing are offered to these cores on the word of a page, free of office."""
    calls = [make_call(core, "") for core in takers]
    return {_tie(row) for row in select_in(db, select(name_ties), name_ties.c.call, calls)}


def load_takers(db: Connection, givers: Iterable[str]) -> set[str]:
    """Return the cores to which these offer themselves, and no more others than may decide anything."""
    calls = {row.call for row in select_in(db, select(name_ties.c.call), name_ties.c.giver, givers)}
    return {_taker(key) for key, count in _load_counts(db, calls).items() if count <= MOST_GIVERS}


def load_ties_to(db: Connection, calls: Mapping[str, Iterable[str]]) -> set[NameTie]:
    """Return the ties to these cores under their calls; none to a core of which too many claim a call."""
    counts = _load_counts(db, {key for keys in calls.values() for key in keys})
    claimed = {core: [key for key in keys if key in counts] for core, keys in calls.items()}
    wanted = {key for keys in claimed.values() if all(counts[key] <= MOST_GIVERS for key in keys) for key in keys}
    return {_tie(row) for row in select_in(db, select(name_ties), name_ties.c.call, wanted)}


def _load_counts(db: Connection, calls: Iterable[str]) -> dict[str, int]:
    c = name_calls.c
    return {row.call: row.givers for row in select_in(db, select(c.call, c.givers), c.call, calls)}


def _pair(tie: NameTie) -> _Pair:
    return tie.giver, tie.call


def _row(tie: NameTie) -> dict[str, Any]:
    giver, key = _pair(tie)
    return {"giver": giver, "call": key, "rule": tie.rule, "country": tie.country}


def _tie(row: Any) -> NameTie:
    taker, _, office = row.call.partition("|")
    return NameTie(row.giver, taker, row.rule, office, row.country)


def _taker(key: str) -> str:
    return key.partition("|")[0]
