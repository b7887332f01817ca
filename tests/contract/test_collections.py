"""What the contract says of every collection: limit, cursor, sort, fields, search, filters, names, forms."""

import csv
import io
import json
from typing import Any

import httpx
import pytest

SORTS = {
    "/articles": {"published_on": "published_on", "title": "title"},
    "/entities": {"mentions": "counts.mentions", "name": "name", "first_seen": "first_seen"},
    "/claims": {"said_on": "said_on.day", "confidence": "confidence"},
    "/claims/groups": {"outlets": "outlets", "origins": "independent_origins", "first_seen": "first_seen"},
}


def value_at(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record[name] if record is not None else None
    return record


def walk(api: httpx.Client, path: str) -> list[dict[str, Any]]:
    found, place = [], path
    while place:
        page = api.get(place).json()
        found += page["items"]
        place = page["next"]
    return found


def test_a_page_and_the_next(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        answer = api.get(path, params={"limit": 3})
        page = answer.json()
        assert {"items", "next", "total"} <= page.keys()
        assert len(page["items"]) == min(3, page["total"])
        if page["next"] is None:
            assert "Link" not in answer.headers
            continue
        assert page["next"].startswith(path + "?")
        assert answer.headers["Link"] == f'<{page["next"]}>; rel="next"'
        assert not {item["id"] for item in api.get(page["next"]).json()["items"]} & {i["id"] for i in page["items"]}


def test_the_default_is_20_and_the_most_100(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        page = api.get(path).json()
        assert len(page["items"]) == min(20, page["total"])
        for wrong in ("0", "101", "x", "-1", "1.5", ""):
            answer = api.get(path, params={"limit": wrong})
            assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "limit"), (path, wrong)


def test_a_walk_returns_each_once_and_all(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        total = api.get(path).json()["total"]
        keys = [item["id"] for item in walk(api, f"{path}?limit=7")]
        assert len(set(keys)) == len(keys) == total, path


def test_a_cursor_is_bound_to_its_filters(api: httpx.Client, lists: tuple[str, ...]) -> None:
    place = api.get("/claims?limit=1&mode=direct").json()["next"]
    assert api.get(place).status_code == 200
    assert api.get(place.replace("limit=1", "limit=50")).status_code == 200
    for wrong in (place.replace("mode=direct", "mode=indirect"), place + "&sort=said_on", place + "x", place[:-1]):
        answer = api.get(wrong)
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "cursor"), wrong
    for path in lists:
        assert api.get(path, params={"cursor": "abc"}).status_code == 400


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in SORTS.items() for name in names])
def test_sorts_go_both_ways_and_ties_by_id(api: httpx.Client, path: str, name: str) -> None:
    for sign, turned in (("", False), ("-", True)):
        items = walk(api, f"{path}?limit=50&sort={sign}{name}")
        order = [(value_at(item, SORTS[path][name]), item["id"]) for item in items]
        known = [pair for pair in order if pair[0] is not None]
        assert known == sorted(known, reverse=turned)
        assert all(value is None for value, _ in order[len(known) :])


def test_an_unknown_sort_is_told_the_nearest(api: httpx.Client) -> None:
    fault = api.get("/claims?sort=confidense").json()["errors"][0]
    assert fault["parameter"] == "sort"
    assert "confidence" in fault["message"]


def test_fields_cut_records_down(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        assert all(item.keys() == {"id"} for item in api.get(path, params={"fields": "id"}).json()["items"])
    item = api.get("/claims?fields=speakers.name,cue.text&limit=1&mode=direct").json()["items"][0]
    assert item.keys() == {"id", "speakers", "cue"}
    assert item["speakers"][0].keys() == {"name"}
    assert "body" not in api.get("/articles?limit=1").json()["items"][0]
    assert api.get("/articles?limit=1&fields=body").json()["items"][0]["body"]
    wrong = api.get("/claims?fields=spekers").json()["errors"][0]
    assert (wrong["parameter"], "speakers" in wrong["message"]) == ("fields", True)


@pytest.mark.parametrize("words", ["الميناء", "ميناء", "المينـاء", "لميناء", "والميناء", "بالميناء", "المِيناء"])
def test_a_search_finds_any_spelling(api: httpx.Client, words: str) -> None:
    plain = api.get("/articles", params={"q": "ميناء", "limit": 100}).json()
    found = api.get("/articles", params={"q": words, "limit": 100}).json()
    assert found["total"] == plain["total"] > 3
    article = api.get(f"/articles/{found['items'][0]['id']}").json()
    assert found["items"][0]["highlights"]
    for item in found["items"][:1]:
        for span in item["highlights"]:
            assert article[span["field"]][span["start"] : span["end"]] == span["text"]


def test_an_unknown_parameter_is_named_with_the_nearest(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        answer = api.get(path, params={"limt": "3"})
        fault = answer.json()["errors"][0]
        assert (answer.status_code, fault["parameter"], fault["nearest"]) == (400, "limt", "limit"), path
    for path, name in (("/claims", "speker"), ("/articles", "not_outlt"), ("/entities", "contry"), ("/stats", "bi")):
        assert api.get(path, params={name: "x"}).json()["errors"][0]["nearest"]
    assert api.get("/claims?limit=1&limit=2").status_code == 400


def test_commas_are_or_and_not_excludes(api: httpx.Client) -> None:
    total = {mode: api.get(f"/claims?mode={mode}").json()["total"] for mode in ("direct", "indirect", "mixed")}
    assert api.get("/claims?mode=direct,mixed").json()["total"] == total["direct"] + total["mixed"]
    whole = api.get("/claims").json()["total"]
    assert api.get("/claims?not_mode=direct,mixed").json()["total"] == whole - total["direct"] - total["mixed"]
    outlets = [outlet["name"] for outlet in api.get("/stats").json()["outlets"]][:2]
    one, other = (api.get("/articles", params={"outlet": name}).json()["total"] for name in outlets)
    assert api.get("/articles", params={"outlet": ",".join(outlets)}).json()["total"] == one + other
    left = api.get("/articles", params={"not_outlet": outlets[0]}).json()["total"]
    assert left == api.get("/articles").json()["total"] - one


def test_a_name_is_an_entity_in_any_spelling(api: httpx.Client) -> None:
    person = api.get("/entities?type=person&limit=1").json()["items"][0]
    by_id = api.get("/claims", params={"speaker": person["id"]}).json()
    assert "resolved" not in by_id
    for spelling in (person["name"], person["name"].replace("ي", "ى"), person["name"].replace("ا", "اـ")):
        found = api.get("/claims", params={"speaker": spelling}).json()
        assert found["total"] == by_id["total"] > 0
        assert found["resolved"] == [
            {"parameter": "speaker", "value": spelling, "id": person["id"], "name": person["name"], "type": "person"}
        ]
    article = api.get("/articles", params={"entity": person["name"]}).json()
    assert article["resolved"][0]["id"] == person["id"]


def test_an_outlet_is_taken_by_name_or_id(api: httpx.Client) -> None:
    outlet = api.get("/articles?limit=1").json()["items"][0]["outlet"]
    for path in ("/articles", "/claims"):
        by_id = api.get(path, params={"outlet": outlet["id"]}).json()
        by_name = api.get(path, params={"outlet": outlet["name"]}).json()
        assert by_name["total"] == by_id["total"] > 0
        resolved = by_name["resolved"][0]
        assert (resolved["parameter"], resolved["id"], resolved["type"]) == ("outlet", outlet["id"], "organization")


def test_a_name_of_several_is_refused_with_all_of_them(api: httpx.Client) -> None:
    answer = api.get("/claims", params={"speaker": "الزرقي"})
    assert answer.status_code == 400
    problem = answer.json()
    assert problem["type"] == "urn:isnad:problem:ambiguous-name"
    fault = problem["errors"][0]
    assert (fault["parameter"], fault["code"]) == ("speaker", "ambiguous-name")
    assert {one["name"] for one in fault["candidates"]} == {"كمال الزرقي", "منير الزرقي"}


def test_a_name_of_none_is_an_empty_collection(api: httpx.Client) -> None:
    for path, name in (("/claims", "speaker"), ("/claims", "about"), ("/articles", "entity"), ("/articles", "outlet"),
                       ("/claims/groups", "speaker")):  # fmt: skip
        found = api.get(path, params={name: "اسم لا يحمله أحد"}).json()
        assert (found["items"], found["total"], found["resolved"][0]["id"]) == ([], 0, None), (path, name)


def test_every_collection_is_streamed_whole(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        total = api.get(path).json()["total"]
        answer = api.get(path, headers={"Accept": "application/x-ndjson"})
        assert answer.headers["Content-Type"].startswith("application/x-ndjson")
        lines = [json.loads(line) for line in answer.text.splitlines()]
        assert len({line["id"] for line in lines}) == len(lines) == total, path
        answer = api.get(path, params={"format": "csv"})
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert {row["id"] for row in rows} == {line["id"] for line in lines}, path


def test_json_ld_and_unknown_forms(api: httpx.Client, lists: tuple[str, ...]) -> None:
    for path in lists:
        answer = api.get(path, headers={"Accept": "application/ld+json"})
        assert answer.headers["Content-Type"] == "application/ld+json"
        assert "@context" in answer.json()
        answer = api.get(path, headers={"Accept": "application/xml"})
        assert answer.status_code == 406
        offered = answer.json()["errors"][0]["offered"]
        assert offered == ["application/json", "application/x-ndjson", "text/csv", "application/ld+json"]
        assert api.get(path, params={"format": "xml"}).status_code in (400, 406)
