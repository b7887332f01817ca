"""Keeps count of keys that fill: what more than a crowd of claims share leads to no claim without a day, ever.

The rule looks at all claims: a key that fills takes back what it led to while it was rare, and one that empties again
leads as it would have all along: the corpus is the same whichever page came first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

from sqlalchemy import Connection, Table

from service.core.corpus import ClaimFace
from service.core.groups.candidates import ANY, CROWD, FAR, NEAR, UNDATED, Key, is_crowded, make_keys, number_keys
from service.core.groups.conflicts import YEAR, make_conflict_keys
from service.store import faces
from service.store.tables import claim_clashes, claim_edges

Pair = tuple[str, str]
Owner = tuple[int, str]  # the day of a claim that has a key, and the claim


class Keyed(NamedTuple):
    """The day of a claim, and its keys of one kind that reach NEAR days and further."""

    day: int
    near: list[int]
    far: list[int]


class KeyOwners:
    """The claims that have each key of one reach, of a batch that is not yet written.

    Most keys have one owner, and are neither looped over nor given a list.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._last: dict[int, Owner] = {}
        self._several: dict[int, list[Owner]] = {}

    def add(self, owner: Owner, keys: Iterable[int]) -> None:
        """Add a claim by the keys that it has, each once."""
        own = dict.fromkeys(keys, owner)
        for key in own.keys() & self._last.keys():
            self._several.setdefault(key, [self._last[key]]).append(owner)
        self._last.update(own)

    @property
    def keys(self) -> Set[int]:
        """The keys that any has."""
        return self._last.keys()

    @property
    def shared(self) -> Set[int]:
        """The keys that several have."""
        return self._several.keys()

    def of(self, key: int) -> Sequence[Owner]:
        """Return those that have a key."""
        several = self._several.get(key)
        return several or [self._last[key]] if key in self._last else []


class Owners(NamedTuple):
    """The claims that have each key of one kind, of a batch that is not yet written."""

    near: KeyOwners
    far: KeyOwners


class KeyKind(NamedTuple):
    """A kind of keys: the table of the pairs it led to, how far it reaches, and what makes the keys of a claim."""

    pairs: Table
    reach: int
    make: Callable[[ClaimFace], tuple[Key, ...]]


LIKE = KeyKind(claim_edges, FAR, make_keys)
CLASHING = KeyKind(claim_clashes, YEAR, make_conflict_keys)


class Crowds(NamedTuple):
    """What a batch makes of the keys that lead far: the held, the crowded and the newly crowded ones.

    Held are those that stored claims have; fresh tells the claims that the batch adds to each.
    """

    fresh: KeyOwners
    held: Set[int]
    crowded: frozenset[int]
    filled: frozenset[int]


def gather_owners(keyed: Mapping[str, Keyed]) -> Owners:
    """Return the fresh claims that have each key."""
    owners = Owners(KeyOwners(), KeyOwners())
    for claim_id, claim in keyed.items():
        owners.near.add((claim.day, claim_id), claim.near)
        owners.far.add((claim.day, claim_id), claim.far)
    return owners


def find_crowds(db: Connection, fresh: KeyOwners) -> Crowds:
    """Return what fresh claims, not yet written, make of the keys that they have and that lead far."""
    held = faces.count_owners(db, fresh.keys, CROWD + 1)
    counts = {key: held.get(key, 0) + len(fresh.of(key)) for key in held.keys() | fresh.shared}
    crowded = frozenset(key for key, count in counts.items() if count > CROWD)
    filled = frozenset(key for key in crowded if 0 < held.get(key, 0) <= CROWD)
    return Crowds(fresh, held.keys(), crowded, filled)


def part_pairs(db: Connection, kind: KeyKind, crowds: Crowds) -> set[str]:
    """Delete the pairs that only keys led to which are crowded now; return the claims in them."""
    suspects = _undated_pairs(db, crowds.filled)
    held = faces.load_pairs(db, kind.pairs, {end for pair in suspects for end in pair}) & suspects
    known = faces.load_faces(db, {end for pair in held for end in pair})
    shared = {pair: _shared_keys(known[pair[0]], known[pair[1]], kind) for pair in held}
    asked = {key for keys in shared.values() for key, reach in keys.items() if reach != ANY}
    counts = faces.count_owners(db, asked, CROWD + 1)
    parted = {
        pair
        for pair, keys in shared.items()
        if all(is_crowded(reach, counts.get(key, 0) + len(crowds.fresh.of(key))) for key, reach in keys.items())
    }
    faces.delete_pairs(db, kind.pairs, parted)
    return {end for pair in parted for end in pair}


def find_emptied(db: Connection, kind: KeyKind, removed: Iterable[ClaimFace]) -> set[Pair]:
    """Return the pairs, not yet compared, that keys lead to again which claims just removed had made crowded."""
    taken = Counter(key for face in removed for key, reach in number_keys(kind.make(face)) if NEAR < reach < ANY)
    held = faces.count_owners(db, taken, CROWD + 1)
    emptied = {key for key, count in held.items() if count <= CROWD < count + taken[key]}
    pairs = _undated_pairs(db, emptied)
    return pairs - faces.load_pairs(db, kind.pairs, {end for pair in pairs for end in pair})


def _undated_pairs(db: Connection, keys: Iterable[int]) -> set[Pair]:
    """Return the pairs of stored claims with one of these keys of which one has no day."""
    owners: dict[int, list[str]] = defaultdict(list)
    undated: dict[int, list[str]] = defaultdict(list)
    for key, day, claim_id in faces.find_owners(db, [(key, UNDATED, ANY) for key in keys]):
        owners[key].append(claim_id)
        if day == UNDATED:
            undated[key].append(claim_id)
    return {(min(a, b), max(a, b)) for key, ends in undated.items() for a, b in product(ends, owners[key]) if a != b}


def _shared_keys(left: ClaimFace, right: ClaimFace, kind: KeyKind) -> dict[int, int]:
    """Return the keys of both by number, with their reach."""
    theirs = {key.text for key in kind.make(right)}
    return dict(number_keys(key for key in kind.make(left) if key.text in theirs))
