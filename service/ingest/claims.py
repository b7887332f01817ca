"""Writes the claims of a batch and the groups they are in, and brings older claims up to date with both."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson
from sqlalchemy import Connection

from service.core.corpus import ClaimGroup
from service.ingest.grouping import Grouped, group_batch
from service.ingest.linking import Links
from service.ingest.preparing import Prepared, PreparedClaim
from service.ingest.rows import claim_row, day_of, figure_rows, link_rows
from service.schemas.encoding import encode
from service.schemas.groups import dump_group
from service.store import claims as stored
from service.store.claims import GroupRow
from service.store.entities import save_redirects
from service.store.faces import save_keys
from service.store.tables import claim_entities, claim_figures, claim_keys
from service.store.terms import index_terms
from service.store.writing import insert_rows


def write_claims(db: Connection, batch: list[Prepared], links: Links) -> None:
    """Write the claims of a batch and every group that it changes."""
    new = {claim.id: claim for prepared in batch for claim in prepared.claims}
    moved = stored.claims_naming(db, links.moved)
    faces = {key: claim.face for key, claim in new.items()}
    grouped = group_batch(db, faces, {key: claim.keys for key, claim in new.items()}, moved)
    before = stored.load_group_ids(db, grouped.group_of.keys() - new.keys())
    _insert(db, batch, links.entity_of, grouped.group_of)
    _update(db, grouped, before, moved)
    _write_groups(db, grouped)
    _forget_groups(db, grouped, before)


def _insert(db: Connection, batch: list[Prepared], entity_of: Mapping[str, str], group_of: Mapping[str, str]) -> None:
    rows, links, figures = [], [], []
    for prepared in batch:
        for idx, claim in enumerate(prepared.claims):
            group = group_of[claim.id]
            rows.append(claim_row(prepared, idx, group, _document(prepared, claim, entity_of, group)))
            links += link_rows(prepared, claim, entity_of)
            figures += figure_rows(prepared, claim)
    stored.save_claims(db, rows)
    insert_rows(db, claim_entities, links)
    insert_rows(db, claim_figures, figures)
    save_keys(db, claim_keys, ((key, claim.id) for p in batch for claim in p.claims for key in claim.keys))


def _document(prepared: Prepared, claim: PreparedClaim, entity_of: Mapping[str, str], group: str) -> bytes:
    """Return a claim's document with the ids that the corpus gave; most need but the group's."""
    forms = ((link, prepared.entities[link.entity]) for link in claim.links)
    ids = [(link.role, link.place, entity_of[entity.form.key]) for link, entity in forms]
    return fill_ids(claim.document, ids, group)


def fill_ids(document: bytes, ids: Sequence[tuple[str, int, str]], group: str) -> bytes:
    """Return a claim's document with the ids of its entities (role, place, id) and of its group."""
    fields: dict[str, Any] = orjson.loads(document)
    for role, place, entity in ids:
        if role != "about":
            fields["speakers" if role == "speaker" else role][place]["entity_id"] = entity
    fields["about"] = list(dict.fromkeys(entity for role, _, entity in sorted(ids) if role == "about"))
    return encode({**fields, "group_id": group})


def _update(db: Connection, grouped: Grouped, before: Mapping[str, str], moved: set[str]) -> None:
    """Bring claims that stand already up to date: their group's id, their entities' ids."""
    regrouped = {key: grouped.group_of[key] for key, group in before.items() if grouped.group_of[key] != group}
    stored.save_group_ids(db, regrouped)
    changed = regrouped.keys() | moved
    links = stored.load_links(db, changed)
    documents = {
        key: fill_ids(document, [(r.role, r.idx, r.entity_id) for r in links.get(key, ())], grouped.group_of[key])
        for key, document in stored.load_documents(db, changed).items()
    }
    stored.save_documents(db, documents)


def _write_groups(db: Connection, grouped: Grouped) -> None:
    """Write groups; a speaker has the name that most of the group's claims give, the id that the corpus gives."""
    links = stored.load_links(db, grouped.group_of)
    stored.save_groups(db, (_group_row(group, _speakers(group, links)) for group in grouped.groups))


def _speakers(group: ClaimGroup, links: Mapping[str, list[Any]]) -> dict[str, str]:
    named: dict[str, Counter[str]] = {}
    for member in group.members:
        for row in links.get(member.claim_id, ()):
            if row.role == "speaker" and row.name:
                named.setdefault(row.entity_id, Counter())[row.name] += 1
    best = {key: min(names, key=lambda name: (-names[name], name)) for key, names in named.items()}
    return dict(sorted(best.items(), key=lambda item: (-named[item[0]].total(), item[0])))


def _group_row(group: ClaimGroup, speakers: Mapping[str, str]) -> GroupRow:
    shown = replace(group, speakers=tuple(speakers)) if speakers else group
    return GroupRow(
        id=group.id,
        claims=len(group.members),
        outlets=group.outlets,
        origins=group.independent_origins,
        first_seen=day_of(group.first_seen),
        conflicting=False,
        speakers=tuple(speakers),
        terms=index_terms(group.text),
        document=dump_group(shown, speakers, ()),
    )


def _forget_groups(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> None:
    """Delete the groups that no claim is in any more; their ids lead to where their first claim went."""
    standing = {group.id for group in grouped.groups}
    gone = {group: grouped.group_of[key] for key, group in sorted(before.items(), reverse=True)}
    gone = {old: new for old, new in gone.items() if old not in standing}
    stored.delete_groups(db, gone)
    save_redirects(db, "groups", gone)
