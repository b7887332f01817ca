"""Writes groups of claims: speakers, conflicts with other groups, and the ids they had before."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from service.core.claims.conflicts import find_conflicts
from service.core.corpus import ClaimGroup, Conflict
from service.ingest.grouping import Grouped
from service.ingest.rows import day_of
from service.schemas.groups import dump_group
from service.store import claims as stored
from service.store.claims import GroupRow
from service.store.entities import save_redirects
from service.store.faces import load_clashes, load_faces
from service.store.terms import index_terms


def write_groups(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> None:
    """Write groups with their speakers and conflicts; forget those that no claim is in any more."""
    links = stored.load_links(db, grouped.group_of)
    conflicts = _conflicts(db, grouped)
    stored.save_groups(
        db, (_group_row(group, _speakers(group, links), conflicts.get(group.id, ())) for group in grouped.groups)
    )
    _forget_groups(db, grouped, before)


def _conflicts(db: Connection, grouped: Grouped) -> Mapping[str, list[Conflict]]:
    """Return the conflicts of each group, from the claims of its own and of any other group that disagree."""
    ends = {end for pair in load_clashes(db, grouped.group_of) for end in pair}
    faces = {key: grouped.faces[key] for key in ends & grouped.faces.keys()}
    faces |= load_faces(db, ends - faces.keys())
    group_of = {**stored.load_group_ids(db, ends - grouped.group_of.keys()), **grouped.group_of}
    found: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in find_conflicts((faces[key] for key in sorted(faces)), group_of):
        for group in {conflict.left, conflict.right}:
            found[group].append(conflict)
    return found


def _speakers(group: ClaimGroup, links: Mapping[str, list[Any]]) -> dict[str, str]:
    """Return the group's speakers: the id that the corpus gives, the name that most of its claims give."""
    named: dict[str, Counter[str]] = {}
    for member in group.members:
        for row in links.get(member.claim_id, ()):
            if row.role == "speaker" and row.name:
                named.setdefault(row.entity_id, Counter())[row.name] += 1
    best = {key: min(names, key=lambda name: (-names[name], name)) for key, names in named.items()}
    return dict(sorted(best.items(), key=lambda item: (-named[item[0]].total(), item[0])))


def _group_row(group: ClaimGroup, speakers: Mapping[str, str], conflicts: Sequence[Conflict]) -> GroupRow:
    shown = replace(group, speakers=tuple(speakers)) if speakers else group
    return GroupRow(
        id=group.id,
        claims=len(group.members),
        outlets=group.outlets,
        origins=group.independent_origins,
        first_seen=day_of(group.first_seen),
        conflicting=any(conflict.comparable for conflict in conflicts),
        speakers=tuple(speakers),
        terms=index_terms(group.text),
        document=dump_group(shown, speakers, conflicts),
    )


def _forget_groups(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> None:
    """Delete the groups that no claim is in any more; their ids lead to where their first claim went."""
    standing = {group.id for group in grouped.groups}
    gone = {group: grouped.group_of[key] for key, group in sorted(before.items(), reverse=True)}
    gone = {old: new for old, new in gone.items() if old not in standing}
    stored.delete_groups(db, gone)
    save_redirects(db, "groups", gone)
