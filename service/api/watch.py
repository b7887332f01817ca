"""Knows the corpus version without asking the store each time: an answer may be as old as the pause set."""

import hashlib
import logging
import time
from collections.abc import Callable
from threading import Lock

from service.store.queries import CorpusState

_LOG = logging.getLogger(__name__)
_UNKNOWN = CorpusState(0, None, None)


class CorpusWatch:
    """Reads the corpus state again once its pause is over; one thread asks, the others go on with what is known."""

    def __init__(self, read: Callable[[], CorpusState], release: str, pause: float) -> None:
        self._read = read
        self._release = release
        self._pause = pause
        self._next = 0.0
        self._lock = Lock()
        self.state = _UNKNOWN
        self.tag = ""
        self.failed = False

    def look(self) -> str:
        """Return the tag of the corpus version, not older than the pause."""
        if time.monotonic() >= self._next and self._lock.acquire(blocking=not self.tag):
            try:
                self._look_again()
            finally:
                self._lock.release()
        return self.tag

    def known(self) -> str:
        """Return the tag of the corpus version as it was last read, empty where the pause is over."""
        return self.tag if time.monotonic() < self._next else ""

    def read_now(self) -> CorpusState:
        """Ask the store; raises what the store raises."""
        state = self._read()
        if state != self.state or not self.tag:
            self.state, self.tag = state, self.name(state)
        self._next, self.failed = time.monotonic() + self._pause, False
        return state

    def name(self, state: CorpusState) -> str:
        """Return the tag of a state, whether it is the latest or not."""
        return make_tag(state, self._release)

    def _look_again(self) -> None:
        if time.monotonic() < self._next:
            return
        try:
            self.read_now()
        except Exception as wrong:  # a store that is down leaves the last version standing
            self._next = time.monotonic() + max(self._pause, 1.0)
            if not self.failed:
                _LOG.warning("the store does not tell its version", extra={"reason": type(wrong).__name__})
            self.failed = True


def make_tag(state: CorpusState, release: str) -> str:
    """Return a short name for one state of one corpus, as this release serves it."""
    whole = f"{state.version} {state.changed_at} {state.lexicon_version} {release}"
    return f"{state.version}-{hashlib.blake2b(whole.encode(), digest_size=5).hexdigest()}"
