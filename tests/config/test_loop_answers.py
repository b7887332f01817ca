"""What a worker answers in its own loop: as a thread would, though none is free, and never waiting for a client."""

import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.running import running_service, take_in_samples
from tests.servers import running_redis

_CLAIMS = b"GET /claims?limit=3 HTTP/1.1\r\nHost: a\r\n\r\n"
_ARTICLES = b"GET /articles?limit=2 HTTP/1.1\r\nHost: a\r\n\r\n"
_LARGE = b"GET /claims?limit=100 HTTP/1.1\r\nHost: a\r\n\r\n"
_MISSING = b"GET /articles/a0000000000000000 HTTP/1.1\r\nHost: a\r\n\r\n"
_HALF = b"GET /claims HTTP/1.1\r\nHost: a\r\nX-Half: "
_ONE_THREAD = {"THREADS": "1", "READ_SECONDS": "0", "FRESH_SECONDS": "60"}
_PATIENCE = 1.0  # seconds without an answer that tell of none


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a corpus of the samples."""
    url = f"sqlite:///{tmp_path_factory.mktemp('loop')}/isnad.sqlite"
    take_in_samples(url)
    return url


@pytest.fixture(scope="module")
def service(sampled: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the samples by one thread."""
    with running_service(sampled, tmp_path_factory.mktemp("log"), **_ONE_THREAD) as base:
        yield base


class _Client:
    """A connection that is kept open, and reads one answer at a time."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._read = b""

    def read_answer(self) -> tuple[bytes, bytes]:
        """Return the head and the body of the next answer."""
        while b"\r\n\r\n" not in self._read:
            self._read += self._receive()
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:"))
        while len(self._read) < length:
            self._read += self._receive()
        body, self._read = self._read[:length], self._read[length:]
        return head, body

    def ask(self, request: bytes) -> tuple[bytes, bytes]:
        """Send a request and return its answer."""
        self.connection.sendall(request)
        return self.read_answer()

    def _receive(self) -> bytes:
        data = self.connection.recv(65536)
        assert data, "the connection was closed"
        return data


@contextmanager
def _connected(base: str, small: bool = False) -> Iterator[_Client]:
    """Open a connection; a small one takes few bytes that nobody reads."""
    with socket.socket() as connection:
        if small:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        connection.connect((urlsplit(base).hostname, urlsplit(base).port))
        yield _Client(connection)


@contextmanager
def _without_thread(base: str) -> Iterator[None]:
    """Let a client that sends half a request hold the one thread meanwhile."""
    with _connected(base) as slow:
        slow.connection.sendall(_HALF)
        time.sleep(0.3)
        yield


def _status(answer: tuple[bytes, bytes]) -> bytes:
    return answer[0][9:12]


def test_lists_need_no_thread(service: str) -> None:
    with _connected(service) as client:
        claims, articles = client.ask(_CLAIMS), client.ask(_ARTICLES)
        with _without_thread(service):
            assert client.ask(_CLAIMS)[1] == claims[1]
            assert client.ask(_ARTICLES)[1] == articles[1]
            assert _status(client.ask(_CLAIMS.replace(b"limit=3", b"limit=4"))) == b"200"


def test_what_takes_long_waits_for_a_thread_and_comes(service: str) -> None:
    with _connected(service) as client:
        client.ask(_CLAIMS)
        client.connection.settimeout(_PATIENCE)
        with _without_thread(service), pytest.raises(TimeoutError):
            client.ask(_MISSING)
        client.connection.settimeout(30)
        assert _status(client.read_answer()) == b"404"
        assert _status(client.ask(_CLAIMS)) == b"200"


def test_requests_in_pieces_and_in_one_piece_are_all_answered(service: str) -> None:
    with _connected(service) as client:
        first = client.ask(_CLAIMS)[1]
        for cut in (1, 4, 20, len(_CLAIMS) - 1):
            client.connection.sendall(_CLAIMS[:cut])
            time.sleep(0.05)
            assert client.ask(_CLAIMS[cut:])[1] == first
        client.connection.sendall(_CLAIMS * 3 + _MISSING + _CLAIMS + _CLAIMS[:30])
        answers = [client.read_answer() for _ in range(5)]
        assert [_status(answer) for answer in answers] == [b"200", b"200", b"200", b"404", b"200"]
        assert client.ask(_CLAIMS[30:])[1] == first


def test_a_body_behind_a_head_is_read_as_one(service: str) -> None:
    with _connected(service) as client:
        client.ask(_CLAIMS)
        posted = b"POST /analyze HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        assert _status(client.ask(posted)) == b"422"
        with_body = b"GET /claims?limit=3 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n"
        client.connection.sendall(with_body)
        time.sleep(0.1)
        assert _status(client.ask(b"\r\n\r\n")) == b"200"
        assert _status(client.ask(_CLAIMS)) == b"200"


def test_a_malformed_request_is_refused_by_a_problem(service: str) -> None:
    with _connected(service) as client:
        client.ask(_CLAIMS)
        head, body = client.ask(b"GET /claims HTTP/9.9\r\nHost: a\r\n\r\n")
        assert head[9:12] == b"400"
        assert b"application/problem+json" in head
        assert b"urn:isnad:problem" in body


def test_a_client_that_takes_nothing_holds_up_nobody(service: str) -> None:
    with _connected(service, small=True) as slow, _connected(service) as other:
        whole, short = other.ask(_LARGE)[1], slow.ask(_CLAIMS)[1]
        for _ in range(80):  # more than the sockets between them hold
            slow.connection.sendall(_LARGE)
            time.sleep(0.01)  # each comes alone, else a thread would take them all
        assert other.ask(_CLAIMS)[1] == short
        assert {slow.read_answer()[1] for _ in range(80)} == {whole}
        assert slow.ask(_CLAIMS)[1] == short


def test_clients_that_send_nothing_hold_no_thread(service: str) -> None:
    with _connected(service), _connected(service), _connected(service) as asking:
        began = time.monotonic()
        assert _status(asking.ask(_MISSING)) == b"404"
        assert time.monotonic() - began < 4  # gunicorn would let a thread wait for each of them, five seconds long


def test_more_clients_than_connections_are_all_let_in(sampled: str, tmp_path: Path) -> None:
    few = {**_ONE_THREAD, "GUNICORN_CMD_ARGS": "--worker-connections 5"}
    answered: set[int] = set()

    def ask_until_all_were_answered(number: int, base: str) -> None:
        with _connected(base) as client:
            client.connection.settimeout(6)
            head, began = b"", time.monotonic()
            while len(answered) < 8 and b"\r\nConnection: close" not in head and time.monotonic() - began < 12:
                head, _ = client.ask(_CLAIMS)
                answered.add(number)
                time.sleep(0.02)

    with running_service(sampled, tmp_path, **few) as base, ThreadPoolExecutor(8) as crowd:
        with _connected(base) as first:
            first.ask(_CLAIMS)
        with _without_thread(base):
            list(crowd.map(ask_until_all_were_answered, range(8), [base] * 8))
    assert len(answered) == 8


def test_who_waits_to_be_let_in_is_let_in_before_others_ask_again_and_again(sampled: str, tmp_path: Path) -> None:
    few = {**_ONE_THREAD, "GUNICORN_CMD_ARGS": "--worker-connections 30"}
    order: list[int] = []
    most = []

    def ask_on(number: int, base: str) -> None:
        while len(order) < 1600:
            with _connected(base) as client:
                head = b""
                while b"\r\nConnection: close" not in head and len(order) < 1600:
                    asked = len(order)
                    head, _ = client.ask(_CLAIMS)
                    meanwhile = Counter(order[asked:])
                    order.append(number)
                    most.append(max(meanwhile.values(), default=0))

    with running_service(sampled, tmp_path, **few) as base, ThreadPoolExecutor(60) as crowd:
        list(crowd.map(ask_on, range(60), [base] * 60))
    assert sum(times > 10 for times in most) < 15  # else each of the thirty outside waits so long once


@pytest.mark.parametrize("closing", [b"\r\nConnection: close\r\n\r\n", b"\r\nContent-Length: x\r\n\r\n"])
def test_a_client_that_does_not_close_holds_up_nobody(service: str, closing: bytes) -> None:
    with _connected(service) as other, _connected(service) as lasting:
        other.ask(_CLAIMS)
        lasting.ask(_MISSING.replace(b"\r\n\r\n", closing))
        time.sleep(0.1)
        began = time.monotonic()
        other.ask(_CLAIMS)
        other.ask(_MISSING)
        assert time.monotonic() - began < 1  # gunicorn's loop would wait for the client, two seconds long
        assert lasting.connection.recv(1) == b""


def test_a_client_that_has_gone_is_let_go(service: str) -> None:
    with _connected(service) as gone:
        gone.ask(_LARGE)
        gone.connection.sendall(_LARGE)
    with _connected(service) as other:
        assert _status(other.ask(_CLAIMS)) == b"200"
        assert _status(other.ask(_CLAIMS)) == b"200"


def test_what_others_keep_is_asked_for_by_a_thread(sampled: str, tmp_path: Path) -> None:
    with (
        running_redis() as redis,
        running_service(sampled, tmp_path, REDIS_URL=redis.url, **_ONE_THREAD) as base,
        _connected(base) as client,
    ):
        first = client.ask(_CLAIMS)[1]
        client.connection.settimeout(_PATIENCE)
        with _without_thread(base):
            assert client.ask(_CLAIMS)[1] == first
            with pytest.raises(TimeoutError):
                client.ask(_ARTICLES)


def test_each_answer_is_logged_once_and_alike(sampled: str, tmp_path: Path) -> None:
    with running_service(sampled, tmp_path, THREADS="1") as base, _connected(base) as client:
        for _ in range(3):
            client.ask(_ARTICLES)
    lines = (tmp_path / "service.log").read_text(encoding="utf-8").splitlines()
    logged = [line for line in lines if '"GET /articles?limit=2 HTTP/1.1" 200 ' in line]
    assert len(logged) == 3
    assert len({line.split(" bytes ")[0].split(" ", 1)[1] for line in logged}) == 1
    assert all(len(line.rsplit(" ", 1)[1]) == 16 for line in logged)


def test_requests_are_not_logged_where_none_are_to_be(sampled: str, tmp_path: Path) -> None:
    with running_service(sampled, tmp_path, LOG_REQUESTS="0") as base, _connected(base) as client:
        client.ask(_ARTICLES)
        client.ask(_MISSING)
    log = (tmp_path / "service.log").read_text(encoding="utf-8")
    assert "Booting worker" in log
    assert "GET /" not in log
