"""What the contract says of entities: fields, filters, order, what is said by and of them, with whom they are named."""

from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

FIELDS = {"id", "type", "name", "aliases", "roles", "country", "wikidata", "counts", "first_seen", "last_seen"}


def items(api: httpx.Client, path: str, **asked: Any) -> list[dict[str, Any]]:
    """Return all items of a list, page by page."""
    found: list[dict[str, Any]] = []
    answer = api.get(path, params={"limit": 100, **asked}).json()
    while True:
        found += answer["items"]
        if not answer["next"]:
            return found
        answer = api.get(answer["next"]).json()


def ids(found: list[dict[str, Any]]) -> set[str]:
    return {item["id"] for item in found}


@pytest.fixture(scope="session")
def speaker(api: httpx.Client) -> dict[str, Any]:
    """Return the person who is named most often among those who have offices and other names."""
    people = items(api, "/entities", type="person")
    return next(person for person in people if person["roles"] and person["aliases"])


def test_an_entity_has_its_fields(api: httpx.Client) -> None:
    for entity in items(api, "/entities"):
        assert entity.keys() >= FIELDS
        assert entity["type"] in {"person", "organization", "place"}
        assert entity["counts"].keys() == {"mentions", "articles", "claims"}
        assert entity["country"] is None or entity["type"] == "place"
        assert not entity["first_seen"] or entity["first_seen"] <= entity["last_seen"]


def test_every_alias_tells_its_rule(api: httpx.Client) -> None:
    for entity in items(api, "/entities"):
        assert entity["name"] not in {alias["name"] for alias in entity["aliases"]}
        for alias in entity["aliases"]:
            assert alias.keys() == {"name", "count", "rule", "score"}
            assert alias["rule"]
            assert 0 < alias["score"] <= 1
        counts = [alias["count"] for alias in entity["aliases"]]
        assert counts == sorted(counts, reverse=True)


def test_roles_have_their_days(speaker: dict[str, Any]) -> None:
    assert all(role.keys() == {"title", "count", "first_seen", "last_seen"} for role in speaker["roles"])
    dated = [role for role in speaker["roles"] if role["first_seen"]]
    assert dated
    assert all(speaker["first_seen"] <= role["first_seen"] <= role["last_seen"] for role in dated)


def test_counts_are_those_of_the_lists(api: httpx.Client, speaker: dict[str, Any]) -> None:
    path = f"/entities/{speaker['id']}"
    assert speaker["counts"]["articles"] == api.get(f"{path}/articles").json()["total"]
    assert speaker["counts"]["claims"] == api.get(f"{path}/claims").json()["total"]
    spans = [span for article in items(api, f"{path}/articles")
             for entity in items(api, f"/articles/{article['id']}/entities")
             if entity["id"] == speaker["id"] for span in entity["mentions"]]  # fmt: skip
    assert speaker["counts"]["mentions"] == len(spans)


def test_mentions_are_spans_of_their_article(api: httpx.Client, speaker: dict[str, Any]) -> None:
    for listed in items(api, f"/entities/{speaker['id']}/articles"):
        article = api.get(f"/articles/{listed['id']}").json()
        for entity in items(api, f"/articles/{article['id']}/entities"):
            for span in entity["mentions"]:
                assert article[span["field"]][span["start"] : span["end"]] == span["text"]


def test_entities_are_filtered(api: httpx.Client) -> None:
    everything = items(api, "/entities")
    for kind in ("person", "organization", "place"):
        assert ids(items(api, "/entities", type=kind)) == ids([one for one in everything if one["type"] == kind])
    assert ids(items(api, "/entities", not_type="person,place")) == ids(items(api, "/entities", type="organization"))
    country = next(one["country"] for one in everything if one["country"])
    assert {one["country"] for one in items(api, "/entities", country=country)} == {country}
    assert items(api, "/entities", wikidata="Q1") == []
    article = items(api, "/articles")[0]["id"]
    assert ids(items(api, "/entities", article=article)) == ids(items(api, f"/articles/{article}/entities"))


def test_an_entity_is_found_by_any_spelling(api: httpx.Client, speaker: dict[str, Any]) -> None:
    plain = speaker["name"].translate(str.maketrans("أإآىة", "ااايه"))
    for name in (speaker["name"], plain, "و" + plain, speaker["name"][:2] + "ـ" + speaker["name"][2:] + "\u064f"):
        for parameter in ("name", "q"):
            assert speaker["id"] in ids(items(api, "/entities", **{parameter: name})), name
    for alias in speaker["aliases"]:
        assert speaker["id"] in ids(items(api, "/entities", name=alias["name"]))
    assert items(api, "/entities", name="لا أحد يحمل هذا الاسم") == []


def test_entities_are_sorted(api: httpx.Client) -> None:
    mentions = [one["counts"]["mentions"] for one in items(api, "/entities")]
    assert mentions == sorted(mentions, reverse=True)
    names = [one["name"] for one in items(api, "/entities", sort="name")]
    assert names == sorted(names)
    days = [one["first_seen"] for one in items(api, "/entities", sort="first_seen") if one["first_seen"]]
    assert days == sorted(days)
    assert api.get("/entities?sort=country").status_code == 400


def test_its_articles_name_it(api: httpx.Client, speaker: dict[str, Any]) -> None:
    found = items(api, f"/entities/{speaker['id']}/articles")
    assert ids(found) == ids(items(api, "/articles", entity=speaker["id"])) == ids(
        items(api, "/articles", entity=speaker["name"]))  # fmt: skip
    for article in found:
        assert speaker["id"] in ids(items(api, f"/articles/{article['id']}/entities"))


@pytest.mark.parametrize(("part", "parameter"), [("speaker", "speaker"), ("via", "via"), ("mentioned", "about")])
def test_its_claims_are_told_by_its_part(api: httpx.Client, part: str, parameter: str) -> None:
    for entity in items(api, "/entities")[:40]:
        found = items(api, f"/entities/{entity['id']}/claims", **{"as": part})
        assert ids(found) == ids(items(api, "/claims", **{parameter: entity["id"]}))
        for claim in found:
            there = claim["about"] if part == "mentioned" else [
                one["entity_id"] for one in claim["via" if part == "via" else "speakers"]]  # fmt: skip
            assert entity["id"] in there


def test_an_unknown_part_is_refused(api: httpx.Client, speaker: dict[str, Any]) -> None:
    answer = api.get(f"/entities/{speaker['id']}/claims?as=witness")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "as"


def test_related_entities_are_counted_in_common_articles(api: httpx.Client, speaker: dict[str, Any]) -> None:
    path = f"/entities/{speaker['id']}/related"
    together: dict[str, int] = {}
    for article in items(api, f"/entities/{speaker['id']}/articles"):
        for entity in items(api, f"/articles/{article['id']}/entities"):
            together[entity["id"]] = together.get(entity["id"], 0) + 1
    del together[speaker["id"]]
    found = items(api, path)
    assert {one["id"]: one["together"] for one in found} == together
    counts = [one["together"] for one in found]
    assert counts == sorted(counts, reverse=True)


def test_related_entities_are_walked_by_cursor(api: httpx.Client, speaker: dict[str, Any]) -> None:
    path = f"/entities/{speaker['id']}/related"
    walked = [one["id"] for one in items(api, path, limit=3)]
    assert walked == [one["id"] for one in items(api, path)]
    assert len(walked) == len(set(walked)) == api.get(path).json()["total"] > 3


def test_an_id_that_was_merged_leads_on(api: httpx.Client) -> None:
    bare = "قال وزير الداخلية الشرقاوي إن السد سيفتح غدا. وأضاف الشرقاوي أن الماء كثير."
    full = "قال وزير الداخلية نادر الشرقاوي إن السد سيفتح غدا."
    first = api.post("/articles", json={"body": bare, "published_on": "2022-02-01"}).headers["Location"]
    (old,) = items(api, "/entities", name="الشرقاوي")
    second = api.post("/articles", json={"body": full, "published_on": "2022-02-02"}).headers["Location"]
    try:
        (new,) = items(api, "/entities", name="الشرقاوي")
        assert (new["name"], new["counts"]["articles"]) == ("نادر الشرقاوي", 2)
        assert [alias["rule"] for alias in new["aliases"]] == ["surname-and-office"]
        assert new["id"] != old["id"]
        answer = api.get(f"/entities/{old['id']}")
        assert answer.status_code == 308
        assert urlsplit(answer.headers["Location"]).path == f"/entities/{new['id']}"
        assert api.get(f"/entities/{old['id']}", follow_redirects=True).json()["id"] == new["id"]
    finally:
        for place in (first, second):
            api.delete(place)


def test_an_unknown_id_is_a_problem(api: httpx.Client) -> None:
    for part in ("", "/articles", "/claims", "/related"):
        answer = api.get(f"/entities/e0123456789abcdef{part}")
        assert answer.status_code == 404
        assert answer.headers["Content-Type"].startswith("application/problem+json")


def test_entities_are_streamed_whole(api: httpx.Client) -> None:
    lines = api.get("/entities", params={"format": "ndjson"}).text.splitlines()
    assert len(lines) == api.get("/entities").json()["total"]
