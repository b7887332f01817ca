"""The Redis layer against a real server: down, frozen, full or garbled, it misses; it never raises or waits twice."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import redis

from service.cache.breaker import Breaker
from service.cache.shared import TIMEOUT, SharedCache
from tests.servers import Server, running_redis


@pytest.fixture
def own_redis() -> Iterator[Server]:
    with running_redis() as server:
        yield server


def test_what_is_put_is_got(fresh_redis_url: str) -> None:
    cache = SharedCache(fresh_redis_url, 60)
    assert cache.get("k") is None
    cache.put("k", "قيمة".encode())
    assert cache.get("k") == "قيمة".encode()
    assert (cache.counts["miss"], cache.counts["hit"]) == (1, 1)
    assert not cache.degraded


def test_what_is_kept_ends(fresh_redis_url: str) -> None:
    SharedCache(fresh_redis_url, 60).put("k", b"v")
    assert 0 < redis.Redis.from_url(fresh_redis_url).ttl("isnad:k") <= 60


@pytest.mark.parametrize("garbage", [b"", b"x", b"not sealed at all, but quite long", b"\x00" * 64])
def test_garbage_is_a_miss(fresh_redis_url: str, garbage: bytes) -> None:
    redis.Redis.from_url(fresh_redis_url).set("isnad:k", garbage)
    cache = SharedCache(fresh_redis_url, 60)
    assert cache.get("k") is None
    assert cache.counts["garbage"] == 1


def test_an_altered_value_is_a_miss(fresh_redis_url: str) -> None:
    cache = SharedCache(fresh_redis_url, 60)
    cache.put("k", b"whole")
    with redis.Redis.from_url(fresh_redis_url) as client:
        client.setrange("isnad:k", 18, b"X")
    assert cache.get("k") is None


def test_a_key_of_another_kind_is_a_miss_and_no_failure(fresh_redis_url: str) -> None:
    redis.Redis.from_url(fresh_redis_url).lpush("isnad:k", "a", "b")
    cache = SharedCache(fresh_redis_url, 60)
    assert cache.get("k") is None
    assert (cache.counts["refused"], cache.degraded) == (1, False)


def test_a_full_redis_is_a_miss(own_redis: Server) -> None:
    with redis.Redis.from_url(own_redis.url) as client:
        client.config_set("maxmemory", 1)
    cache = SharedCache(own_redis.url, 60)
    cache.put("k", b"v" * 1000)
    assert cache.get("k") is None
    assert cache.counts["refused"] >= 1


def test_nobody_there_is_a_miss_and_is_not_asked_again() -> None:
    cache = SharedCache("redis://127.0.0.1:1/0", 60)
    assert [cache.get("k") for _ in range(50)] == [None] * 50
    assert cache.degraded
    assert (cache.counts["failed"], cache.counts["skipped"]) == (1, 49)


def test_what_is_no_redis_is_a_miss() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_talk_nonsense, args=(server,), daemon=True).start()
        cache = SharedCache(f"redis://127.0.0.1:{server.getsockname()[1]}/0", 60)
        assert cache.get("k") is None
        cache.put("k", b"v")
        assert cache.counts["failed"] == 1


def _talk_nonsense(server: socket.socket) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_a_frozen_redis_is_waited_for_once(own_redis: Server) -> None:
    cache = SharedCache(own_redis.url, 60)
    cache.put("k", b"v")
    with redis.Redis.from_url(own_redis.url) as client:
        pid = client.info("server")["process_id"]
    os.kill(pid, signal.SIGSTOP)
    try:
        start = time.monotonic()
        assert [cache.get("k") for _ in range(100)] == [None] * 100
        assert time.monotonic() - start < 5 * TIMEOUT
        assert cache.counts["failed"] == 1
    finally:
        os.kill(pid, signal.SIGCONT)


def test_a_silent_server_is_asked_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(4 * TIMEOUT)
        cache = SharedCache(f"redis://127.0.0.1:{server.getsockname()[1]}/0", 60)
        assert [cache.get("k"), cache.get("k")] == [None, None]
        server.accept()
        with pytest.raises(TimeoutError):
            server.accept()


def test_it_is_used_again_once_it_is_back(own_redis: Server) -> None:
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    clock = Clock()
    breaker = Breaker(clock)
    cache = SharedCache(own_redis.url, 60, breaker)
    cache.put("k", b"v")
    breaker.fail()
    assert cache.get("k") is None
    clock.now = 60
    assert cache.get("k") == b"v"
    assert not cache.degraded


def test_counting_is_shared(fresh_redis_url: str) -> None:
    one, two = SharedCache(fresh_redis_url, 60), SharedCache(fresh_redis_url, 60)
    assert [one.add("n", 60), two.add("n", 60), one.add("n", 60)] == [1, 2, 3]
    assert SharedCache("redis://127.0.0.1:1/0", 60).add("n", 60) is None


def test_making_it_opens_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        SharedCache(f"redis://127.0.0.1:{server.getsockname()[1]}/0", 60)
        with pytest.raises(TimeoutError):
            server.accept()
