"""A Redis that is killed, frozen, full or no Redis at all, before a running service: answers come, soon, and right."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import httpx
import redis

from service.cache.breaker import FIRST_PAUSE
from tests.faults.rounds import only_thorough
from tests.running import running_service
from tests.servers import Server, free_port, running_redis, wait_until

_ADDED = 1.0  # seconds that the slowest answer may take beside its own time: a timeout or two, no chain of them
_ASKED = 40
_NONSENSE = (b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00" * 4096, b"$-7\r\n", b"*99999999\r\n", b"$999999999\r\nx", b"")


@contextmanager
def _serving(database_url: str, redis_url: str, folder: Path) -> Iterator[httpx.Client]:
    settings = {"REDIS_URL": redis_url, "CACHE_BYTES": "0", "LOG_REQUESTS": "0"}  # each answer asks Redis
    with running_service(database_url, folder, **settings) as base, httpx.Client(base_url=base, timeout=10) as client:
        yield client


def _ask(client: httpx.Client) -> float:
    """Ask for many lists, all of which must be right, and return the longest time in seconds."""
    slowest = 0.0
    for number in range(_ASKED):
        limit = number % 20 + 1
        began = time.monotonic()
        answer = client.get("/claims", params={"limit": limit})
        slowest = max(slowest, time.monotonic() - began)
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["items"]) == limit
    return slowest


def _cache(client: httpx.Client) -> str:
    return str(client.get("/readyz").json()["cache"])


def _count(client: httpx.Client, outcome: str) -> float:
    lines = client.get("/metrics").text.splitlines()
    begins = f'isnad_cache_total{{layer="redis",outcome="{outcome}"'
    return sum(float(line.split()[1]) for line in lines if line.startswith(begins))


@only_thorough
def test_redis_killed_and_back(sample_url: str, tmp_path: Path, held: Callable[..., None]) -> None:
    port = free_port()
    with running_redis(port=port) as server, _serving(sample_url, server.url, tmp_path) as client:
        usual = min(_ask(client), _ask(client))
        server.process.kill()
        server.process.wait()
        assert _ask(client) < usual + _ADDED
        assert _cache(client) == "degraded"
        with running_redis(port=port):
            wait_until(lambda: _cache(client) == "ok", "the cache is not used again")
            _ask(client)
            before = _count(client, "hit")
            _ask(client)
            assert _count(client, "hit") > before
    held("Redis killed and started again")


def test_redis_frozen_and_thawed(own_redis: Server, sample_url: str, tmp_path: Path, held: Callable[..., None]) -> None:
    with _serving(sample_url, own_redis.url, tmp_path) as client:
        usual = min(_ask(client), _ask(client))
        before = _count(client, "failed")
        os.kill(own_redis.process.pid, signal.SIGSTOP)  # the next request is the first to meet it
        try:
            assert _ask(client) < usual + _ADDED
            assert 0 < _count(client, "failed") - before < _ASKED / 4  # the breaker spares all others the wait
            assert _cache(client) == "degraded"
        finally:
            os.kill(own_redis.process.pid, signal.SIGCONT)
        wait_until(lambda: _cache(client) == "ok", "the cache is not used again")
        assert _ask(client) < usual + _ADDED
    held("Redis frozen (SIGSTOP) and thawed")


@only_thorough
def test_redis_full(own_redis: Server, sample_url: str, tmp_path: Path, held: Callable[..., None]) -> None:
    with redis.Redis.from_url(own_redis.url) as harm:
        harm.config_set("maxmemory-policy", "noeviction")
        harm.config_set("maxmemory", 1)
        with _serving(sample_url, own_redis.url, tmp_path) as client:
            _ask(client)
            assert harm.dbsize() == 0
            harm.config_set("maxmemory", 0)
            _ask(client)
            assert harm.dbsize() > 0
    held("Redis full (noeviction), then with room again")


@only_thorough
def test_redis_with_false_answers(
    own_redis: Server, sample_url: str, tmp_path: Path, held: Callable[..., None]
) -> None:
    with redis.Redis.from_url(own_redis.url) as harm, _serving(sample_url, own_redis.url, tmp_path) as client:
        _ask(client)
        for key in harm.keys("isnad:*"):
            harm.set(key, b'["application/json",null]\n{"items":[]}')
        _ask(client)
    held("answers in Redis overwritten by somebody else")


def test_no_redis_at_all(sample_url: str, tmp_path: Path, held: Callable[..., None]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_talk_nonsense, args=(server,), daemon=True).start()
        with _serving(sample_url, f"redis://127.0.0.1:{server.getsockname()[1]}/0", tmp_path) as client:
            for _ in _NONSENSE:
                assert _ask(client) < 1 + _ADDED
                assert _cache(client) == "degraded"
                held("a server that is no Redis and answers garbage")
                time.sleep(FIRST_PAUSE)


def _talk_nonsense(server: socket.socket) -> None:
    for reply in cycle(_NONSENSE):
        try:
            connection, _ = server.accept()
            connection.recv(1000)
            connection.sendall(reply)
            if not reply:
                connection.close()
        except OSError:
            return
