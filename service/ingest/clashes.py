"""Finds claims that disagree with those of a batch, looking only at claims that share a key."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection

from service.core.corpus import ClaimFace
from service.core.groups.conflicts import compare_statements
from service.ingest.crowding import CLASHING, Keyed, Pair, find_crowds, gather_owners, part_pairs
from service.ingest.grouping import find_pairs, load_both
from service.store import faces


def find_clashes(db: Connection, fresh: Mapping[str, ClaimFace], keyed: Mapping[str, Keyed]) -> set[str]:
    """Write the pairs of claims that disagree, of which one is fresh; return the older claims whose pairs changed."""
    owners = gather_owners(keyed)
    crowds = find_crowds(db, owners.far)
    shared = sorted(find_pairs(db, CLASHING.reach, owners, crowds))
    pairs = list(_clashing(shared, load_both(db, shared, fresh)))
    faces.save_clashes(db, pairs)
    parted = part_pairs(db, CLASHING, crowds)
    return ({end for pair in pairs for end in pair} | parted) - fresh.keys()


def add_clashes(db: Connection, pairs: Iterable[Pair]) -> set[str]:
    """Write which pairs of stored claims disagree, and return the claims in these."""
    wanted = sorted(pairs)
    found = list(_clashing(wanted, load_both(db, wanted, {})))
    faces.save_clashes(db, found)
    return {end for pair in found for end in pair}


def _clashing(pairs: Iterable[Pair], known: Mapping[str, ClaimFace]) -> Iterator[Pair]:
    return ((a, b) for a, b in pairs if any(compare_statements(known[a], known[b])))
