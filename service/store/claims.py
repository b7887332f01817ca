"""Reads and writes claims and their groups."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from service.store.keeping import Ranked, delete_rows, save_ranked
from service.store.numbering import number_rows
from service.store.search import index_rows
from service.store.tables import claim_entities, claims, group_speakers, groups
from service.store.tallies import tally_rows
from service.store.writing import Rows, delete_where, insert_rows, select_in


def save_claims(db: Connection, rows: list[dict[str, Any]]) -> None:
    """Write new claims."""
    numbered = number_rows(db, claims, rows)
    insert_rows(db, claims, numbered)
    tally_rows(db, "claims", numbered)
    index_rows(db, claims, [(row["number"], row["terms"]) for row in numbered])


def load_documents(db: Connection, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the documents of claims."""
    c = claims.c
    return {row.id: row.document for row in select_in(db, select(c.id, c.document), c.id, ids)}


def save_documents(db: Connection, documents: Mapping[str, bytes]) -> None:
    """Write changed documents of claims."""
    if documents:
        statement = update(claims).where(claims.c.id == bindparam("key")).values(document=bindparam("new"))
        db.execute(statement, [{"key": key, "new": document} for key, document in documents.items()])


def load_group_ids(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the group of each stored claim among these."""
    c = claims.c
    return {row.id: row.group_id for row in select_in(db, select(c.id, c.group_id), c.id, ids)}


def save_group_ids(db: Connection, group_of: Mapping[str, str]) -> None:
    """Write the group of stored claims."""
    if group_of:
        statement = update(claims).where(claims.c.id == bindparam("key")).values(group_id=bindparam("new"))
        db.execute(statement, [{"key": key, "new": group} for key, group in group_of.items()])


def load_links(db: Connection, ids: Iterable[str]) -> Mapping[str, list[Any]]:
    """Return the (role, idx, form, entity_id) rows of claims, in order."""
    c = claim_entities.c
    found: dict[str, list[Any]] = {}
    for row in select_in(db, select(claim_entities).order_by(c.claim_id, c.role, c.idx), c.claim_id, ids):
        found.setdefault(row.claim_id, []).append(row)
    return found


def claims_naming(db: Connection, forms: Iterable[str]) -> set[str]:
    """Return the claims that name one of these forms."""
    c = claim_entities.c
    return {row.claim_id for row in select_in(db, select(c.claim_id), c.form, forms)}


class GroupRow(NamedTuple):
    """A group as it is written: the columns that filters and sorts use, its speakers, its document."""

    id: str
    claims: int
    outlets: int
    origins: int
    first_seen: str | None
    conflicting: bool
    speakers: tuple[str, ...]
    terms: str
    document: bytes


def save_groups(db: Connection, rows: Iterable[GroupRow]) -> None:
    """Write groups, new or changed."""
    new = {row.id: row for row in rows}
    save_ranked(db, groups, [Ranked(row.outlets, _group_row(row)) for row in new.values()])
    delete_where(db, group_speakers.c.group_id, new)
    insert_rows(db, group_speakers, _speaker_rows(new.values()))


def _group_row(row: GroupRow) -> dict[str, Any]:
    fields = row._asdict()
    del fields["speakers"]
    return fields


def _speaker_rows(rows: Iterable[GroupRow]) -> Rows:
    return [
        {"group_id": row.id, "entity_id": speaker, "outlets": row.outlets}
        for row in rows
        for speaker in dict.fromkeys(row.speakers)
    ]


def delete_groups(db: Connection, ids: Iterable[str]) -> None:
    """Delete groups that have no claim any more."""
    wanted = list(ids)
    delete_where(db, group_speakers.c.group_id, wanted)
    delete_rows(db, groups, wanted)


def load_emptied(db: Connection, groups: Iterable[str]) -> set[str]:
    """Return which of these groups no claim is in."""
    wanted = set(groups)
    return wanted - {row.group_id for row in select_in(db, select(claims.c.group_id), claims.c.group_id, wanted)}
