"""What is sent: /analyze stores nothing, POST /articles keeps a page once."""

import io

import pytest
from flask.testing import FlaskClient

TEXT = "عاجل\nقال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."
HTML = f"<html><head><title>خبر</title></head><body><article><h1>خبر</h1><p>{TEXT}</p></article></body></html>"
SENT = [
    ({"data": TEXT.encode(), "content_type": "text/plain"}, "posted"),
    ({"data": HTML.encode(), "content_type": "text/html; charset=utf-8"}, "posted"),
    ({"json": {"body": TEXT, "title": "خبر", "published_on": "2024-03-01", "outlet": "صحيفة المرفأ"}}, "posted"),
]


@pytest.mark.parametrize(("sent", "name"), SENT)
def test_an_analysis_has_three_parts_and_stores_nothing(fresh_client: FlaskClient, sent: dict, name: str) -> None:
    answer = fresh_client.post("/analyze", **sent)
    assert answer.status_code == 200, answer.text
    assert list(answer.json) == ["article", "entities", "claims"]
    assert answer.json["article"]["source"]["name"] == name
    assert answer.json["claims"][0]["cue"]["verb"] == "قال"
    assert fresh_client.get("/articles").json["total"] == 0


def test_a_clean_article_is_served_unchanged(fresh_client: FlaskClient) -> None:
    clean = {
        "title": "خبر",
        "body": f"  {TEXT}\n\n",
        "published_on": "2024-03-01",
        "author": "كاتب",
        "url": "https://x.example/1",
    }
    article = fresh_client.post("/articles", json=clean).json
    assert {name: article[name] for name in clean} == clean


@pytest.mark.parametrize(("sent", "name"), SENT)
def test_a_page_is_kept_once(fresh_client: FlaskClient, sent: dict, name: str) -> None:
    first = fresh_client.post("/articles", **sent)
    assert first.status_code == 201, first.text
    assert fresh_client.get(first.headers["Location"]).json["id"] == first.json["id"]
    again = fresh_client.post("/articles", **sent)
    assert (again.status_code, again.json) == (200, first.json)
    assert fresh_client.get("/articles").json["total"] == 1


def test_the_sender_names_the_page(fresh_client: FlaskClient) -> None:
    sent = {"data": TEXT.encode(), "content_type": "text/plain"}
    by_header = fresh_client.post("/analyze", headers={"X-Source-Name": "a.txt"}, **sent)
    by_query = fresh_client.post("/analyze?source=b.txt&url=https://x.example/2", **sent)
    assert by_header.json["article"]["source"]["name"] == "a.txt"
    assert by_query.json["article"]["source"]["name"] == "b.txt"
    assert fresh_client.post("/analyze?sorce=b.txt", **sent).status_code == 400


def test_files_of_a_form_are_told_apart(fresh_client: FlaskClient) -> None:
    files = {"file": [(io.BytesIO(TEXT.encode()), "a.txt"), (io.BytesIO(HTML.encode()), "b.html"),
                      (io.BytesIO(b""), "empty.txt")]}  # fmt: skip
    answer = fresh_client.post("/articles", data=files, content_type="multipart/form-data")
    assert answer.status_code == 201, answer.text
    assert [item["status"] for item in answer.json["items"]] == ["created", "created", "rejected"]
    assert answer.json["items"][2]["code"] == "empty"


def test_lines_of_json_are_articles(fresh_client: FlaskClient) -> None:
    lines = f'{{"body": "{TEXT.splitlines()[1]}"}}\n\nnot json\n'
    answer = fresh_client.post("/articles", data=lines.encode(), content_type="application/x-ndjson")
    assert [item["status"] for item in answer.json["items"]] == ["created", "rejected"]


@pytest.mark.parametrize("path", ["/analyze", "/articles"])
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": b"", "content_type": "text/plain"}, 422),
        ({"data": b"An English page about a bridge, and nothing else.", "content_type": "text/plain"}, 422),
        ({"data": b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "content_type": "text/plain"}, 415),
        ({"data": b"x", "content_type": "image/png"}, 415),
        ({"data": b"x"}, 415),
        ({"data": "ق ".encode() * 60_000, "content_type": "text/plain"}, 413),
        ({"data": b"{", "content_type": "application/json"}, 400),
        ({"json": []}, 422),
        ({"json": {"title": "x"}}, 422),
        ({"json": {"body": TEXT, "bdy": 1}}, 422),
        ({"json": {"body": TEXT, "published_on": "yesterday"}}, 422),
        ({"data": TEXT.encode(), "content_type": "text/plain", "headers": {"Content-Encoding": "gzip"}}, 415),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    fresh_client: FlaskClient, path: str, sent: dict, status: int
) -> None:
    answer = fresh_client.post(path, **sent)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    assert answer.json["detail"]
    assert fresh_client.get("/articles").json["total"] == 0


@pytest.mark.parametrize(
    "guest",
    [
        {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}},
        {"headers": {"X-Forwarded-For": "192.0.2.7"}},
        {"headers": {"Origin": "https://elsewhere.example"}},
    ],
)
def test_only_this_machine_writes(fresh_client: FlaskClient, guest: dict) -> None:
    answer = fresh_client.post("/articles", data=TEXT.encode(), content_type="text/plain", **guest)
    assert answer.status_code == 403
    assert fresh_client.get("/articles").json["total"] == 0
