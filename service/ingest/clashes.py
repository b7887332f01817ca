"""Finds claims that disagree with those of a batch, looking only at claims that share a key."""

from collections.abc import Mapping

from sqlalchemy import Connection

from service.core.corpus import ClaimFace
from service.core.groups.conflicts import compare_statements
from service.ingest.grouping import Keyed, find_pairs, load_both
from service.store import faces
from service.store.tables import conflict_keys


def find_clashes(db: Connection, fresh: Mapping[str, ClaimFace], keyed: Mapping[str, Keyed]) -> set[str]:
    """Write the pairs of claims that disagree, of which one is fresh; return the older claims in them."""
    shared = find_pairs(db, conflict_keys, keyed)
    known = load_both(db, shared, fresh)
    pairs = [(a, b) for a, b in shared if any(compare_statements(known[a], known[b]))]
    faces.save_clashes(db, pairs)
    return {end for pair in pairs for end in pair} - fresh.keys()
