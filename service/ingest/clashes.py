"""Finds claims that disagree with those of a batch, looking only at claims that share a key."""

from sqlalchemy import Connection

from service.core.claims.conflicts import compare_statements
from service.core.corpus import ClaimFace
from service.ingest.grouping import find_sharing, pairs_of
from service.store import faces
from service.store.tables import conflict_keys


def find_clashes(db: Connection, fresh: dict[str, ClaimFace], keys: dict[str, tuple[int, ...]]) -> set[str]:
    """Write the pairs of claims that disagree, of which one is fresh; return the older claims in them."""
    shared = find_sharing(db, conflict_keys, keys)
    older = {other for others in shared.values() for other in others} - fresh.keys()
    known = {**faces.load_faces(db, older), **fresh}
    pairs = [(a, b) for a, b in pairs_of(shared) if any(compare_statements(known[a], known[b]))]
    faces.save_clashes(db, pairs)
    return {end for pair in pairs for end in pair} - fresh.keys()
