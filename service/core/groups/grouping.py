"""Puts claims that report one statement into groups: the same groups for any order of claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from service.core.corpus import ClaimFace, ClaimGroup, GroupMember
from service.core.groups.differences import compare_wordings, fullest_wording
from service.core.groups.evidence import share_stems, weigh_evidence
from service.core.groups.likeness import compare_claims
from service.core.groups.measures import clashes
from service.core.groups.origins import count_origins
from service.core.identity import make_id

_LEAST_TIES = 0.5  # share of all pairs between two parts that must be alike, or a chain would swallow a topic


def group_claims(faces: Iterable[ClaimFace], scores: Mapping[tuple[str, str], float]) -> tuple[ClaimGroup, ...]:
    """Return the groups of claims, single ones too, ordered by id; scores: how alike those are that are alike, by id.

    Likenesses join parts from the strongest down; two parts stay apart where too few of their pairs are alike
    or where two of their claims contradict each other.
    """
    known = {face.claim_id: face for face in faces}
    edges = {pair: score for pair, score in scores.items() if pair[0] in known and pair[1] in known}
    parts = {key: {key} for key in known}
    ties: dict[str, set[str]] = defaultdict(set)
    for left, right in edges:
        ties[left].add(right)
        ties[right].add(left)
    for left, right in sorted(edges, key=lambda pair: (-edges[pair], pair)):
        mine, other = parts[left], parts[right]
        if mine is not other and _may_join(mine, other, ties, known):
            mine |= other
            parts.update(dict.fromkeys(other, mine))
    distinct = {id(part): part for part in parts.values()}
    groups = (_make_group([known[key] for key in part]) for part in distinct.values())
    return tuple(sorted(groups, key=lambda group: group.id))


def _may_join(mine: set[str], other: set[str], ties: Mapping[str, set[str]], known: Mapping[str, ClaimFace]) -> bool:
    small, large = sorted((mine, other), key=len)
    tied = sum(len(ties[key] & large) for key in small)
    if tied < _LEAST_TIES * len(small) * len(large):
        return False
    apart = ((a, b) for a in small for b in large if b not in ties[a])
    return not any(contradict(known[a], known[b]) for a, b in apart)


def contradict(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether two claims cannot stand in one group: opposite polarity, or figures that clash."""
    return left.polarity * right.polarity < 0 or clashes(left, right)


def group_alone(face: ClaimFace) -> ClaimGroup:
    """Return the group of a claim that is like no other."""
    day = face.published_on
    return ClaimGroup(
        id=identify_group(face.claim_id),
        text=face.text,
        speakers=tuple(dict.fromkeys(face.speakers)),
        members=(_make_member(face, face),),
        differences=(),
        outlets=1,
        independent_origins=1,
        first_seen=day,
        last_seen=day,
    )


def _make_group(faces: list[ClaimFace]) -> ClaimGroup:
    if len(faces) == 1:
        return group_alone(faces[0])
    ordered = sorted(faces, key=_age)
    full = fullest_wording(ordered)
    days = [face.published_on for face in ordered if face.published_on]
    members = tuple(_make_member(face, full) for face in ordered)
    return ClaimGroup(
        id=identify_group(ordered[0].claim_id),
        text=full.text,
        speakers=tuple(dict.fromkeys(name for face in ordered for name in face.speakers)),
        members=members,
        differences=tuple(compare_wordings(face, full) for face in ordered if face is not full),
        outlets=len({face.outlet or face.article_id for face in ordered}),
        independent_origins=count_origins(ordered),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
    )


def identify_group(earliest: str) -> str:
    """Return the id of a group by its earliest claim."""
    return make_id("g", earliest)


def _age(face: ClaimFace) -> tuple[bool, str, str]:
    day = face.published_on.isoformat() if face.published_on else ""
    return not day, day, face.claim_id


def _make_member(face: ClaimFace, full: ClaimFace) -> GroupMember:
    score = 1.0
    evidence: tuple[str, ...] = ("fullest-wording",)
    if face is not full:
        like = compare_claims(face, full)
        if like:
            score, evidence = like.score, like.evidence
        else:
            weighed = weigh_evidence(face, full, share_stems(face, full))
            score = round(0.5 * weighed.whole, 2)
            evidence = ("through-others", weighed.speakers, f"shared-words:{weighed.whole:.2f}")
    return GroupMember(face.claim_id, face.article_id, face.outlet, face.published_on, face.text, score, evidence)
