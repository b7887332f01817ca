"""The law of who is let in: only at the end of a turn is it known whether others wait."""

import socket

from config.worker import ProblemWorker


class _Door:
    """A listener at which some wait; it notes whether the worker would keep a connection open at each knock."""

    def __init__(self, worker: ProblemWorker, waiting: int) -> None:
        self.worker, self.waiting = worker, waiting
        self.kept: list[bool] = []
        self.clients: list[socket.socket] = []

    def accept(self) -> tuple[socket.socket, tuple[str, int]]:
        self.kept.append(self.worker.keeps)
        if not self.waiting:
            raise BlockingIOError(11, "nobody waits")
        self.waiting -= 1
        client, server = socket.socketpair()
        self.clients.append(client)
        return server, ("127.0.0.1", 1)

    def getsockname(self) -> tuple[str, int]:
        return "127.0.0.1", 2


def _worker(places: int) -> ProblemWorker:
    worker = ProblemWorker.__new__(ProblemWorker)
    worker.cfg, worker.nr_conns, worker.worker_connections = None, 0, places
    worker.alive, worker.crowded = True, False
    worker.enqueue_req = lambda _connection: None
    return worker


def test_a_thread_closes_no_connection_while_all_who_wait_are_let_in() -> None:
    worker = _worker(places=9)
    door = _Door(worker, waiting=3)
    worker.accept(door)
    assert (worker.nr_conns, worker.keeps, set(door.kept)) == (3, True, {True})


def test_connections_are_not_kept_once_no_place_is_left() -> None:
    worker = _worker(places=2)
    worker.accept(_Door(worker, waiting=3))
    assert (worker.nr_conns, worker.keeps) == (2, False)
