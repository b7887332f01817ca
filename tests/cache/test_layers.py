"""Both layers together: the process first, then Redis, whose answers come into the process."""

from service.cache.layers import AnswerCache
from service.cache.memory import MemoryCache
from service.cache.shared import SharedCache


def make(url: str | None) -> AnswerCache:
    return AnswerCache(MemoryCache(1_000_000), SharedCache(url, 60) if url else None)


def test_one_process_reads_what_another_kept(fresh_redis_url: str) -> None:
    one, two = make(fresh_redis_url), make(fresh_redis_url)
    one.put("k", b"v")
    assert two.get("k") == b"v"
    assert two.memory.get("k") == b"v"


def test_without_redis_the_process_keeps_its_own() -> None:
    cache = make(None)
    cache.put("k", b"v")
    assert (cache.get("k"), cache.state) == (b"v", "ok")


def test_with_redis_down_the_process_keeps_its_own() -> None:
    cache = make("redis://127.0.0.1:1/0")
    cache.put("k", b"v")
    assert (cache.get("k"), cache.state) == (b"v", "degraded")
