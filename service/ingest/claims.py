"""Writes the claims of a batch and the groups they are in, and brings older claims up to date with both."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from service.ingest.clashes import find_clashes
from service.ingest.crowding import Keyed
from service.ingest.grouping import Fresh, Grouped, group_batch
from service.ingest.groups import write_groups
from service.ingest.linking import Links
from service.ingest.preparing import Prepared, PreparedClaim
from service.ingest.rows import claim_row, figure_rows, link_rows
from service.schemas.encoding import encode
from service.store import claims as stored
from service.store.claim_figures import save_figures
from service.store.claims import GroupRow
from service.store.faces import load_clashes, save_keys
from service.store.tables import claim_entities
from service.store.writing import insert_rows

_NO_GROUP = b'"group_id":null'  # in no text of a document: there a quotation mark is escaped


def write_claims(db: Connection, batch: list[Prepared], links: Links, also: set[str]) -> None:
    """Write the claims of a batch and every group that it changes, those of the claims in `also` too."""
    new = {claim.id: claim for prepared in batch for claim in prepared.claims}
    moved = stored.claims_naming(db, links.moved)
    faces = {key: claim.face for key, claim in new.items()}
    clashing = find_clashes(db, faces, {key: _keyed_for_clashes(claim) for key, claim in new.items()})
    keyed = {key: _keyed_for_likeness(claim) for key, claim in new.items()}
    on_pages = [pair for prepared in batch for pair in prepared.pairs]
    grouped = group_batch(db, Fresh(faces, keyed, on_pages), moved | clashing | also)
    before = stored.load_group_ids(db, grouped.group_of.keys() - new.keys())
    grouped = _with_opponents(db, grouped, before)
    ready = _insert(db, batch, links.entity_of, grouped.group_of)
    _update(db, grouped, before, moved)
    write_groups(db, grouped, before, ready)


def _keyed_for_likeness(claim: PreparedClaim) -> Keyed:
    return Keyed(claim.day, claim.keys.near, claim.keys.far + claim.keys.shared)


def _keyed_for_clashes(claim: PreparedClaim) -> Keyed:
    return Keyed(claim.day, claim.keys.clash_near, claim.keys.clash_far + claim.keys.shared)


def regroup_claims(db: Connection, also: set[str], moved: set[str]) -> None:
    """Group stored claims anew after others went, and bring those whose entities moved up to date."""
    grouped = group_batch(db, Fresh({}, {}), also | moved)
    before = stored.load_group_ids(db, grouped.group_of)
    grouped = _with_opponents(db, grouped, before)
    _update(db, grouped, before, moved)
    write_groups(db, grouped, before, {})


def _with_opponents(db: Connection, grouped: Grouped, before: Mapping[str, str]) -> Grouped:
    """Add the groups that clash with claims whose group has another id now: their documents name it."""
    renamed = {key for key, group in before.items() if grouped.group_of[key] != group}
    opponents = {end for pair in load_clashes(db, renamed) for end in pair} - grouped.group_of.keys()
    if not opponents:
        return grouped
    more = group_batch(db, Fresh({}, {}), opponents)
    faces = {**more.faces, **grouped.faces}
    return Grouped(grouped.groups + more.groups, grouped.alone, {**more.group_of, **grouped.group_of}, faces)


def _insert(
    db: Connection, batch: list[Prepared], entity_of: Mapping[str, str], group_of: Mapping[str, str]
) -> dict[str, GroupRow]:
    """Write new claims; return, by claim, the groups of those whose entities are those that their pages know."""
    rows, links, figures, ready = [], [], [], {}
    for prepared in batch:
        ids = [entity_of[entity.form.key] for entity in prepared.entities]
        moved = {idx for idx, entity in enumerate(prepared.entities) if entity.entity_id != ids[idx]}
        for idx, claim in enumerate(prepared.claims):
            group = group_of[claim.id]
            if moved.isdisjoint(link.entity for link in claim.links):
                ready[claim.id] = claim.alone
                document = claim.document.replace(_NO_GROUP, b'"group_id":' + encode(group), 1)
            else:
                document = fill_ids(claim.document, [(it.role, it.place, ids[it.entity]) for it in claim.links], group)
            rows.append(claim_row(prepared, idx, group, document))
            links += link_rows(prepared, claim, entity_of)
            figures += figure_rows(prepared, claim)
    stored.save_claims(db, rows)
    insert_rows(db, claim_entities, links)
    save_figures(db, figures)
    claims = [claim for prepared in batch for claim in prepared.claims]
    save_keys(db, [(key, claim.day, claim.id) for claim in claims for keys in claim.keys for key in keys])
    return ready


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
