"""Answers without Flask, as Flask would: lists, and what was answered before under another corpus version."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from service.api.built import Built
from service.api.compressing import compress, is_worth_compressing
from service.api.current import CorpusReader, one_state
from service.api.kept import Headers
from service.api.last_modified import write_last_modified
from service.api.limits import Limiter
from service.api.watch import CorpusWatch
from service.cache.memory import MemoryCache

_LIMIT = 8_000_000  # bytes, as estimated: some two thousand requests
_SIZE = 4000  # bytes that a request that was read takes
_MADE_ANEW = frozenset({"etag", "content-length", "content-encoding", "last-modified", "link", "x-corpus-version"})


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A request as it was read: what it asks in one form, and how its answer is built from the state that is seen."""

    route: str
    path: str
    canonical: str
    media_type: str
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


Read = Callable[[dict[str, Any]], Repeatable | None]


class Repeater:
    """Finds how requests are read, and answers them from the corpus as it is now."""

    def __init__(
        self, whole: CorpusReader, watch: CorpusWatch, tell: Callable[[], None], read: Read, limiter: Limiter
    ) -> None:
        """Answer from what a reader sees; the watch names the versions; tell is called at every answer.

        What `read` does not tell of itself is known once Flask has read it; whom the limiter does not admit, Flask
        refuses.
        """
        self.is_near = whole.is_near
        self._whole = whole
        self._watch = watch
        self._tell = tell
        self._read = read
        self.limiter = limiter
        self._kept: MemoryCache[Repeatable] = MemoryCache(_LIMIT)
        self._lasting: dict[str, Headers] = {}  # by media type: the fields that all its answers have alike

    def keep(self, key: str, request: Repeatable, headers: Headers) -> None:
        """Keep a request that was answered with these header fields."""
        lasting = [(name, value) for name, value in headers if name.lower() not in _MADE_ANEW]
        self._lasting[request.media_type] = lasting
        self._kept.put(key, request, _SIZE + len(key))

    def find(self, key: str, environ: dict[str, Any], at_once: bool = False) -> Repeatable | None:
        """Return a request as it is read now, or was by Flask; None until Flask has answered one of its form.

        It is None too where the address has asked too often, and where that is not known. At once it is never what
        Flask has read, which may take long.
        """
        found = self._read(environ) or (None if at_once else self._kept.get(key))
        return found if found and found.media_type in self._lasting and self.limiter.admit(environ) else None

    def answer(self, request: Repeatable) -> Repeated | None:
        """Return the answer to a request that was found; None where it is not 200."""
        self._tell()
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
        if request.wants_gzip and is_worth_compressing(request.media_type, body):
            etag, body = f"{etag}-gzip", compress(body)
            more.append(("Content-Encoding", "gzip"))
        more += [("ETag", f'"{etag}"'), ("Content-Length", str(len(body)))]
        return Repeated(tag, f'"{etag}"', [*self._lasting[request.media_type], *more], body)


def make_etag(tag: str, path: str, canonical: str) -> str:
    """Return the ETag of an answer under the corpus version that a tag names."""
    whole = f"{path}\n{canonical}".encode()
    return f"{tag.rpartition('-')[2]}-{blake2b(whole, digest_size=10).hexdigest()}"
