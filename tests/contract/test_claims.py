"""What the contract says of claims: fields, sets of values, filters."""

from typing import Any

import httpx

FIELDS = {"id", "article_id", "text", "spans", "cue", "speakers", "via", "mode", "stance", "negated", "figures",
          "said_on", "about", "insertions", "group_id", "confidence"}  # fmt: skip
SPEAKER = {"name", "entity_id", "role", "text", "span", "anonymous", "anonymity", "resolved_by"}
CUES = {"neutral", "affirm", "doubt", "deny", "warn", "predict", "demand", "reveal"}
ANONYMITIES = {"named", "role_only", "unnamed_person", "unnamed_group", "document", "medium"}
QUALIFIERS = {"about", "at_least", "at_most", "more_than", "less_than", None}


def listed(api: httpx.Client, **filters: str) -> list[dict[str, Any]]:
    found, path = [], str(httpx.URL("/claims", params={"limit": 100, **filters}))
    while path:
        page = api.get(path).json()
        found += page["items"]
        path = page["next"]
    return found


def test_a_claim_has_its_fields(api: httpx.Client) -> None:
    for claim in listed(api):
        assert claim.keys() >= FIELDS
        assert claim["text"] == " … ".join(span["text"] for span in claim["spans"]) or len(claim["spans"]) > 1
        assert claim["mode"] in {"direct", "indirect", "mixed", "narration"}
        assert 0 <= claim["confidence"] <= 1
        if claim["cue"]:
            assert claim["cue"]["class"] in CUES
        for speaker in claim["speakers"]:
            assert speaker.keys() >= SPEAKER
            assert speaker["anonymity"] in ANONYMITIES
            assert (speaker["text"] is None) == (speaker["span"] is None)
        for figure in claim["figures"]:
            assert figure.keys() == {"value", "of", "scope", "qualifier", "span"}
            assert figure["qualifier"] in QUALIFIERS
        assert claim["mode"] != "narration" or claim["speakers"] == []
        assert api.get(f"/claims/{claim['id']}").json() == claim


def test_claims_are_filtered(api: httpx.Client) -> None:
    every = listed(api)
    kept = {
        ("mode", "direct"): lambda c: c["mode"] == "direct",
        ("stance", "denial,demand"): lambda c: c["stance"] in {"denial", "demand"},
        ("not_stance", "assertion"): lambda c: c["stance"] != "assertion",
        ("anonymous", "true"): lambda c: any(s["anonymous"] for s in c["speakers"]),
        ("anonymous", "false"): lambda c: not any(s["anonymous"] for s in c["speakers"]),
        ("figure_min", "1000"): lambda c: any(f["value"] >= 1000 for f in c["figures"]),
        ("figure_max", "10"): lambda c: any(f["value"] <= 10 for f in c["figures"]),
        ("figure_of", "عامل"): lambda c: any(f["of"] == "عامل" for f in c["figures"]),
        ("said_from", "2023-03-07"): lambda c: c["said_on"] and c["said_on"]["day"] >= "2023-03-07",
        ("said_to", "2023-03-07"): lambda c: c["said_on"] and c["said_on"]["day"] <= "2023-03-07",
    }
    for (name, value), keeps in kept.items():
        expected = {claim["id"] for claim in every if keeps(claim)}
        assert {claim["id"] for claim in listed(api, **{name: value})} == expected, name
        assert expected, name


def test_claims_are_filtered_by_what_they_belong_to(api: httpx.Client) -> None:
    every = listed(api)
    days = {item["id"]: item["published_on"] for item in api.get("/articles?limit=100").json()["items"]}
    claim = next(c for c in every if c["speakers"] and c["speakers"][0]["entity_id"] and days[c["article_id"]])
    speaker, day = claim["speakers"][0]["entity_id"], days[claim["article_id"]]
    for name, value, keeps in (
        ("speaker", speaker, lambda c: speaker in {s["entity_id"] for s in c["speakers"]}),
        ("article", claim["article_id"], lambda c: c["article_id"] == claim["article_id"]),
        ("group", claim["group_id"], lambda c: c["group_id"] == claim["group_id"]),
        ("published_from", day, lambda c: (days[c["article_id"]] or "") >= day),
        ("published_to", day, lambda c: days[c["article_id"]] and days[c["article_id"]] <= day),
    ):
        assert {c["id"] for c in listed(api, **{name: value})} == {c["id"] for c in every if keeps(c)}, name
    carried = next(c for c in every if c["via"] and c["via"][0]["entity_id"])["via"][0]["entity_id"]
    expected = {c["id"] for c in every if carried in {v["entity_id"] for v in c["via"]}}
    assert {c["id"] for c in listed(api, via=carried)} == expected
    about = next(c for c in every if c["about"])["about"][0]
    assert {c["id"] for c in listed(api, about=about)} == {c["id"] for c in every if about in c["about"]}


def test_an_entity_has_its_part_of_claims(api: httpx.Client) -> None:
    person = api.get("/entities?type=person&limit=1").json()["items"][0]["id"]
    every = listed(api)
    parts = {
        "speaker": lambda c: person in {s["entity_id"] for s in c["speakers"]},
        "via": lambda c: person in {v["entity_id"] for v in c["via"]},
        "mentioned": lambda c: person in c["about"],
    }
    for part, keeps in parts.items():
        found = api.get(f"/entities/{person}/claims?as={part}&limit=100").json()["items"]
        assert {c["id"] for c in found} == {c["id"] for c in every if keeps(c)}, part
    assert api.get(f"/entities/{person}/claims?as=listener").status_code == 400
