"""Answers a request that was answered before under another corpus version: as it was read then, without Flask."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from service.api.built import Built
from service.api.compressing import compress, is_worth_compressing
from service.api.current import CorpusReader, one_state
from service.api.last_modified import write_last_modified
from service.api.watch import CorpusWatch
from service.cache.memory import MemoryCache

Headers = list[tuple[str, str]]

_LIMIT = 8_000_000  # bytes, as estimated: some two thousand requests
_SIZE = 4000  # bytes that a request that was read takes
_MADE_ANEW = frozenset({"etag", "content-length", "content-encoding", "last-modified", "link", "x-corpus-version"})


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A request as it was read: what it asks in one form, and how its answer is built from the state that is seen."""

    path: str
    canonical: str
    build: Callable[[], Built]
    wants_gzip: bool

    def etag(self, tag: str) -> str:
        """Return the ETag of the answer of plain bytes under a corpus version, without quotation marks."""
        return make_etag(tag, self.path, self.canonical)


@dataclass(frozen=True, slots=True)
class Repeated:
    """An answer as it is to be sent, the tag of its corpus version, and its ETag."""

    tag: str
    etag: str
    headers: Headers
    body: bytes


class Repeater:
    """Keeps requests as they were read, and answers them from the corpus as it is now."""

    def __init__(self, whole: CorpusReader, watch: CorpusWatch, tell: Callable[[], None]) -> None:
        """Answer from what a reader sees; the watch names the versions; tell is called at every answer."""
        self._whole = whole
        self._watch = watch
        self._tell = tell
        self._kept: MemoryCache[tuple[Repeatable, Headers]] = MemoryCache(_LIMIT)

    def keep(self, key: str, request: Repeatable, headers: Headers) -> None:
        """Keep a request that was answered with these header fields."""
        lasting = [(name, value) for name, value in headers if name.lower() not in _MADE_ANEW]
        self._kept.put(key, (request, lasting), _SIZE + len(key))

    def etag(self, key: str, tag: str) -> str:
        """Return the ETag that the answer to a request has under a corpus version, empty where it is not kept."""
        found = self._kept.get(key)
        return found[0].etag(tag) if found else ""

    def answer(self, key: str) -> Repeated | None:
        """Return the answer to a request that is kept; None where it is not, or is no longer answered by 200."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._tell()
        request, headers = found
        try:
            with one_state(self._whole) as state:
                built = request.build()
        except Exception:  # whatever it is, the application meets it again, and answers it
            return None
        tag = self._watch.name(state)
        etag, body = request.etag(tag), built.body
        more = [("X-Corpus-Version", str(state.version)), *write_last_modified(state)]
        if built.link:
            more.append(("Link", built.link))
        if request.wants_gzip and is_worth_compressing(built.media_type, body):
            etag, body = f"{etag}-gzip", compress(body)
            more.append(("Content-Encoding", "gzip"))
        more += [("ETag", f'"{etag}"'), ("Content-Length", str(len(body)))]
        return Repeated(tag, f'"{etag}"', [*headers, *more], body)


def make_etag(tag: str, path: str, canonical: str) -> str:
    """Return the ETag of an answer under the corpus version that a tag names."""
    whole = f"{path}\n{canonical}".encode()
    return f"{tag.rpartition('-')[2]}-{blake2b(whole, digest_size=10).hexdigest()}"
