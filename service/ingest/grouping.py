"""Puts the claims of a batch into groups with those of the corpus, looking only at claims that share a key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from service.core.corpus import ClaimFace, ClaimGroup, Likeness
from service.core.groups.candidates import NEAR, is_within, make_probes
from service.core.groups.grouping import group_claims, identify_group
from service.core.groups.likeness import compare_claims
from service.ingest.crowding import LIKE, Crowds, Keyed, Owner, Owners, Pair, find_crowds, gather_owners, part_pairs
from service.store import faces
from service.store.copies import load_reprint_groups


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups that a batch makes or changes, the group of each claim in them, and their faces.

    alone: the fresh claims that are like no other; the group of each is not made.
    """

    groups: tuple[ClaimGroup, ...]
    alone: frozenset[str]
    group_of: dict[str, str]
    faces: dict[str, ClaimFace]


@dataclass(frozen=True, slots=True)
class Fresh:
    """Claims that are not written yet: their faces, their keys, and the pairs that share a key of their own page."""

    faces: Mapping[str, ClaimFace]
    keyed: Mapping[str, Keyed]
    on_pages: Iterable[Pair] = ()


def group_batch(db: Connection, fresh: Fresh, also: set[str]) -> Grouped:
    """Compare fresh claims with all that share a key, and group anew.

    The groups of the claims in `also` are made again without new comparisons.
    """
    owners = gather_owners(fresh.keyed)
    crowds = find_crowds(db, owners.far)
    pairs = sorted(find_pairs(db, LIKE.reach, owners, crowds).union(fresh.on_pages))
    known = load_both(db, pairs, fresh.faces)
    likenesses = list(_compare(pairs, known))
    faces.save_likenesses(db, likenesses)
    ends = {end for like in likenesses for end in (like.left, like.right)}
    parted = part_pairs(db, LIKE, crowds)
    members, edges = _spread(db, ends | also | parted, likenesses)
    known.update(faces.load_faces(db, members - known.keys()))
    reprints = load_reprint_groups(db, {known[key].article_id for key in members})
    ordered = tuple(_with_reprint(known[key], reprints) for key in sorted(members))
    groups = group_claims(ordered, sorted(edges.values(), key=lambda like: (like.left, like.right)))
    group_of = {member.claim_id: group.id for group in groups for member in group.members}
    alone = frozenset(fresh.faces.keys() - members)
    return Grouped(groups, alone, group_of | {key: identify_group(key) for key in alone}, known)


def _with_reprint(face: ClaimFace, reprints: Mapping[str, str]) -> ClaimFace:
    group = reprints.get(face.article_id)
    return face._replace(reprint_group=group) if group else face


def find_pairs(db: Connection, reach: int, fresh: Owners, crowds: Crowds) -> set[Pair]:
    """Return the pairs of a fresh claim with any that shares a key with it; reach: the days that far keys lead.

    A key that no stored claim has leads to fresh claims alone: those of most claims are such.
    """
    reaches = ((fresh.near, faces.find_held(db, fresh.near.keys), NEAR), (fresh.far, crowds.held, reach))
    probes = {
        probe
        for owners, held, days in reaches
        for key in held
        for day in {day for day, _ in owners.of(key)}
        for probe in make_probes(key, days, day, crowded=key in crowds.crowded)
    }
    stored: dict[int, set[Owner]] = defaultdict(set)
    for number, day, claim_id in faces.find_owners(db, probes):
        stored[number].add((day, claim_id))
    return {
        pair
        for owners, held, days in reaches
        for key in held | owners.shared
        for pair in _pairs_of(days, owners.of(key), {*owners.of(key), *stored[key]}, crowded=key in crowds.crowded)
    }


def _pairs_of(reach: int, fresh: Iterable[Owner], owners: Iterable[Owner], *, crowded: bool) -> Iterator[Pair]:
    """Yield the pairs that fresh owners of one key make with all its owners."""
    for day, claim_id in fresh:
        for other_day, other in owners:
            if other != claim_id and is_within(reach, day, other_day, crowded=crowded):
                yield min(claim_id, other), max(claim_id, other)


def add_likenesses(db: Connection, pairs: Iterable[Pair]) -> set[str]:
    """Compare stored claims that were not compared, write how alike they are, and return those that are alike."""
    wanted = sorted(pairs)
    likenesses = list(_compare(wanted, load_both(db, wanted, {})))
    faces.save_likenesses(db, likenesses)
    return {end for like in likenesses for end in (like.left, like.right)}


def load_both(db: Connection, pairs: Iterable[Pair], fresh: Mapping[str, ClaimFace]) -> dict[str, ClaimFace]:
    """Return the faces of the claims in pairs, and of all that are fresh."""
    return {**faces.load_faces(db, {end for pair in pairs for end in pair} - fresh.keys()), **fresh}


def _compare(pairs: Iterable[Pair], known: Mapping[str, ClaimFace]) -> Iterable[Likeness]:
    for left, right in pairs:
        like = compare_claims(known[left], known[right])
        if like is not None:
            yield like


def _spread(
    db: Connection, fresh: set[str], likenesses: Iterable[Likeness]
) -> tuple[set[str], dict[tuple[str, str], Likeness]]:
    """Return all claims that likenesses connect with these, and those likenesses."""
    edges = {(like.left, like.right): like for like in likenesses}
    members: set[str] = set()
    while fresh:
        members |= fresh
        found = {(like.left, like.right): like for like in faces.load_likenesses(db, fresh)}
        edges.update(found)
        fresh = {end for pair in found for end in pair} - members
    return members, edges
