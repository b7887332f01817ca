"""Jobs: pages that wait to be taken in, and what became of each; kept beside the corpus, they outlive a restart."""

import os
import secrets
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple

import orjson
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    inspect,
    or_,
    select,
    update,
)

from service.core.records import Page
from service.store.engine import reading, writing
from service.store.job_tries import count_ended, forget_tries, mark_begun
from service.store.job_tries import metadata as _metadata

_jobs = Table(
    "jobs",
    _metadata,
    Column("id", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("failure", Text),
)
_pages = Table(
    "job_pages",
    _metadata,
    Column("job_id", Text, primary_key=True),
    Column("idx", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("url", Text),
    Column("data", LargeBinary),
    Column("outcome", Text),
)
LEASE = 90.0  # seconds after which a job that shows no progress is taken to be abandoned: the slowest page takes less
_KEPT = timedelta(days=7)  # how long one may ask what became of a job

State = Literal["queued", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """How far a job is: outcomes are those of its first pages, in order."""

    id: str
    state: State
    made_at: str
    changed_at: str
    failure: str | None
    total: int
    outcomes: tuple[dict[str, Any], ...]


class Begun(NamedTuple):
    """A page of a job that is begun: its place, and how many processes ended when they were at it."""

    idx: int
    page: Page
    ended: int


class JobBook:
    """Writes jobs down, hands each to one runner at a time, and tells how far it is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._made = False
        self._token = secrets.token_hex(8)

    def submit(self, pages: Sequence[Page]) -> str:
        """Write a job down and return its id; jobs that ended long ago are forgotten."""
        key = "j" + secrets.token_hex(8)
        at = _now()
        with writing(self._engine) as db:
            _metadata.create_all(db)
            _forget_old(db)
            db.execute(insert(_jobs).values(id=key, state="queued", made_at=at, changed_at=at))
            db.execute(insert(_pages), [_row(key, idx, page) for idx, page in enumerate(pages)])
        return key

    def find(self, key: str) -> Job | None:
        """Return how far a job is, None where there is none."""
        with reading(self._engine) as db:
            if not self._has_tables(db):
                return None
            job = db.execute(select(_jobs).where(_jobs.c.id == key)).one_or_none()
            if job is None:
                return None
            own = _pages.c.job_id == key
            total = db.execute(select(func.count()).select_from(_pages).where(own)).scalar_one()
            known = select(_pages.c.outcome).where(own, _pages.c.outcome.is_not(None)).order_by(_pages.c.idx)
            outcomes = tuple(orjson.loads(text) for text in db.execute(known).scalars())
        return Job(job.id, job.state, job.made_at, job.changed_at, job.failure, total, outcomes)

    def claim(self) -> str | None:
        """Take the oldest job that nobody works on, and return its id; None where there is none."""
        with reading(self._engine) as db:
            if not self._has_tables(db) or db.execute(_waiting()).first() is None:
                return None
        with writing(self._engine) as db:
            key = db.execute(_waiting()).scalar()
            if key is not None:
                db.execute(update(_jobs).where(_jobs.c.id == key).values(state="running", changed_at=_now()))
        return key

    def begin_pages(self, key: str, limit: int) -> list[Begun]:
        """Return the first pages of a job that are still to be read, and note that this process is at them.

        Pages at which a process ended come alone, so that one can tell which of them ended it.
        """
        c, holder = _pages.c, f"{self._token}-{os.getpid()}"
        query = select(_pages).where(c.job_id == key, c.outcome.is_(None)).order_by(c.idx).limit(limit)
        with writing(self._engine) as db:
            _metadata.create_all(db)
            _touch(db, key)
            rows = db.execute(query).all()
            counted = count_ended(db, key, [row.idx for row in rows], holder)
            if rows and counted.get(rows[0].idx):
                rows = rows[:1]
            ended = {row.idx: counted.get(row.idx, 0) for row in rows}
            if ended:
                mark_begun(db, key, ended, holder)
        return [
            Begun(row.idx, Page(row.name, zlib.decompress(row.data or b""), row.media_type, row.url), ended[row.idx])
            for row in rows
        ]

    def advance(self, key: str, outcomes: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Note what became of pages, whose bytes are then no longer kept here."""
        c = _pages.c
        with writing(self._engine) as db:
            for idx, outcome in outcomes:
                changed = {"outcome": orjson.dumps(outcome).decode(), "data": None}
                db.execute(update(_pages).where(c.job_id == key, c.idx == idx, c.outcome.is_(None)).values(**changed))
            forget_tries(db, key, [idx for idx, _ in outcomes])
            _touch(db, key)

    def close(self, key: str, state: State, failure: str | None = None) -> None:
        """Note that a job ended, or that it waits again for a runner."""
        with writing(self._engine) as db:
            values = {"state": state, "failure": failure, "changed_at": _now()}
            db.execute(update(_jobs).where(_jobs.c.id == key).values(**values))

    def _has_tables(self, db: Connection) -> bool:
        self._made = self._made or inspect(db).has_table(_pages.name)
        return self._made


def _touch(db: Connection, key: str) -> None:
    db.execute(update(_jobs).where(_jobs.c.id == key).values(changed_at=_now()))


def _waiting() -> Any:
    """A job whose last change lies far ahead was left before the clock was put back."""
    now, lease = datetime.now(UTC), timedelta(seconds=LEASE)
    past, ahead = ((now + by).isoformat(timespec="milliseconds") for by in (-lease, lease))
    c = _jobs.c
    free = or_(c.state == "queued", and_(c.state == "running", or_(c.changed_at < past, c.changed_at > ahead)))
    return select(c.id).where(free).order_by(c.made_at, c.id).limit(1)


def _forget_old(db: Connection) -> None:
    past = (datetime.now(UTC) - _KEPT).isoformat(timespec="milliseconds")
    ended = select(_jobs.c.id).where(_jobs.c.state.in_(["done", "failed"]), _jobs.c.changed_at < past)
    db.execute(delete(_pages).where(_pages.c.job_id.in_(ended)))
    db.execute(delete(_jobs).where(_jobs.c.state.in_(["done", "failed"]), _jobs.c.changed_at < past))


def _row(key: str, idx: int, page: Page) -> dict[str, Any]:
    return {"job_id": key, "idx": idx, "name": page.name, "media_type": page.media_type, "url": page.url,
            "data": zlib.compress(page.data)}  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
