"""Keeps count of keys that fill: what more than a crowd of claims share leads to no claim without a day, ever.

The rule looks at all claims: a key that fills takes back what it led to while it was rare, and one that empties again
leads as it would have all along: the corpus is the same whichever page came first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from itertools import product
from typing import NamedTuple

from sqlalchemy import Connection, Table

from service.core.corpus import ClaimFace
from service.core.groups.candidates import (
    ANY,
    CROWD,
    NEAR,
    UNDATED,
    Key,
    is_crowded,
    make_keys,
    number_keys,
)
from service.core.groups.conflicts import make_conflict_keys
from service.store import faces
from service.store.tables import claim_clashes, claim_edges, claim_keys, conflict_keys

Pair = tuple[str, str]


# The (day, claim) pairs that have each (key, reach): of a batch that is not yet written.
Owners = Mapping[tuple[int, int], list[tuple[int, str]]]


class Keyed(NamedTuple):
    """The day of a claim, and its (key, reach) pairs."""

    day: int
    keys: tuple[tuple[int, int], ...]


class KeyIndex(NamedTuple):
    """An index of claims by key: its table, the table of the pairs it led to, and what makes the keys of a claim."""

    keys: Table
    pairs: Table
    make: Callable[[ClaimFace], tuple[Key, ...]]


LIKE = KeyIndex(claim_keys, claim_edges, make_keys)
CLASHING = KeyIndex(conflict_keys, claim_clashes, make_conflict_keys)


class Crowds(NamedTuple):
    """How many claims a batch adds to each key that leads far, and of these keys the held, crowded and newly crowded.

    Held are those that stored claims have.
    """

    added: Mapping[int, int]
    held: Set[int]
    crowded: frozenset[int]
    filled: frozenset[int]


def gather_owners(keyed: Mapping[str, Keyed]) -> Owners:
    """Return the fresh claims that have each key."""
    owners: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for claim_id, claim in keyed.items():
        owner = claim.day, claim_id
        for key in claim.keys:
            owners[key].append(owner)
    return owners


def find_crowds(db: Connection, index: KeyIndex, owners: Owners) -> Crowds:
    """Return what fresh claims, not yet written, make of the keys that they have."""
    added: dict[int, int] = defaultdict(int)
    for (key, reach), own in owners.items():
        if reach > NEAR:
            added[key] += len(own)
    held = faces.count_owners(db, index.keys, added, CROWD + 1)
    crowded = frozenset(key for key, more in added.items() if held.get(key, 0) + more > CROWD)
    filled = frozenset(key for key in crowded if 0 < held.get(key, 0) <= CROWD)
    return Crowds(added, held.keys(), crowded, filled)


def part_pairs(db: Connection, index: KeyIndex, crowds: Crowds) -> set[str]:
    """Delete the pairs that only keys led to which are crowded now; return the claims in them."""
    suspects = _undated_pairs(db, index, crowds.filled)
    held = faces.load_pairs(db, index.pairs, {end for pair in suspects for end in pair}) & suspects
    known = faces.load_faces(db, {end for pair in held for end in pair})
    shared = {pair: _shared_keys(known[pair[0]], known[pair[1]], index) for pair in held}
    asked = {key for keys in shared.values() for key, reach in keys.items() if reach != ANY}
    counts = faces.count_owners(db, index.keys, asked, CROWD + 1)
    parted = {
        pair
        for pair, keys in shared.items()
        if all(is_crowded(reach, counts.get(key, 0) + crowds.added.get(key, 0)) for key, reach in keys.items())
    }
    faces.delete_pairs(db, index.pairs, parted)
    return {end for pair in parted for end in pair}


def find_emptied(db: Connection, index: KeyIndex, removed: Iterable[ClaimFace]) -> set[Pair]:
    """Return the pairs, not yet compared, that keys lead to again which claims just removed had made crowded."""
    taken = Counter(key for face in removed for key, reach in number_keys(index.make(face)) if NEAR < reach < ANY)
    held = faces.count_owners(db, index.keys, taken, CROWD + 1)
    emptied = {key for key, count in held.items() if count <= CROWD < count + taken[key]}
    pairs = _undated_pairs(db, index, emptied)
    return pairs - faces.load_pairs(db, index.pairs, {end for pair in pairs for end in pair})


def _undated_pairs(db: Connection, index: KeyIndex, keys: Iterable[int]) -> set[Pair]:
    """Return the pairs of stored claims with one of these keys of which one has no day."""
    owners: dict[int, list[str]] = defaultdict(list)
    undated: dict[int, list[str]] = defaultdict(list)
    for key, day, claim_id in faces.find_owners(db, index.keys, [(key, UNDATED, ANY) for key in keys]):
        owners[key].append(claim_id)
        if day == UNDATED:
            undated[key].append(claim_id)
    return {(min(a, b), max(a, b)) for key, ends in undated.items() for a, b in product(ends, owners[key]) if a != b}


def _shared_keys(left: ClaimFace, right: ClaimFace, index: KeyIndex) -> dict[int, int]:
    """Return the keys of both by number, with their reach."""
    theirs = {key.text for key in index.make(right)}
    return dict(number_keys(key for key in index.make(left) if key.text in theirs))
