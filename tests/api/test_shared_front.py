"""What one process sent another sends again from Redis, without asking its application; garbage there is a miss."""

from collections.abc import Callable, Iterable
from typing import Any

import redis

from service.api.front import Front
from service.api.kept import Keeping
from service.api.metrics import Meters
from service.api.watch import CorpusWatch
from service.cache.memory import MemoryCache
from service.cache.shared import SharedCache
from service.store.queries import CorpusState

Answer = tuple[str, dict[str, str], bytes]


def _front(url: str, asked: list[str], version: int = 1) -> Callable[..., Answer]:
    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked.append(environ["PATH_INFO"])
        environ["isnad.keep"] = watch.tag
        start_response("200 OK", [("Content-Type", "application/json"), ("ETag", '"1"'), ("Link", "<x>")])
        return [b'{"items":["', "قال".encode(), b'"]}']

    watch = CorpusWatch(lambda: CorpusState(version, None, "1"), "0", 1.0)
    front = Front(app, watch, Keeping(MemoryCache(1_000_000), SharedCache(url, 60)), Meters())

    def ask(**more: str) -> Answer:
        begun: list[Any] = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/claims", "QUERY_STRING": "limit=2", **more}
        body = b"".join(front(environ, lambda status, headers, _exc=None: begun.append((status, dict(headers)))))
        status, headers = begun[0]
        headers.pop("X-Request-Id")
        return status, headers, body

    return ask


def test_another_process_sends_the_same_bytes_and_headers(fresh_redis_url: str) -> None:
    asked: list[str] = []
    first = _front(fresh_redis_url, asked)()
    other = _front(fresh_redis_url, asked)
    assert other() == first
    assert other() == first
    assert asked == ["/claims"]
    assert other(HTTP_IF_NONE_MATCH='"1"') == ("304 NOT MODIFIED", {"ETag": '"1"'}, b"")


def test_another_version_of_the_corpus_is_asked_for_anew(fresh_redis_url: str) -> None:
    asked: list[str] = []
    _front(fresh_redis_url, asked)()
    _front(fresh_redis_url, asked, version=2)()
    assert asked == ["/claims"] * 2


def test_garbage_in_redis_is_a_miss(fresh_redis_url: str) -> None:
    asked: list[str] = []
    first = _front(fresh_redis_url, asked)()
    with redis.Redis.from_url(fresh_redis_url) as client:
        for key in client.keys("*front*"):
            client.set(key, b"garbage")
    assert _front(fresh_redis_url, asked)() == first
    assert asked == ["/claims"] * 2
