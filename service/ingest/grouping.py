"""Puts the claims of a batch into groups with those of the corpus, looking only at claims that share a key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from service.core.corpus import ClaimFace, ClaimGroup
from service.core.groups.candidates import NEAR, is_within, make_probes
from service.core.groups.grouping import group_claims, identify_group
from service.core.groups.likeness import score_pairs
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
    ends = _write_scores(db, pairs, known)
    parted = part_pairs(db, LIKE, crowds)
    members, scores = _spread(db, ends | also | parted)
    known.update(faces.load_faces(db, members - known.keys()))
    reprints = load_reprint_groups(db, {known[key].article_id for key in members})
    ordered = tuple(_with_reprint(known[key], reprints) for key in sorted(members))
    groups = group_claims(ordered, scores)
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
    found: dict[str, set[str]] = defaultdict(set)
    for owners, held, days in reaches:
        for key in held | owners.shared:
            _meet(found, days, owners.of(key), stored[key], crowded=key in crowds.crowded)
    return {(min(end, other), max(end, other)) for end, others in found.items() for other in others if other != end}


def _meet(
    found: dict[str, set[str]], reach: int, fresh: Iterable[Owner], stored: Iterable[Owner], *, crowded: bool
) -> None:
    """Add to what each fresh owner of a key was found with all owners within its reach, itself among them."""
    on_day: dict[int, set[str]] = defaultdict(set)
    for day, claim_id in (*fresh, *stored):
        on_day[day].add(claim_id)
    for day, claim_id in fresh:
        for other_day, owners in on_day.items():
            if is_within(reach, day, other_day, crowded=crowded):
                found[claim_id] |= owners


def add_likenesses(db: Connection, pairs: Iterable[Pair]) -> set[str]:
    """Compare stored claims that were not compared, write how alike they are, and return those that are alike."""
    wanted = sorted(pairs)
    return _write_scores(db, wanted, load_both(db, wanted, {}))


def load_both(db: Connection, pairs: Iterable[Pair], fresh: Mapping[str, ClaimFace]) -> dict[str, ClaimFace]:
    """Return the faces of the claims in pairs, and of all that are fresh."""
    return {**faces.load_faces(db, {end for pair in pairs for end in pair} - fresh.keys()), **fresh}


def _write_scores(db: Connection, pairs: Iterable[Pair], known: Mapping[str, ClaimFace]) -> set[str]:
    """Write how alike the claims of these pairs are, and return those that are alike."""
    scores = score_pairs(pairs, known)
    faces.save_scores(db, scores)
    return {end for pair in scores for end in pair}


def _spread(db: Connection, fresh: set[str]) -> tuple[set[str], dict[Pair, float]]:
    """Return all claims that likenesses connect with these, and how alike they are."""
    scores: dict[Pair, float] = {}
    members: set[str] = set()
    while fresh:
        members |= fresh
        found = faces.load_scores(db, fresh)
        scores.update(found)
        fresh = {end for pair in found for end in pair} - members
    return members, scores
