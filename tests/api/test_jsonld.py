"""JSON-LD: schema.org and Web Annotation, with nothing that a processor could not read."""

from typing import Any

import pytest
from flask.testing import FlaskClient

PATHS = {"/articles": "NewsArticle", "/claims": "Claim", "/claims/groups": "Claim"}


def names_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in names_in(inner)}
    return {name for inner in value for name in names_in(inner)} if isinstance(value, list) else set()


@pytest.mark.parametrize("path", [*PATHS, "/entities"])
def test_lists_and_records(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?limit=3", headers={"Accept": "application/ld+json"})
    assert answer.mimetype == "application/ld+json"
    listed = answer.json["itemListElement"]
    assert (len(listed), answer.json["numberOfItems"] >= 3) == (min(3, len(listed)), True) or path == "/entities"
    record = client.get(listed[0]["@id"], headers={"Accept": "application/ld+json"}).json
    assert record["@id"] == listed[0]["@id"]
    assert PATHS.get(path, record["@type"]) in (
        [record["@type"]] if isinstance(record["@type"], str) else record["@type"]
    )


@pytest.mark.parametrize("path", [*PATHS, "/entities"])
def test_every_prefix_is_in_the_context(client: FlaskClient, path: str) -> None:
    document = client.get(f"{path}?limit=100&format=jsonld").json
    used = {name.partition(":")[0] for name in names_in(document) - {"@context"} if ":" in name}
    assert used - {"https", "http"} <= set(document["@context"])


def test_a_claim_points_at_its_words(client: FlaskClient) -> None:
    claim = client.get("/claims?limit=1&mode=direct&format=jsonld&selectors=true").json["itemListElement"][0]
    quote, position = claim["oa:hasTarget"][0]["oa:hasSelector"]
    body = client.get(claim["appearance"]["@id"]).json["body"]
    assert body[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
    assert quote["oa:prefix"] + quote["oa:exact"] + quote["oa:suffix"] in body
    assert claim["@type"] == ["Claim", "Quotation", "oa:Annotation"]


@pytest.mark.parametrize("path", [*PATHS, "/entities"])
def test_fields_leave_the_rest_out(client: FlaskClient, path: str) -> None:
    listed = client.get(f"{path}?format=jsonld&fields=id").json["itemListElement"]
    assert all(item.keys() <= {"@type", "@id", "appearance", "name", "inLanguage"} for item in listed)
    record = client.get(f"{listed[0]['@id']}?format=jsonld&fields=id").json
    assert record.keys() <= {"@context", "@type", "@id", "appearance", "name", "inLanguage"}
    texts = client.get("/claims?format=jsonld&fields=text").json["itemListElement"]
    assert all(item["text"] and "author" not in item for item in texts)
