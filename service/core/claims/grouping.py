"""Puts claims that report one statement into groups."""

from collections.abc import Iterable

from service.core.corpus import ClaimFace, ClaimGroup, GroupMember, Likeness
from service.core.identity import make_id


def group_claims(faces: Iterable[ClaimFace], likenesses: Iterable[Likeness]) -> tuple[ClaimGroup, ...]:
    """Return the groups of claims that likeness connects, singles too."""
    root = {face.claim_id: face.claim_id for face in faces}

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    for likeness in likenesses:
        root[find(likeness.left)] = find(likeness.right)
    gathered: dict[str, list[ClaimFace]] = {}
    for face in faces:
        gathered.setdefault(find(face.claim_id), []).append(face)
    return tuple(_group(members) for members in gathered.values())


def _group(faces: list[ClaimFace]) -> ClaimGroup:
    ordered = sorted(faces, key=lambda face: (face.published_on is None, face.published_on or 0, face.claim_id))
    days = [face.published_on for face in faces if face.published_on]
    members = tuple(
        GroupMember(f.claim_id, f.article_id, f.outlet, f.published_on, f.text, 1.0, ("same-words",)) for f in ordered
    )
    outlets = len({face.outlet or face.article_id for face in faces})
    return ClaimGroup(
        make_id("g", ordered[0].claim_id), max((f.text for f in faces), key=lambda text: (len(text), text)),
        ordered[0].speakers, members, (), outlets, outlets, min(days, default=None), max(days, default=None),
    )  # fmt: skip
