"""Groups over HTTP: filters, sorts, differences, conflicts, and ids that stay or lead on as pages come in."""

from typing import Any

import pytest
from flask.testing import FlaskClient

SAID = "وقال وزير النقل سامر الزهوري إن ميناء الريحان سيغلق أرصفته أمام البواخر الأجنبية مطلع الأسبوع المقبل"
TOLL = "أعلن مدير الدفاع المدني نبيل الشهابي أن انهيار جسر الرمان وسط مدينة الريحان أودى بحياة {} شخصا."


def send(client: FlaskClient, body: str, outlet: str, day: str) -> None:
    article = {"title": f"خبر {outlet} {day}", "body": body, "outlet": outlet, "published_on": day}
    assert client.post("/articles", json=article).status_code == 201


def items(client: FlaskClient, query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/claims/groups?{query}")
    assert answer.status_code == 200, answer.json
    found: list[dict[str, Any]] = answer.json["items"]
    return found


@pytest.fixture
def told(fresh_client: FlaskClient) -> FlaskClient:
    send(fresh_client, f"{SAID}.", "صحيفة المرفأ", "2024-03-02")
    send(fresh_client, f"{SAID} بسبب الصيانة.", "صحيفة السهل", "2024-03-03")
    send(fresh_client, TOLL.format(12), "صحيفة المرفأ", "2024-03-05")
    send(fresh_client, TOLL.format(19), "إذاعة الوادي", "2024-03-05")
    return fresh_client


def test_filters_keep_what_they_name(told: FlaskClient) -> None:
    (group,) = items(told, "outlets_min=2")
    assert (group["claims"], group["outlets"]) == (2, 2)
    assert items(told, "outlets_min=3") == []
    assert {one["id"] for one in items(told, "origins_min=1")} >= {group["id"]}
    assert {one["id"] for one in items(told, "speaker=سامر الزهوري")} == {group["id"]}
    assert {one["id"] for one in items(told, "q=البواخر")} == {group["id"]}
    assert group["id"] in {one["id"] for one in items(told, "conflicting=false")}


def test_a_clash_of_figures_is_told_on_both_groups(told: FlaskClient) -> None:
    groups = items(told, "conflicting=true")
    assert len(groups) == 2
    for group in groups:
        (conflict,) = [one for one in group["conflicts"] if one["comparable"]]
        assert (conflict["kind"], sorted(conflict["values"]), conflict["of"]) == ("figure", [12, 19], "شخصا")
        assert conflict["group_id"] in {one["id"] for one in groups} - {group["id"]}
        assert "same day" in conflict["why"]


@pytest.mark.parametrize(("name", "field"), [("outlets", "outlets"), ("origins", "independent_origins"),
                                             ("first_seen", "first_seen")])  # fmt: skip
def test_sorts_go_both_ways(told: FlaskClient, name: str, field: str) -> None:
    rising = [group[field] for group in items(told, f"sort={name}")]
    assert rising == sorted(rising)
    falling = [group[field] for group in items(told, f"sort=-{name}")]
    assert falling == sorted(falling, reverse=True)


def test_members_say_why_and_differences_what(told: FlaskClient) -> None:
    (group,) = items(told, "outlets_min=2")
    scores = [member["similarity"]["score"] for member in group["members"]]
    assert all(0 < score <= 1 for score in scores)
    assert all(member["similarity"]["evidence"] for member in group["members"])
    (difference,) = group["differences"]
    assert ["-", "بسبب الصيانة"] in difference["diff"]


def test_differences_tell_who_quotes_what_others_paraphrase_and_who_doubts(told: FlaskClient) -> None:
    words = SAID.split(" إن ", 1)[1]
    send(told, f'وقال وزير النقل سامر الزهوري: "{words}".', "إذاعة الوادي", "2024-03-03")
    send(told, SAID.replace("وقال", "وزعم").replace(" إن ", " أن ") + ".", "شبكة السواحل", "2024-03-03")
    (group,) = items(told, "outlets_min=4")
    outlets = {member["claim_id"]: member["outlet"] for member in group["members"]}
    switches = {outlets[one["claim_id"]]: (one["mode"], one["cue_class"]) for one in group["differences"]}
    assert switches["إذاعة الوادي"] == (["indirect", "direct"], None)
    assert switches["شبكة السواحل"] == (None, ["neutral", "doubt"])
    assert switches["صحيفة المرفأ"] == (None, None)


def test_an_id_stays_when_a_later_member_joins_and_leads_on_when_an_earlier_does(told: FlaskClient) -> None:
    (group,) = items(told, "outlets_min=2")
    send(told, f"{SAID} لأسبوعين.", "إذاعة الوادي", "2024-03-04")
    (joined,) = items(told, "outlets_min=3")
    assert joined["id"] == group["id"]
    send(told, f"{SAID} لشهر.", "شبكة السواحل", "2024-03-01")
    (renamed,) = items(told, "outlets_min=4")
    assert renamed["id"] != group["id"]
    answer = told.get(f"/claims/groups/{group['id']}")
    assert answer.status_code == 308
    assert answer.headers["Location"].endswith(renamed["id"])


def test_series_count_claims_by_day_outlet_and_speaker(told: FlaskClient) -> None:
    days = told.get("/stats?by=day").json["series"]
    assert [row["day"] for row in days] == ["2024-03-02", "2024-03-03", "2024-03-05"]
    outlets = {row["name"]: row["articles"] for row in told.get("/stats?by=outlet").json["series"]}
    assert outlets["صحيفة المرفأ"] == 2
    speakers = {row["name"]: row["claims"] for row in told.get("/stats?by=speaker").json["series"]}
    assert speakers["سامر الزهوري"] == 2
