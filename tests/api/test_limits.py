"""Rate limits: an honest 429, shared through Redis, and never a reason to fail."""

import pytest

from config.settings import Settings
from service.api.limits import Limiter, RequestCounter
from service.app import create_app
from service.cache.shared import SharedCache


def test_too_many_requests_are_429(corpus_url: str) -> None:
    client = create_app(Settings(database_url=corpus_url, rate_limit=3)).test_client()
    answers = [client.get(f"/claims?limit={n}") for n in range(1, 6)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"default";q=3;w=60'
    assert "r=2" in answers[0].headers["RateLimit"]
    assert 0 < int(answers[3].headers["Retry-After"]) <= 60
    assert answers[3].mimetype == "application/problem+json"


def test_what_the_cache_answers_is_free(corpus_url: str) -> None:
    client = create_app(Settings(database_url=corpus_url, rate_limit=2)).test_client()
    assert {client.get("/claims?limit=1").status_code for _ in range(10)} == {200}
    assert client.get("/healthz").status_code == 200


def test_addresses_are_counted_apart(corpus_url: str) -> None:
    client = create_app(Settings(database_url=corpus_url, rate_limit=1)).test_client()
    for address in ("192.0.2.1", "192.0.2.2"):
        assert client.get(f"/claims?q={address[-1]}", environ_base={"REMOTE_ADDR": address}).status_code == 200


def test_processes_count_together(fresh_redis_url: str) -> None:
    one, two = (RequestCounter(SharedCache(fresh_redis_url, 60), lambda: 90.0) for _ in range(2))
    assert [one.add("a"), two.add("a"), one.add("b")] == [(1, 30), (2, 30), (1, 30)]


def test_counting_goes_on_without_redis() -> None:
    now = [30.0]
    counter = RequestCounter(SharedCache("redis://127.0.0.1:1/0", 60), lambda: now[0])
    assert [counter.add("a"), counter.add("a")] == [(1, 30), (2, 30)]
    now[0] = 61.0
    assert counter.add("a") == (1, 59)


def test_a_request_is_counted_once_and_may_be_taken_back() -> None:
    limiter = Limiter(1, RequestCounter(None, lambda: 90.0))
    first, second, third = ({"PATH_INFO": "/claims", "REMOTE_ADDR": "192.0.2.1"} for _ in range(3))
    assert [limiter.admit(asked) for asked in (first, first, second)] == [True, True, False]
    limiter.take_back(first)
    limiter.take_back(second)
    assert limiter.admit(third)


def test_who_does_not_tell_an_address_is_not_admitted() -> None:
    counter = RequestCounter(None)
    assert not Limiter(5, counter).admit({"PATH_INFO": "/claims"})
    assert Limiter(0, counter).admit({"PATH_INFO": "/claims"})


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", None])
def test_answers_do_not_need_redis(corpus_url: str, url: str | None) -> None:
    client = create_app(Settings(database_url=corpus_url, redis_url=url)).test_client()
    assert [client.get(f"/claims?limit={n}").status_code for n in range(1, 20)] == [200] * 19
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json["cache"]) == (200, "degraded" if url else "ok")


def test_one_process_serves_what_another_built(
    corpus_url: str, fresh_redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (
        create_app(Settings(database_url=corpus_url, redis_url=fresh_redis_url)).test_client() for _ in range(2)
    )
    built = one.get("/claims?limit=4")
    monkeypatch.setattr("service.store.reading.Reader.list_documents", None)
    kept = two.get("/claims?limit=4")
    assert kept.data == built.data
    assert (kept.headers["ETag"], kept.headers["Link"]) == (built.headers["ETag"], built.headers["Link"])
