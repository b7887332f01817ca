"""Lists: pages, cursors, filters, sorts, fields, names, search."""

from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

COLLECTIONS = ("/articles", "/entities", "/claims", "/claims/groups")


def get(client: FlaskClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json


def walk(client: FlaskClient, path: str) -> list[str]:
    found = []
    url: str | None = path
    while url:
        page = get(client, url)
        found += [item["id"] for item in page["items"]]
        url = page["next"]
    return found


@pytest.mark.parametrize("path", COLLECTIONS)
def test_a_list_has_items_next_and_total(client: FlaskClient, path: str) -> None:
    page = get(client, f"{path}?limit=1")
    assert set(page) == {"items", "next", "total"}
    assert len(page["items"]) == 1
    assert page["total"] >= 1


@pytest.mark.parametrize("path", COLLECTIONS)
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_a_walk_gives_each_record_once(client: FlaskClient, path: str, limit: int) -> None:
    found = walk(client, f"{path}?limit={limit}")
    assert len(found) == len(set(found)) == get(client, path)["total"]


@pytest.mark.parametrize("sort", ["published_on", "-published_on", "title", "-title"])
def test_every_sort_reaches_every_article(client: FlaskClient, sort: str) -> None:
    assert len(set(walk(client, f"/articles?limit=4&sort={sort}"))) == 25


def test_sorting_descends_with_a_minus(client: FlaskClient) -> None:
    days = [item["published_on"] for item in get(client, "/articles?limit=24")["items"]]
    assert days == sorted(days, reverse=True)
    up = [item["published_on"] for item in get(client, "/articles?limit=24&sort=published_on")["items"]]
    assert up == sorted(up)


def test_next_is_a_path_and_a_link(client: FlaskClient) -> None:
    answer = client.get("/claims?limit=2&mode=direct")
    following = answer.json["next"]
    assert following.startswith("/claims?")
    assert answer.headers["Link"] == f'<{following}>; rel="next"'
    assert "Link" not in client.get("/claims?limit=100").headers


def test_the_default_limit_is_20(client: FlaskClient) -> None:
    assert len(get(client, "/claims")["items"]) == 20


def test_a_cursor_of_other_filters_is_refused(client: FlaskClient) -> None:
    following = get(client, "/claims?limit=2&mode=direct")["next"]
    for wrong in ("mode=indirect", "mode=direct&stance=denial", "mode=direct&sort=said_on"):
        answer = client.get(following.replace("mode=direct", wrong))
        assert answer.status_code == 400
        assert answer.json["errors"][0]["parameter"] == "cursor"


def test_a_cursor_goes_on_with_another_limit(client: FlaskClient) -> None:
    following = get(client, "/claims?limit=2")["next"]
    assert len(get(client, following.replace("limit=2", "limit=5"))["items"]) == 5


def test_an_altered_cursor_is_refused(client: FlaskClient) -> None:
    following = get(client, "/claims?limit=2")["next"]
    path, _, cursor = following.rpartition("cursor=")
    for at in range(0, len(cursor), 5):
        altered = cursor[:at] + ("A" if cursor[at] != "A" else "B") + cursor[at + 1 :]
        assert client.get(f"{path}cursor={altered}").status_code == 400, altered


def test_commas_mean_or_and_not_negates(client: FlaskClient) -> None:
    def total(query: str) -> int:
        return int(get(client, f"/claims?limit=1&{query}")["total"])

    direct, indirect = total("mode=direct"), total("mode=indirect")
    assert total("mode=direct,indirect") == direct + indirect == 50
    assert total("not_mode=direct") == indirect


def test_outlets_are_named_in_any_spelling(client: FlaskClient) -> None:
    plain = get(client, f"/articles?outlet={quote('صحيفة المرفأ')}")["total"]
    folded = get(client, f"/articles?outlet={quote('صحيفه المرفا')}")["total"]
    assert plain == folded == 13
    assert get(client, f"/articles?not_outlet={quote('صحيفة المرفأ')}")["total"] == 12


def test_a_filter_takes_an_id_or_a_name(client: FlaskClient) -> None:
    by_name = get(client, f"/claims?speaker={quote('سامر الزهورى')}")
    resolved = by_name["resolved"][0]
    assert resolved["parameter"] == "speaker"
    assert resolved["name"] == "سامر الزهوري"
    by_id = get(client, f"/claims?speaker={resolved['id']}")
    assert by_id["total"] == by_name["total"] == 25
    assert "resolved" not in by_id


def test_a_name_of_nobody_gives_an_empty_collection(client: FlaskClient) -> None:
    page = get(client, f"/claims?speaker={quote('لا أحد بهذا الاسم')}")
    assert (page["items"], page["total"], page["next"]) == ([], 0, None)
    assert page["resolved"][0]["id"] is None


def test_figures_and_days_are_filters(client: FlaskClient) -> None:
    assert get(client, "/claims?figure_min=42000000")["total"] == 8
    assert get(client, f"/claims?figure_max=40000000&figure_of={quote('دينار')}")["total"] == 9
    assert get(client, "/articles?published_from=2024-03-03&published_to=2024-03-04")["total"] == 2
    assert get(client, "/claims?said_from=2024-02-29&said_to=2024-02-29")["total"] == 25
    assert get(client, "/claims?anonymous=true")["total"] == 25


def test_fields_keep_only_what_is_named(client: FlaskClient) -> None:
    items = get(client, "/claims?fields=text,speakers.name&limit=3")["items"]
    assert all(set(item) == {"id", "text", "speakers"} for item in items)
    assert all(set(speaker) == {"name"} for item in items for speaker in item["speakers"])


def test_bodies_come_only_when_asked_for(client: FlaskClient) -> None:
    assert "body" not in get(client, "/articles?limit=1")["items"][0]
    assert "سامر" in get(client, "/articles?limit=1&fields=body")["items"][0]["body"]


@pytest.mark.parametrize("words", ["الجسر", "وبالجسر", "جِسر", "الافتتاح رقم 7", "الإفتتاح"])
def test_search_finds_any_spelling_and_shows_where(client: FlaskClient, words: str) -> None:
    page = get(client, f"/articles?q={quote(words)}&fields=title,body&limit=100")
    assert page["total"] >= 1
    for item in page["items"]:
        assert item["highlights"]
        for mark in item["highlights"]:
            assert item[mark["field"]][mark["start"] : mark["end"]] == mark["text"]


def test_search_leaves_the_body_out_all_the_same(client: FlaskClient) -> None:
    assert "body" not in get(client, f"/articles?q={quote('الجسر')}")["items"][0]


def test_highlights_of_claims_are_spans_of_the_article(client: FlaskClient) -> None:
    claim = get(client, f"/claims?q={quote('تأخير')}&limit=1")["items"][0]
    body = get(client, f"/articles/{claim['article_id']}")["body"]
    assert all(body[mark["start"] : mark["end"]] == mark["text"] for mark in claim["highlights"])


def test_selectors_show_what_stands_around(client: FlaskClient) -> None:
    claim = get(client, "/claims?selectors=true&limit=1&mode=direct")["items"][0]
    body = get(client, f"/articles/{claim['article_id']}")["body"]
    span = claim["spans"][0]
    assert span["prefix"] + span["text"] + span["suffix"] in body
    assert span["prefix"] == body[max(0, span["start"] - 32) : span["start"]]


def test_a_search_of_marks_alone_finds_nothing(client: FlaskClient) -> None:
    assert client.get("/claims", query_string={"q": "،"}).json == {"items": [], "next": None, "total": 0}


def test_values_may_be_given_one_by_one(client: FlaskClient) -> None:
    one, other = (
        client.get("/claims?mode=direct,indirect&limit=1"),
        client.get("/claims?mode=direct&mode=indirect&limit=1"),
    )
    assert one.json["items"] == other.json["items"]
    assert one.json["total"] == client.get(other.json["next"]).json["total"]
    assert client.get("/claims?limit=1&limit=2").status_code == 400
