"""Puts the claims of a batch into groups with those of the corpus, looking only at claims that share a key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table

from service.core.claims.grouping import group_claims
from service.core.claims.likeness import compare_claims
from service.core.corpus import ClaimFace, ClaimGroup, Likeness
from service.store import faces
from service.store.copies import load_reprint_groups
from service.store.tables import claim_keys


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups that a batch makes or changes, the group of each claim in them, and their faces."""

    groups: tuple[ClaimGroup, ...]
    group_of: dict[str, str]
    faces: dict[str, ClaimFace]


def group_batch(
    db: Connection, fresh: dict[str, ClaimFace], keys: dict[str, tuple[int, ...]], also: set[str]
) -> Grouped:
    """Compare fresh claims (new ones, or old ones whose face changed) with all that share a key, and group anew.

    The groups of the claims in `also` are made again without new comparisons.
    """
    shared = find_sharing(db, claim_keys, keys)
    known = {**faces.load_faces(db, {other for others in shared.values() for other in others} - fresh.keys()), **fresh}
    likenesses = list(_compare(shared, known))
    faces.save_likenesses(db, likenesses)
    ends = {end for like in likenesses for end in (like.left, like.right)}
    members, edges = _spread(db, fresh.keys() | ends | also, likenesses)
    known.update(faces.load_faces(db, members - known.keys()))
    reprints = load_reprint_groups(db, {known[key].article_id for key in members})
    ordered = tuple(_with_reprint(known[key], reprints) for key in sorted(members))
    groups = group_claims(ordered, sorted(edges.values(), key=lambda like: (like.left, like.right)))
    group_of = {member.claim_id: group.id for group in groups for member in group.members}
    return Grouped(groups, group_of, known)


def _with_reprint(face: ClaimFace, reprints: Mapping[str, str]) -> ClaimFace:
    group = reprints.get(face.article_id)
    return replace(face, reprint_group=group) if group else face


def find_sharing(db: Connection, table: Table, keys: dict[str, tuple[int, ...]]) -> dict[str, set[str]]:
    """Return for each fresh claim the claims, old and fresh, that share a key of this table with it."""
    owners: dict[int, set[str]] = defaultdict(set)
    for claim, own in keys.items():
        for key in own:
            owners[key].add(claim)
    for key, claim in faces.load_keys(db, table, owners):
        owners[key].add(claim)
    return {claim: set().union(*(owners[key] for key in own)) - {claim} for claim, own in keys.items()}


def pairs_of(shared: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the pairs that claims make with those they share a key with, each once and in order."""
    return sorted({(min(claim, other), max(claim, other)) for claim, others in shared.items() for other in others})


def _compare(shared: dict[str, set[str]], known: dict[str, ClaimFace]) -> Iterable[Likeness]:
    for left, right in pairs_of(shared):
        like = compare_claims(known[left], known[right])
        if like is not None:
            yield like


def _spread(
    db: Connection, fresh: set[str], likenesses: Iterable[Likeness]
) -> tuple[set[str], dict[tuple[str, str], Likeness]]:
    """Return all claims that likenesses connect with the fresh ones, and those likenesses."""
    edges = {(like.left, like.right): like for like in likenesses}
    members: set[str] = set()
    while fresh:
        members |= fresh
        found = {(like.left, like.right): like for like in faces.load_likenesses(db, fresh)}
        edges.update(found)
        fresh = {end for pair in found for end in pair} - members
    return members, edges
