"""Single records and their parts: entities with mentions, claims, the raw page, groups, redirects."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from service.api import collections


def first(client: FlaskClient, path: str) -> Any:
    return client.get(f"{path}{'&' if '?' in path else '?'}limit=1").json["items"][0]


@pytest.mark.parametrize("resource", [collections.ARTICLES, collections.ENTITIES, collections.CLAIMS,
                                      collections.GROUPS], ids=lambda r: r.name)  # fmt: skip
def test_a_record_has_the_fields_of_its_schema(client: FlaskClient, resource: collections.Resource) -> None:
    item = first(client, resource.path)
    whole = client.get(f"{resource.path}/{item['id']}").json
    assert set(whole) == set(resource.schema.fields) - {"highlights"}
    assert {name: whole[name] for name in item} == item
    assert resource.schema.load(whole)


def test_mentions_are_spans_of_the_article(client: FlaskClient) -> None:
    article = client.get(f"/articles/{first(client, '/articles')['id']}").json
    answer = client.get(f"/articles/{article['id']}/entities").json
    assert answer["total"] == len(answer["items"]) >= 2
    mentions = [span for item in answer["items"] for span in item["mentions"]]
    assert mentions
    assert all(article[m["field"]][m["start"] : m["end"]] == m["text"] for m in mentions)
    with_selectors = client.get(f"/articles/{article['id']}/entities?selectors=true").json
    assert "prefix" in with_selectors["items"][0]["mentions"][0]


def test_an_article_has_its_claims(client: FlaskClient) -> None:
    key = first(client, "/articles")["id"]
    claims = client.get(f"/articles/{key}/claims").json["items"]
    assert len(claims) == 2
    assert all(claim["article_id"] == key for claim in claims)
    assert client.get(f"/articles/{key}/claims?mode=direct").json["total"] == 1


def test_a_page_shows_every_line_and_why(client: FlaskClient) -> None:
    page = client.get(f"/articles/{first(client, '/articles')['id']}/page").json
    assert [line["role"] for line in page["lines"]] == ["title", "furniture"]
    assert set(page["lines"][0]) == {"line", "text", "role", "reason"}
    assert "الجسر" in page["raw"]
    assert page["raw_base64"] is None


def test_an_entity_has_its_articles_claims_and_company(client: FlaskClient) -> None:
    key = first(client, "/entities?type=person")["id"]
    assert client.get(f"/entities/{key}/articles").json["total"] == 25
    said = client.get(f"/entities/{key}/claims?as=speaker").json
    named = client.get(f"/entities/{key}/claims?as=mentioned").json
    assert (said["total"], named["total"]) == (25, 25)
    assert client.get(f"/entities/{key}/claims?as=via").json["total"] == 0
    related = client.get(f"/entities/{key}/related").json["items"]
    assert related[0]["together"] == 25
    assert client.get(f"/entities/{key}/claims?as=speker").status_code == 400


def test_fields_of_a_record(client: FlaskClient) -> None:
    key = first(client, "/claims")["id"]
    assert set(client.get(f"/claims/{key}?fields=text,cue.verb").json) == {"id", "text", "cue"}


def test_a_merged_id_redirects(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = "e0123456789abcdef", first(client, "/entities")["id"]
    monkeypatch.setattr("service.store.reading.Reader.find_redirect", lambda *_: new)
    for path in (f"/entities/{old}", f"/entities/{old}/claims?limit=3", f"/entities/{old}/related"):
        answer = client.get(path)
        assert answer.status_code == 308
        assert answer.headers["Location"] == path.replace(old, new)


def test_stats_count_the_corpus(client: FlaskClient) -> None:
    stats = client.get("/stats").json
    assert stats["counts"]["articles"] == 25
    assert "series" not in stats
    for by in ("day", "outlet", "speaker"):
        assert client.get(f"/stats?by={by}").json["series"]


def test_the_index_names_what_is_there(client: FlaskClient) -> None:
    for name, path in client.get("/").json["links"].items():
        assert client.get(path).status_code in (200, 405), name
