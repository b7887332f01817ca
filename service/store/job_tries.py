"""Who began which page of a job and did not end it: a page that ends the process that is at it is found by that."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, delete, insert, select

metadata = MetaData()  # of the jobs' tables, which stay when the corpus is made anew
_tries = Table(
    "job_tries",
    metadata,
    Column("job_id", Text, primary_key=True),
    Column("idx", Integer, primary_key=True, autoincrement=False),
    Column("holder", Text, nullable=False),
    Column("ended", Integer, nullable=False),
)


def count_ended(db: Connection, key: str, places: Sequence[int], holder: str) -> dict[int, int]:
    """Return how many processes, other than this one, were last heard of when they were at these pages of a job."""
    c = _tries.c
    rows = db.execute(select(_tries).where(c.job_id == key, c.idx.in_(places))).all()
    return {row.idx: row.ended + (row.holder != holder) for row in rows}


def mark_begun(db: Connection, key: str, ended: dict[int, int], holder: str) -> None:
    """Note that a process begins with pages, at which so many others ended before."""
    forget_tries(db, key, list(ended))
    rows: list[dict[str, Any]] = [
        {"job_id": key, "idx": idx, "holder": holder, "ended": count} for idx, count in ended.items()
    ]
    db.execute(insert(_tries), rows)


def forget_tries(db: Connection, key: str, places: Sequence[int]) -> None:
    """Forget pages of a job that were ended well."""
    db.execute(delete(_tries).where(_tries.c.job_id == key, _tries.c.idx.in_(places)))
