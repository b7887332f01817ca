"""Jobs: pages that wait to be taken in, and what became of each; kept beside the corpus, they outlive a restart."""

import secrets
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import orjson
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
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

# Tables of their own metadata: the corpus may be emptied and made anew, what waits must not go with it.
_metadata = MetaData()
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
LEASE = 30.0  # seconds after which a job that shows no progress is taken to be abandoned
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


class JobBook:
    """Writes jobs down, hands each to one runner at a time, and tells how far it is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._made = False

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

    def pages_left(self, key: str, limit: int) -> list[tuple[int, Page]]:
        """Return the first pages of a job that are still to be read, each with its place."""
        c = _pages.c
        query = select(_pages).where(c.job_id == key, c.outcome.is_(None)).order_by(c.idx).limit(limit)
        with reading(self._engine) as db:
            return [
                (row.idx, Page(row.name, zlib.decompress(row.data or b""), row.media_type, row.url))
                for row in db.execute(query)
            ]

    def advance(self, key: str, outcomes: Sequence[tuple[int, dict[str, Any]]]) -> None:
        """Note what became of pages, whose bytes are then no longer kept here."""
        c = _pages.c
        with writing(self._engine) as db:
            for idx, outcome in outcomes:
                changed = {"outcome": orjson.dumps(outcome).decode(), "data": None}
                db.execute(update(_pages).where(c.job_id == key, c.idx == idx).values(**changed))
            db.execute(update(_jobs).where(_jobs.c.id == key).values(changed_at=_now()))

    def close(self, key: str, state: State, failure: str | None = None) -> None:
        """Note that a job ended, or that it waits again for a runner."""
        with writing(self._engine) as db:
            values = {"state": state, "failure": failure, "changed_at": _now()}
            db.execute(update(_jobs).where(_jobs.c.id == key).values(**values))

    def _has_tables(self, db: Connection) -> bool:
        self._made = self._made or inspect(db).has_table(_pages.name)
        return self._made


def _waiting() -> Any:
    stale = (datetime.now(UTC) - timedelta(seconds=LEASE)).isoformat(timespec="milliseconds")
    c = _jobs.c
    free = or_(c.state == "queued", and_(c.state == "running", c.changed_at < stale))
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
