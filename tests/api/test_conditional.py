"""ETag, 304, HEAD, gzip, and the headers that every answer has."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from service.store.queries import Answer, Query
from service.store.reading import Reader
from tests.api.invented import make_reading, write_invented

PATHS = ("/articles", "/claims?limit=3", "/entities", "/claims/groups", "/stats", "/", "/openapi.json")


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_has_its_headers(client: FlaskClient, path: str) -> None:
    for _ in range(2):  # built, then kept
        headers = client.get(path).headers
        assert headers["ETag"].startswith('"')
        assert "Accept" in headers["Vary"]
        assert {"Last-Modified", "Cache-Control", "X-Request-Id", "X-Corpus-Version"} <= set(headers.keys())


@pytest.mark.parametrize("path", PATHS)
def test_a_known_etag_is_304_without_a_body(client: FlaskClient, path: str) -> None:
    etag = client.get(path).headers["ETag"]
    for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        answer = client.get(path, headers={"If-None-Match": known})
        assert (answer.status_code, answer.data) == (304, b""), known
        assert answer.headers["ETag"] == etag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_304_asks_the_store_nothing_but_its_version(
    corpus_url: str, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    etag = client.get("/claims?limit=7").headers["ETag"]
    other = create_app(Settings(database_url=corpus_url)).test_client()
    monkeypatch.setattr("service.store.reading.Reader.list_documents", None)
    assert other.get("/claims?limit=7", headers={"If-None-Match": etag}).status_code == 304


def test_head_is_get_without_a_body(client: FlaskClient) -> None:
    for path in ("/claims?limit=11", "/claims?limit=11", "/articles"):
        whole, head = client.get(path), client.head(path)
        assert head.status_code == 200
        assert head.data == b""
        for name in ("ETag", "Content-Length", "Content-Type", "Link"):
            assert head.headers.get(name) == whole.headers.get(name)


def test_the_order_of_parameters_does_not_change_the_etag(client: FlaskClient) -> None:
    one = client.get("/claims?mode=direct&limit=20&stance=denial").headers["ETag"]
    assert client.get("/claims?stance=denial&mode=direct").headers["ETag"] == one
    assert client.get("/claims?mode=direct").headers["ETag"] != one


def test_gzip_where_it_is_wanted(client: FlaskClient) -> None:
    plain = client.get("/claims")
    for _ in range(2):
        packed = client.get("/claims", headers={"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        assert packed.headers["ETag"] != plain.headers["ETag"]
    again = client.get("/claims", headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304
    assert "Content-Encoding" not in client.get("/claims", headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_a_request_id_is_echoed_if_it_is_fit(client: FlaskClient) -> None:
    assert client.get("/claims", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    assert client.get("/nope", headers={"X-Request-Id": "abc-2"}).headers["X-Request-Id"] == "abc-2"
    assert client.get("/claims", headers={"X-Request-Id": "<b>"}).headers["X-Request-Id"] != "<b>"
    assert client.get("/claims").headers["X-Request-Id"] != client.get("/claims").headers["X-Request-Id"]


def test_an_ingest_changes_answers_and_etags(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/grows.sqlite"
    write_invented(url, [make_reading(1)])
    client = create_app(Settings(database_url=url, fresh_seconds=0)).test_client()
    before = client.get("/articles")
    write_invented(url, [make_reading(2)])
    after = client.get("/articles", headers={"If-None-Match": before.headers["ETag"]})
    assert (before.json["total"], after.status_code, after.json["total"]) == (1, 200, 2)
    assert int(after.headers["X-Corpus-Version"]) > int(before.headers["X-Corpus-Version"])


def test_an_ingest_in_the_middle_of_an_answer_is_not_mixed_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/grows.sqlite"
    write_invented(url, [make_reading(1)])
    client = create_app(Settings(database_url=url, fresh_seconds=60)).test_client()
    listed, grown = Reader.list_documents, []

    def list_while_it_grows(reader: Reader, query: Query) -> Answer:
        if not grown:
            grown.append(write_invented(url, [make_reading(2)]))
        return listed(reader, query)

    monkeypatch.setattr(Reader, "list_documents", list_while_it_grows)
    answer = client.get("/articles")
    assert (answer.json["total"], answer.headers["X-Corpus-Version"]) == (1, "1")
    assert client.get("/articles").headers["ETag"] == answer.headers["ETag"]


def test_arabic_is_not_escaped(client: FlaskClient) -> None:
    assert "سامر" in client.get("/claims").get_data(as_text=True)
