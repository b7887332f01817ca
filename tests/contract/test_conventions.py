"""What the contract says of every answer: form, ids, spans, headers, caching, compression."""

import re
import time
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

import httpx
import pytest

SPAN = {"field", "start", "end", "text"}


def spans_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.keys() >= SPAN else []
    return own + [span for item in value.values() for span in spans_in(item)]


def names_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in names_in(inner)}
    return {name for inner in value for name in names_in(inner)} if isinstance(value, list) else set()


def test_json_is_utf8_readable_and_never_a_bare_array(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in (*lists, "/stats", "/", "/healthz", "/readyz"):
        answer = api.get(path, headers={"Accept": "application/json"})
        assert answer.headers["Content-Type"] == "application/json"
        assert b"\\u06" not in answer.content
        assert isinstance(answer.json(), dict)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names_in(answer.json()) - {"@context"}), path


def test_lists_are_empty_not_null_and_single_values_null(api: httpx.Client) -> None:
    for claim in api.get("/claims?limit=100").json()["items"]:
        for name in ("spans", "speakers", "via", "figures", "about", "insertions"):
            assert isinstance(claim[name], list)
        assert {"cue", "said_on", "group_id"} <= claim.keys()
    assert api.get("/claims?q=ظظظظظ").json() == {"items": [], "next": None, "total": 0}


def test_ids_are_safe_in_urls(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        for item in api.get(path).json()["items"]:
            assert re.fullmatch(r"[a-z][0-9a-f]{16}", item["id"])


def test_every_span_is_the_text_of_its_article(api: httpx.Client) -> None:
    articles: dict[str, Any] = {}
    claims = api.get("/claims?limit=100").json()["items"]
    for claim in claims:
        key = claim["article_id"]
        article = articles.setdefault(key, api.get(f"/articles/{key}").json())
        found = spans_in(claim)
        assert found
        for span in found:
            assert article[span["field"]][span["start"] : span["end"]] == span["text"]


def test_selectors_add_what_stands_around(api: httpx.Client) -> None:
    claim = api.get("/claims?selectors=true&limit=1&mode=direct").json()["items"][0]
    article = api.get(f"/articles/{claim['article_id']}").json()
    for span in spans_in(claim):
        text = article[span["field"]]
        assert span["prefix"] == text[max(0, span["start"] - 32) : span["start"]]
        assert span["suffix"] == text[span["end"] : span["end"] + 32]
    assert "prefix" not in api.get(f"/claims/{claim['id']}").json()["spans"][0]
    assert "prefix" in api.get(f"/claims/{claim['id']}?selectors=true").json()["spans"][0]
    named = api.get(f"/articles/{article['id']}/entities?selectors=true").json()["items"]
    assert all("prefix" in span for span in spans_in(named))


def test_days_and_instants(api: httpx.Client) -> None:
    for article in api.get("/articles?limit=100").json()["items"]:
        assert article["published_on"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", article["published_on"])
        for instant in (article["published_at"], article["source"]["ingested_at"]):
            assert instant is None or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", instant)


def test_every_answer_is_named_and_versioned(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in (*lists, "/healthz", "/nothing", "/claims?limit=0", "/docs", "/metrics"):
        answer = api.get(path, headers={"X-Request-Id": "mine-1"})
        assert answer.headers["X-Request-Id"] == "mine-1", path
        assert answer.headers["X-Corpus-Version"].isdigit(), path
        assert api.get(path).headers["X-Request-Id"] != "mine-1"


def test_an_etag_answers_304(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        whole = api.get(path)
        etag = whole.headers["ETag"]
        assert re.fullmatch(r'"[^"]+"', etag)
        assert {"Cache-Control", "Vary", "Last-Modified"} <= {name.title() for name in whole.headers}
        for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
            answer = api.get(path, headers={"If-None-Match": known})
            assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)
        assert api.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert (
        api.get("/claims?limit=5&mode=direct").headers["ETag"] == api.get("/claims?mode=direct&limit=5").headers["ETag"]
    )


def test_a_date_answers_304_where_there_is_no_etag(api: httpx.Client) -> None:
    time.sleep(1.1)  # a copy of the very second of a change is not trusted
    api.get("/claims?limit=3")
    shown = parsedate_to_datetime(api.get("/claims?limit=33").headers["Last-Modified"])
    earlier, later = (format_datetime(shown + timedelta(seconds=n), usegmt=True) for n in (-2, 0))
    for path in ("/claims?limit=33", "/articles"):
        assert api.get(path, headers={"If-Modified-Since": later}).status_code == 304
        assert api.get(path, headers={"If-Modified-Since": earlier}).status_code == 200
        both = {"If-Modified-Since": later, "If-None-Match": '"other"'}
        assert api.get(path, headers=both).status_code == 200
    assert shown <= datetime.now(shown.tzinfo)


def test_head_is_get_without_a_body(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in (*lists, "/", "/stats", "/openapi.json"):
        whole, head = api.get(path), api.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["ETag"] == whole.headers["ETag"]


def test_gzip(live: str) -> None:
    packed = httpx.get(f"{live}/claims", headers={"Accept-Encoding": "gzip"})
    plain = httpx.get(f"{live}/claims", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert "Accept-Encoding" in plain.headers["Vary"]
    lines = httpx.get(f"{live}/claims?format=ndjson", headers={"Accept-Encoding": "gzip"})
    assert lines.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_other_sites_may_read_where_they_are_let(api: httpx.Client, method: str) -> None:
    asked = {"Origin": "https://news.example", "Access-Control-Request-Method": method}
    answer = api.options("/articles", headers=asked)
    assert answer.headers["Access-Control-Allow-Origin"] == "https://news.example"
    assert method in answer.headers["Access-Control-Allow-Methods"]
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    other = api.get("/claims", headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
