"""Lists, and what was answered once under another corpus version, are answered without Flask, as Flask would."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask, request_started
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from config.settings import Settings
from service.app import create_app
from tests.api.invented import make_reading, write_invented

_OWN = {"X-Request-Id", "Date", "Last-Modified"}  # the last names one of two seconds, by the clock


@contextmanager
def _asked(app: Flask) -> Iterator[list[str]]:
    """Give the paths that reach Flask meanwhile."""
    paths: list[str] = []

    def note(_app: Flask, **_more: object) -> None:
        paths.append("asked")

    with request_started.connected_to(note, app):
        yield paths


def _apps(folder: Path, **settings: int) -> tuple[str, Flask, Flask]:
    """Return a corpus of one page and two applications that serve it, the second by Flask alone."""
    url = f"sqlite:///{folder}/own.sqlite"
    write_invented(url, [make_reading(1)])
    one, other = (create_app(Settings(database_url=url, fresh_seconds=0, **settings)) for _ in range(2))
    other.extensions["isnad-front"]._repeater = None
    return url, one, other


def _id(client: FlaskClient, path: str) -> str:
    return str(client.get(path).json["items"][0]["id"])


def _as_sent(answer: TestResponse) -> tuple[str, list[tuple[str, str]], bytes]:
    return answer.status, sorted((name, value) for name, value in answer.headers if name not in _OWN), answer.data


def _paths(client: FlaskClient) -> list[str]:
    article, person = _id(client, "/articles"), _id(client, "/entities?type=person")
    minister = quote("سامر الزهوري")
    return [
        "/claims", "/claims?limit=1", "/claims?selectors=true&fields=spans", f"/claims?speaker={minister}",
        "/claims?format=jsonld", f"/articles?q={quote('الجسر')}", "/claims/groups", f"/articles/{article}",
        f"/articles/{article}/claims", f"/articles/{article}/entities?limit=1", f"/entities/{person}",
        f"/entities/{person}/claims?as=speaker", f"/entities/{person}/related?limit=1",
        f"/claims?speaker={quote('لا أحد')}",
    ]  # fmt: skip


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip"}, {"Accept": "application/ld+json"}])
def test_an_answer_built_again_is_what_flask_sends(tmp_path: Path, headers: dict[str, str]) -> None:
    url, one, other = _apps(tmp_path)
    client = one.test_client()
    paths = _paths(client)
    before = {path: client.get(path, headers=headers).headers["ETag"] for path in paths}
    write_invented(url, [make_reading(n) for n in range(2, 6)])
    with _asked(one) as asked:
        again = {path: client.get(path, headers=headers) for path in paths}
    assert asked == []
    for path in paths:
        assert again[path].headers["ETag"] != before[path], path
        assert "Last-Modified" in again[path].headers, path
        assert _as_sent(again[path]) == _as_sent(other.test_client().get(path, headers=headers)), path


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip"}, {"Accept": "application/ld+json"}])
def test_a_list_never_asked_is_what_flask_sends(tmp_path: Path, headers: dict[str, str]) -> None:
    url, one, other = _apps(tmp_path)
    write_invented(url, [make_reading(n) for n in range(2, 6)])
    for path in ("/", "/claims?limit=2", "/claims?limit=2&format=jsonld"):  # what answers have alike, Flask shows
        one.test_client().get(path, headers=headers)
    minister = quote("سامر الزهوري")
    paths = [
        "/articles", "/entities?sort=name&limit=3", "/claims/groups", "/claims?limit=1&selectors=true&fields=spans",
        f"/claims?speaker={minister}&not_mode=direct", f"/articles?q={quote('الجسر')}", "/claims?format=jsonld",
    ]  # fmt: skip
    with _asked(one) as asked:
        found = {path: one.test_client().get(path, headers=headers) for path in paths}
    assert asked == []
    for path in paths:
        assert found[path].status_code == 200, path
        assert _as_sent(found[path]) == _as_sent(other.test_client().get(path, headers=headers)), path


@pytest.mark.parametrize(
    "path", ["/claims?limit=0", "/claims?limt=1", "/claims?cursor=x", "/claims?fields=x", "/claims?format=xml",
             "/claims?format=csv", "/articles?format=ndjson", f"/claims?speaker={quote('الزهوري')}", "/claims/"],
)  # fmt: skip
def test_what_is_wrong_with_a_list_flask_tells(tmp_path: Path, path: str) -> None:
    _, one, other = _apps(tmp_path)
    one.test_client().get("/claims")
    assert _as_sent(one.test_client().get(path)) == _as_sent(other.test_client().get(path))


def test_what_was_built_again_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, one, _ = _apps(tmp_path)
    client = one.test_client()
    client.get("/claims")
    write_invented(url, [make_reading(2)])
    again = client.get("/claims")
    monkeypatch.setattr("service.store.reading.Reader.list_documents", None)
    assert client.get("/claims").data == again.data
    assert client.head("/claims").headers["Content-Length"] == str(len(again.data))


def test_what_the_client_has_is_304_and_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, one, other = _apps(tmp_path, cache_bytes=0)
    client = one.test_client()
    client.get("/claims")
    write_invented(url, [make_reading(2)])
    etag = other.test_client().get("/claims").headers["ETag"]
    monkeypatch.setattr("service.store.reading.Reader.list_documents", None)
    assert client.get("/claims", headers={"If-None-Match": etag}).status_code == 304


def test_a_record_that_went_is_not_found(tmp_path: Path) -> None:
    _, one, _ = _apps(tmp_path)
    client = one.test_client()
    article = _id(client, "/articles")
    paths = [f"/articles/{article}", f"/articles/{article}/claims", f"/articles/{article}/entities"]
    assert [client.get(path).status_code for path in paths] == [200] * 3
    assert client.delete(f"/articles/{article}").status_code == 204
    answers = [client.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert {answer.mimetype for answer in answers} == {"application/problem+json"}


def test_where_requests_are_limited_each_is_counted_once(tmp_path: Path) -> None:
    url, one, _ = _apps(tmp_path, rate_limit=4)
    client = one.test_client()
    etag = client.get("/claims").headers["ETag"]
    with _asked(one) as asked:
        assert client.get("/claims?limit=1").headers["RateLimit"].startswith('"default";r=2')
        write_invented(url, [make_reading(2)])
        assert client.get("/claims").headers["RateLimit"].startswith('"default";r=1')
    assert asked == []
    assert client.get("/claims?limit=0").headers["RateLimit"].startswith('"default";r=0')
    with _asked(one) as asked:
        assert client.get("/claims?limit=3").status_code == 429
    assert asked == ["asked"]
    kept = client.get("/claims")
    assert (kept.status_code, kept.headers.get("RateLimit")) == (200, None)
    assert kept.headers["ETag"] != etag


def test_at_once_a_list_is_built_and_nothing_that_takes_long(tmp_path: Path) -> None:
    url, app, _ = _apps(tmp_path)
    client, front = app.test_client(), app.extensions["isnad-front"]
    article = _id(client, "/articles")
    paths = ["/claims", f"/articles/{article}", f"/articles/{article}/claims"]
    for path in paths:
        client.get(path)
    write_invented(url, [make_reading(2)])
    asked = [{"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": ""} for path in paths]
    assert [front.recall(one, at_once=True) is not None for one in asked] == [True, False, False]
    assert [front.recall(one) is not None for one in asked] == [True, True, True]
    assert [front.recall(one, at_once=True) is not None for one in asked] == [True, True, True]
