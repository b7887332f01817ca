"""Listening sockets that outlive the workers: one for each, held by the master, so that no connection is lost.

With SO_REUSEPORT the kernel spreads connections evenly over sockets, but those that wait on the socket of a worker that
ends are reset with it. Held by the master, a socket passes from a worker to the one that takes its place.
"""

from collections import Counter
from typing import Any

from gunicorn import sock


class Slots:
    """The sockets of all workers, and which worker has which."""

    def __init__(self) -> None:
        self._sockets: list[Any] = []

    def open(self, server: Any) -> None:
        """Open a socket for each worker; before the first of them is forked, and only then."""
        if not self._sockets:
            self._sockets = [sock.create_sockets(server.cfg, server.log) for _ in range(server.cfg.workers)]

    def assign(self, server: Any, worker: Any) -> None:
        """Give a worker that is about to be forked the socket that the fewest others have."""
        held = Counter(getattr(other, "slot", None) for other in server.WORKERS.values())
        worker.slot = min(range(len(self._sockets)), key=lambda slot: (held[slot], slot))
        # What gunicorn calls in the fork to open a socket of its own: it shall get this one.
        sock.create_sockets = lambda *_args, **_more: self._sockets[worker.slot]


SLOTS = Slots()  # of this master: gunicorn reads its configuration anew at each reload, but imports no module twice
