"""What was sent before, kept to be sent again: in the process, and in Redis for all processes where there is one."""

from dataclasses import dataclass
from hashlib import blake2b

import orjson

from service.cache.memory import MemoryCache
from service.cache.shared import SharedCache

Headers = list[tuple[str, str]]

_ON_304 = frozenset(
    {"etag", "cache-control", "vary", "last-modified", "x-corpus-version", "access-control-allow-origin"}
)
_OVERHEAD = 1500  # bytes that a kept answer costs beside its body


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent, and the tag of the corpus version it holds for."""

    tag: str
    etag: str
    status: str
    headers: Headers
    short_headers: Headers
    body: bytes


def make_kept(tag: str, etag: str, status: str, headers: Headers, body: bytes) -> Kept:
    """Return an answer to keep, with those of its header fields that a 304 sends."""
    short = [(name, value) for name, value in headers if name.lower() in _ON_304]
    return Kept(tag, etag, status, headers, short, body)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where fronts keep what they sent: each in its process, and all in a Redis where there is one."""

    here: MemoryCache[Kept]
    shared: SharedCache | None = None

    def find_here(self, key: str, tag: str) -> Kept | None:
        """Return what this process keeps of an answer under a version."""
        kept = self.here.get(key)
        return kept if kept is not None and kept.tag == tag else None

    def find(self, key: str, tag: str) -> Kept | None:
        """Return what is kept of an answer under a version, in the process or in Redis."""
        kept = self.find_here(key, tag)
        packed = self.shared.get(_shared_key(tag, key)) if kept is None and self.shared is not None else None
        if packed is None:
            return kept
        found = _unpack(tag, packed)
        self.here.put(key, found, len(packed) + len(key) + _OVERHEAD)
        return found

    def put(self, key: str, kept: Kept) -> None:
        """Keep an answer."""
        self.here.put(key, kept, len(kept.body) + len(key) + _OVERHEAD)
        if self.shared is not None:
            self.shared.put(_shared_key(kept.tag, key), _pack(kept))


def _shared_key(tag: str, key: str) -> str:
    return f"front:{tag}:{blake2b(key.encode('latin-1', 'replace'), digest_size=16).hexdigest()}"


def _pack(kept: Kept) -> bytes:
    return orjson.dumps([kept.etag, kept.status, kept.headers]) + b"\n" + kept.body


def _unpack(tag: str, packed: bytes) -> Kept:
    head, _, body = packed.partition(b"\n")
    etag, status, pairs = orjson.loads(head)
    return make_kept(tag, etag, status, [(name, value) for name, value in pairs], body)
