"""Changing the corpus over HTTP: articles out, pages put off."""

import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from service.store.engine import open_engine
from service.store.keys import add_key
from tests.api.invented import make_reading, write_invented

TEXT = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."


@pytest.fixture
def app(database_url: str) -> Flask:
    write_invented(database_url, [make_reading(n) for n in range(3)])
    return create_app(Settings(database_url=database_url, fresh_seconds=0))


def totals(client: FlaskClient) -> dict[str, Any]:
    return client.get("/stats").json["counts"]


def test_an_article_goes_with_all_it_brought(app: Flask) -> None:
    client = app.test_client()
    key = client.get("/articles").json["items"][0]["id"]
    claims = client.get(f"/articles/{key}/claims").json["items"]
    answer = client.delete(f"/articles/{key}")
    assert (answer.status_code, answer.data) == (204, b"")
    for path in (f"/articles/{key}", f"/articles/{key}/claims", f"/articles/{key}/page", f"/claims/{claims[0]['id']}"):
        assert client.get(path).status_code == 404, path
    assert client.delete(f"/articles/{key}").status_code == 404
    assert totals(client)["articles"] == client.get("/articles").json["total"] == 2
    assert totals(client)["claims"] == client.get("/claims").json["total"] == 4
    person = client.get("/entities?type=person").json["items"][0]
    assert person["counts"] == {"mentions": 2, "articles": 2, "claims": 4}


def test_the_last_article_leaves_nothing(app: Flask) -> None:
    client = app.test_client()
    for article in client.get("/articles").json["items"]:
        assert client.delete(f"/articles/{article['id']}").status_code == 204
    assert set(totals(client).values()) == {0}
    for path in ("/articles", "/entities", "/claims", "/claims/groups"):
        assert client.get(path).json == {"items": [], "next": None, "total": 0}


def test_taking_out_needs_a_key_where_keys_are(app: Flask, database_url: str) -> None:
    client = app.test_client()
    key = client.get("/articles").json["items"][0]["id"]
    assert client.delete(f"/articles/{key}", environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 403
    secret = add_key(open_engine(database_url), "press")
    assert client.delete(f"/articles/{key}").status_code == 401
    assert client.delete(f"/articles/{key}", headers={"Authorization": f"Bearer {secret}"}).status_code == 204


def test_pages_are_put_off(app: Flask) -> None:
    client = app.test_client()
    lines = f'{{"body": "{TEXT}"}}\n{{"body": "not Arabic at all, not a word of it, only Latin letters"}}\n'
    asked = {"Prefer": "respond-async, wait=5", "Content-Type": "application/x-ndjson"}
    answer = client.post("/articles", data=lines.encode(), headers=asked)
    assert answer.status_code == 202, answer.text
    assert answer.headers["Preference-Applied"] == "respond-async"
    place = answer.headers["Location"]
    for _ in range(200):
        job = client.get(place).json
        if job["state"] == "done":
            break
        time.sleep(0.05)
    app.extensions["isnad-jobs"].stop()
    assert job["progress"] == {"done": 2, "total": 2}
    assert (job["report"]["created"], job["report"]["rejected"]) == (1, 1)
    created, rejected = job["report"]["items"]
    assert client.get(f"/articles/{created['id']}").json["body"] == TEXT
    assert rejected["code"] == "not-arabic"
    metrics = client.get("/metrics").text
    assert 'isnad_pages_total{outcome="created",reason=""} 1.0' in metrics
    assert 'isnad_pages_total{outcome="rejected",reason="not-arabic"} 1.0' in metrics


def test_there_is_no_such_job(app: Flask) -> None:
    answer = app.test_client().get("/jobs/j0123456789abcdef")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
