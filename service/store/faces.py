"""Keeps what likeness compares of claims: their faces, candidate keys and likenesses."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Column, Connection, Table, select

from service.core.corpus import ClaimFace, Likeness
from service.store.tables import claim_clashes, claim_edges, claims
from service.store.writing import insert_pairs, insert_rows, select_in

_DAYS = ("published_on", "said_on")


def pack_face(face: ClaimFace) -> bytes:
    """Return a face as it is stored."""
    return orjson.dumps([getattr(face, name) for name in ClaimFace.__slots__])


def unpack_face(data: bytes) -> ClaimFace:
    """Return a stored face."""
    fields: dict[str, Any] = dict(zip(ClaimFace.__slots__, orjson.loads(data), strict=True))
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(tuple(part) if isinstance(part, list) else part for part in value)
    return ClaimFace(**fields | {name: _day(fields[name]) for name in _DAYS})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def load_faces(db: Connection, ids: Iterable[str]) -> dict[str, ClaimFace]:
    """Return the faces of claims."""
    return {
        row.id: unpack_face(row.face) for row in select_in(db, select(claims.c.id, claims.c.face), claims.c.id, ids)
    }


def save_keys(db: Connection, table: Table, keys: Iterable[tuple[int, str]]) -> None:
    """Write (key, record id) pairs of a table of keys."""
    insert_pairs(db, table, list(keys))


def load_keys(db: Connection, table: Table, keys: Iterable[int]) -> list[tuple[int, str]]:
    """Return the (key, record id) pairs that have one of these keys."""
    return [(row[0], row[1]) for row in select_in(db, select(table.c.key, _owner(table)), table.c.key, keys)]


def _owner(table: Table) -> Column[str]:
    """Return the column that says whose key it is."""
    return next(column for column in table.columns if column.name != "key")


def save_likenesses(db: Connection, likenesses: Iterable[Likeness]) -> None:
    """Write likenesses of pairs that had none."""
    insert_rows(db, claim_edges, [
        {"left": like.left, "right": like.right, "score": like.score, "evidence": orjson.dumps(like.evidence).decode()}
        for like in likenesses
    ])  # fmt: skip


def load_likenesses(db: Connection, ids: Iterable[str]) -> list[Likeness]:
    """Return the likenesses that touch these claims."""
    wanted = list(ids)
    rows = {(row.left, row.right): row for column in (claim_edges.c.left, claim_edges.c.right)
            for row in select_in(db, select(claim_edges), column, wanted)}  # fmt: skip
    return [Likeness(row.left, row.right, row.score, tuple(orjson.loads(row.evidence))) for row in rows.values()]


def save_clashes(db: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Write pairs of claims that disagree on something."""
    insert_pairs(db, claim_clashes, list(pairs))


def load_clashes(db: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of claims that disagree of which one is among these."""
    wanted = list(ids)
    c = claim_clashes.c
    return {(row.left, row.right) for column in (c.left, c.right)
            for row in select_in(db, select(claim_clashes), column, wanted)}  # fmt: skip
