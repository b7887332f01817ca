"""Writes groups of claims: speakers, conflicts with other groups, and the ids they had before."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from service.core.corpus import ClaimGroup, Conflict
from service.core.groups.conflicts import find_conflicts
from service.core.groups.grouping import group_alone
from service.ingest.group_rows import make_group_row, name_speakers
from service.ingest.grouping import Grouped
from service.store import claims as stored
from service.store.claims import GroupRow
from service.store.entities import save_redirects
from service.store.faces import load_clashes, load_faces


def write_groups(db: Connection, grouped: Grouped, before: Mapping[str, str], ready: Mapping[str, GroupRow]) -> None:
    """Write groups with their speakers and conflicts; forget those that no claim is in any more.

    ready: the rows of groups of one claim, by the claim, where linking left them as they are.
    """
    conflicts = _conflicts(db, grouped)
    rows = [ready[key] for key in grouped.alone & ready.keys() if ready[key].id not in conflicts]
    made = {row.id for row in rows}
    others = [group_alone(grouped.faces[key]) for key in grouped.alone if grouped.group_of[key] not in made]
    groups = (*grouped.groups, *others)
    links = stored.load_links(db, (member.claim_id for group in groups for member in group.members))
    rows += [make_group_row(group, _speakers(group, links), conflicts.get(group.id, ())) for group in groups]
    stored.save_groups(db, sorted(rows, key=lambda row: row.id))
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


def _forget_groups(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> None:
    """Delete the groups that no claim is in any more; their ids lead to where their first claim went."""
    standing = set(grouped.group_of.values())
    gone = {group: grouped.group_of[key] for key, group in sorted(before.items(), reverse=True)}
    gone = {old: new for old, new in gone.items() if old not in standing}
    stored.delete_groups(db, gone)
    save_redirects(db, "groups", gone)
