"""What the contract says of articles: their fields, filters, parts; taking pages in and out; analysing."""

import hashlib
import json
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

FIELDS = {"id", "title", "subtitle", "outlet", "url", "published_on", "published_at", "date_evidence", "author",
          "agencies", "place", "language", "body", "words", "source", "reprint_group", "counts"}  # fmt: skip
BASES = {"metadata", "timestamp", "dateline", "page_date", "weekday", "corpus", "none"}
TEXT = "افتتاح المعبر\n\nقال وزير النقل سامر الزهوري إن الحافلات ستعبر غدا. وذكر الزهوري أن العمل بدأ.\n"
HTML = f"<html><head><title>خبر</title></head><body><article><h1>خبر المعبر</h1><p>{TEXT}</p></article></body></html>"


def only(api: httpx.Client, path: str) -> Any:
    return api.get(path).json()["items"][0]


def test_an_article_has_its_fields(api: httpx.Client) -> None:
    for listed in api.get("/articles?limit=100").json()["items"]:
        whole = api.get(f"/articles/{listed['id']}").json()
        assert whole.keys() >= FIELDS
        assert listed.keys() == whole.keys() - {"body"}
        assert whole["date_evidence"]["basis"] in BASES
        assert whole["date_evidence"].keys() >= {"basis", "text", "line", "warnings"}
        assert whole["source"].keys() >= {"name", "media_type", "sha256", "ingested_at"}
        assert whole["counts"]["claims"] == api.get(f"/articles/{whole['id']}/claims").json()["total"]
        assert whole["counts"]["entities"] == api.get(f"/articles/{whole['id']}/entities").json()["total"]
        assert whole["words"] == len(whole["body"].split())


def test_articles_are_filtered(api: httpx.Client) -> None:
    newest = only(api, "/articles?sort=-published_on")
    day = newest["published_on"]
    assert {item["published_on"] for item in api.get(f"/articles?published_from={day}").json()["items"]} == {day}
    before = api.get(f"/articles?published_to={day}").json()["total"]
    assert before == sum(1 for item in api.get("/articles?limit=100").json()["items"] if item["published_on"])
    agencies = [item for item in api.get("/articles?limit=100").json()["items"] if item["agencies"]]
    for item in agencies[:1]:
        found = api.get("/articles", params={"agency": item["agencies"][0]}).json()
        assert item["id"] in {one["id"] for one in found["items"]}
    assert api.get("/articles?reprint_of=a0123456789abcdef").json()["total"] == 0
    assert api.get("/articles?published_from=2021-7-1").status_code == 400


def test_a_page_tells_of_every_line(api: httpx.Client) -> None:
    for item in api.get("/articles?limit=100").json()["items"][:4]:
        page = api.get(f"/articles/{item['id']}/page").json()
        assert all(line.keys() == {"line", "text", "role", "reason"} for line in page["lines"])
        assert hashlib.sha256(page["raw"].encode()).hexdigest() == item["source"]["sha256"]
        assert "body" in {line["role"] for line in page["lines"]} or page["source"]["media_type"] == "application/json"


@pytest.fixture
def clean_up(api: httpx.Client) -> Any:
    """Take out what a test brought in."""
    brought: list[str] = []
    yield brought
    for key in brought:
        assert api.delete(f"/articles/{key}").status_code in (204, 404)


BODIES = {
    "text/plain": {"content": TEXT.encode(), "headers": {"Content-Type": "text/plain"}},
    "text/html": {"content": HTML.encode(), "headers": {"Content-Type": "text/html; charset=utf-8"}},
    "application/json": {
        "json": {"body": TEXT, "title": "خبر", "published_on": "2022-02-03", "outlet": "صحيفة المعبر"}
    },
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_page_comes_in_once_and_goes(api: httpx.Client, kind: str, clean_up: list[str]) -> None:
    before = api.get("/stats").json()["counts"]
    sent = api.post("/articles?source=mine.txt&url=https://news.example/1", **BODIES[kind])
    clean_up.append(sent.json()["id"])
    assert sent.status_code == 201, sent.text
    place = sent.headers["Location"]
    assert place == f"/articles/{sent.json()['id']}"
    again = api.post("/articles?source=mine.txt&url=https://news.example/1", **BODIES[kind])
    assert (again.status_code, again.json()["id"]) == (200, sent.json()["id"])
    article = api.get(place).json()
    assert (article["source"]["name"], article["source"]["media_type"]) == ("mine.txt", kind)
    assert article["url"] == "https://news.example/1"
    if kind == "application/json":
        assert (article["body"], article["published_on"], article["title"]) == (TEXT, "2022-02-03", "خبر")
        assert article["outlet"]["name"] == "صحيفة المعبر"
    gone = api.delete(place)
    assert (gone.status_code, gone.content) == (204, b"")
    time.sleep(0.3)
    assert api.get("/stats").json()["counts"] == before
    assert {api.get(place).status_code, api.get(f"{place}/claims").status_code, api.delete(place).status_code} == {404}


def test_a_name_may_come_as_a_header(api: httpx.Client, clean_up: list[str]) -> None:
    sent = api.post(
        "/articles", content=TEXT.encode(), headers={"Content-Type": "text/plain", "X-Source-Name": "a.txt"}
    )
    clean_up.append(sent.json()["id"])
    assert sent.json()["source"]["name"] == "a.txt"


def test_several_pages_come_in_at_once(api: httpx.Client, clean_up: list[str]) -> None:
    files = [("file", ("one.txt", TEXT.encode(), "text/plain")), ("file", ("two.html", HTML.encode(), "text/html")),
             ("file", ("bad.txt", b"Latin " * 30, "text/plain"))]  # fmt: skip
    sent = api.post("/articles", files=files)
    assert sent.status_code == 201
    items = sent.json()["items"]
    clean_up += [item["id"] for item in items if "id" in item]
    assert [(item["source"], item["status"]) for item in items] == [
        ("one.txt", "created"), ("two.html", "created"), ("bad.txt", "rejected")]  # fmt: skip
    lines = "\n".join(json.dumps({"body": f"{TEXT} رقم {n}"}) for n in range(3))
    sent = api.post("/articles", content=lines, headers={"Content-Type": "application/x-ndjson"})
    clean_up += [item["id"] for item in sent.json()["items"]]
    assert {item["status"] for item in sent.json()["items"]} == {"created"}


def test_pages_are_put_off(api: httpx.Client, clean_up: list[str]) -> None:
    lines = "\n".join(json.dumps({"body": f"{TEXT} عدد {n}"}) for n in range(12))
    asked = {"Prefer": "respond-async", "Content-Type": "application/x-ndjson"}
    sent = api.post("/articles", content=lines, headers=asked)
    assert sent.status_code == 202
    place = sent.headers["Location"]
    assert place == f"/jobs/{sent.json()['id']}"
    deadline = time.monotonic() + 30
    while (job := api.get(place).json())["state"] in ("queued", "running") and time.monotonic() < deadline:
        assert api.get(place).headers["Cache-Control"] == "no-store"
        time.sleep(0.1)
    clean_up += [item["id"] for item in job["report"]["items"]]
    assert (job["state"], job["progress"], job["report"]["created"]) == ("done", {"done": 12, "total": 12}, 12)


def test_an_analysis_keeps_nothing(api: httpx.Client) -> None:
    before = api.get("/stats").json()["counts"]
    for body in BODIES.values():
        answer = api.post("/analyze", **body)
        assert answer.status_code == 200
        found = answer.json()
        assert found.keys() == {"article", "entities", "claims"}
        assert {claim["speakers"][0]["name"] for claim in found["claims"]} == {"سامر الزهوري"}
        text = found["article"]["body"]
        spans = [span for entity in found["entities"] for span in entity["mentions"] if span["field"] == "body"]
        assert spans
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert api.get("/stats").json()["counts"] == before


def test_ids_are_the_same_wherever_pages_are_read(api: httpx.Client) -> None:
    page = next((Path(__file__).parents[2] / "corpus").rglob("*.txt"))
    analysed = api.post("/analyze", content=page.read_bytes(), headers={"Content-Type": "text/plain"}).json()
    kept = api.get(f"/articles/{analysed['article']['id']}").json()
    assert kept["source"]["name"] == page.name
    claims = api.get(f"/articles/{kept['id']}/claims?limit=100").json()["items"]
    assert {claim["id"] for claim in analysed["claims"]} == {claim["id"] for claim in claims}
