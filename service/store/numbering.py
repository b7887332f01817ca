"""Numbers records in the order in which lists show them, so that a word's records are found in that order.

Articles and claims are numbered by day and id for good: `number` is their key. What entities and groups are in order
of changes: they keep their key, and have a `place` beside it that follows.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from service.core.identity import ID_HEX
from service.store.writing import select_in

ID_BITS = 43  # 20 more are for what comes first; of two ids that share these bits one is numbered behind the other
ORDERED_BY = {"articles": "number", "claims": "number", "entities": "place", "groups": "place"}
_EXACT = 256  # mentions: from here on some counts share a rank, or entities would be indexed anew at every page


def rank_day(day: str | None) -> int:
    """Return what records of a day are numbered by; those without one come first."""
    return date.fromisoformat(day).toordinal() if day else 0


def rank_mentions(mentions: int) -> int:
    """Return what entities named so often are numbered by: more than 255 mentions by their eight highest bits."""
    longer = max(0, mentions.bit_length() - _EXACT.bit_length() + 1)
    return mentions if not longer else _EXACT // 2 * longer + (mentions >> longer)


def shares_rank(collection: str, rank: int) -> bool:
    """Tell whether records of other values share this rank, so that their numbers do not tell their order."""
    return collection == "entities" and rank >= _EXACT


def place_of(rank: int, key: str) -> int:
    """Return the number for a rank and an id, unless another record has it: then one of the next that are free."""
    return rank << ID_BITS | int(key[1:], 16) >> ID_HEX * 4 - ID_BITS


def find_places(db: Connection, column: ColumnElement[Any], wanted: Mapping[str, int]) -> dict[str, int]:
    """Return for each id the number wanted, or the next that no record and no other id has."""
    taken = {row[0] for row in select_in(db, select(column), column, sorted(set(wanted.values())))}
    found = {}
    for key, number in sorted(wanted.items(), key=lambda item: (item[1], item[0])):
        found[key] = number
        while found[key] in taken or (found[key] != number and _is_taken(db, column, found[key])):
            found[key] += 1
        taken.add(found[key])
    return found


def _is_taken(db: Connection, column: ColumnElement[Any], number: int) -> bool:
    return db.execute(select(column).where(column == number)).first() is not None


def number_rows(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return new rows of articles or claims with their numbers, in order of them."""
    wanted = {row["id"]: place_of(rank_day(row["published_on"]), row["id"]) for row in rows}
    numbers = find_places(db, table.c.number, wanted)
    return sorted(({"number": numbers[row["id"]], **row} for row in rows), key=lambda row: row["number"])
