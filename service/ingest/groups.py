"""Writes groups of claims: speakers, conflicts with other groups, and the ids they had before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from service.core.corpus import ClaimGroup, Conflict
from service.core.groups.conflicts import find_conflicts
from service.ingest.group_rows import make_group_row, name_speakers
from service.ingest.grouping import Grouped
from service.store import claims as stored
from service.store.claims import GroupRow
from service.store.entities import save_redirects
from service.store.faces import load_clashes, load_faces


def write_groups(db: Connection, grouped: Grouped, before: Mapping[str, str], alone: Mapping[str, GroupRow]) -> None:
    """Write groups with their speakers and conflicts; forget those that no claim is in any more."""
    links = stored.load_links(db, grouped.group_of)
    conflicts = _conflicts(db, grouped)
    stored.save_groups(
        db,
        (_row(group, _speakers(group, links), conflicts.get(group.id, ()), alone) for group in grouped.groups),
    )
    _forget_groups(db, grouped, before)


def _conflicts(db: Connection, grouped: Grouped) -> Mapping[str, list[Conflict]]:
    """Return the conflicts of each group, from the claims of its own and of any other group that disagree."""
    pairs = load_clashes(db, grouped.group_of)
    ends = {end for pair in pairs for end in pair}
    faces = {key: grouped.faces[key] for key in ends & grouped.faces.keys()}
    faces |= load_faces(db, ends - faces.keys())
    group_of = {**stored.load_group_ids(db, ends - grouped.group_of.keys()), **grouped.group_of}
    found: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in find_conflicts(faces, pairs, group_of):
        for group in {conflict.left, conflict.right}:
            found[group].append(conflict)
    return found


def _speakers(group: ClaimGroup, links: Mapping[str, list[Any]]) -> dict[str, str]:
    rows = (row for member in group.members for row in links.get(member.claim_id, ()))
    return name_speakers((row.entity_id, row.name) for row in rows if row.role == "speaker" and row.name)


def _row(
    group: ClaimGroup, speakers: Mapping[str, str], conflicts: Sequence[Conflict], alone: Mapping[str, GroupRow]
) -> GroupRow:
    """Return the row of a group; a claim that stayed alone has it ready unless linking or a conflict changed it."""
    ready = alone.get(group.members[0].claim_id) if len(group.members) == 1 and not conflicts else None
    fits = ready is not None and ready.speakers == tuple(speakers)
    return ready if ready is not None and fits else make_group_row(group, speakers, conflicts)


def _forget_groups(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> None:
    """Delete the groups that no claim is in any more; their ids lead to where their first claim went."""
    standing = {group.id for group in grouped.groups}
    gone = {group: grouped.group_of[key] for key, group in sorted(before.items(), reverse=True)}
    gone = {old: new for old, new in gone.items() if old not in standing}
    stored.delete_groups(db, gone)
    save_redirects(db, "groups", gone)
