"""Keys that open writing: only their hashes are kept, beside the corpus, and outlive any rebuild of it."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Column, Engine, MetaData, Table, Text, delete, func, insert, inspect, select

from service.store.engine import reading, writing

# A table of its own metadata: the corpus may be emptied and made anew, the keys must not go with it.
_metadata = MetaData()
_keys = Table(
    "api_keys",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)
_BYTES = 32  # of chance in a key: nobody guesses it, so a fast hash keeps it safe


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What may be shown of a key."""

    name: str
    made_at: str


def add_key(engine: Engine, name: str) -> str:
    """Make a key under a name that is not taken, and return it: the only time that it is seen."""
    key = "isnad_" + secrets.token_urlsafe(_BYTES)
    with writing(engine) as db:
        _metadata.create_all(db)
        if db.execute(select(_keys.c.name).where(_keys.c.name == name)).first():
            raise ValueError(f"there is a key named {name!r} already")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        db.execute(insert(_keys).values(name=name, hash=_hash(key), made_at=at))
    return key


def list_keys(engine: Engine) -> tuple[KeyInfo, ...]:
    """Return all keys, by name."""
    with reading(engine) as db:
        if not inspect(db).has_table(_keys.name):
            return ()
        return tuple(KeyInfo(*row) for row in db.execute(select(_keys.c.name, _keys.c.made_at).order_by(_keys.c.name)))


def revoke_key(engine: Engine, name: str) -> bool:
    """Forget a key, and tell whether there was one of that name."""
    with writing(engine) as db:
        _metadata.create_all(db)
        return bool(db.execute(delete(_keys).where(_keys.c.name == name)).rowcount)


class KeyRing:
    """Tells whether a key given with a request opens writing; asks the database each time, so revoking is at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def is_empty(self) -> bool:
        """Tell whether no key was made yet."""
        with reading(self._engine) as db:
            return (
                not inspect(db).has_table(_keys.name) or not db.execute(select(func.count(_keys.c.name))).scalar_one()
            )

    def opens(self, key: str) -> bool:
        """Tell whether a key is one of those made, in a time that does not depend on how nearly it is."""
        with reading(self._engine) as db:
            hashes = db.execute(select(_keys.c.hash)).scalars().all()
        given = _hash(key)
        return any([hmac.compare_digest(given, known) for known in hashes])  # noqa: C419  looks at all of them


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
