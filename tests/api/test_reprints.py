"""Articles that print one text name one group, and each leads to the others."""

from flask.testing import FlaskClient

_STORY = (
    "أعلنت هيئة ميناء الريحان صباح اليوم استئناف العمل على الأرصفة السبعة بعد توقف دام أسبوعا كاملا.",
    "وقال مدير الميناء سالم الحمداوي إن السفن المتأخرة ستدخل تباعا ابتداء من مساء الغد وإن الأولوية لسفن القمح.",
    "وأضاف أن العمال عادوا إلى مواقعهم بعد اتفاق يقضي بصرف المتأخرات على دفعتين قبل نهاية الشهر المقبل.",
    "وكان العمال قد بدأوا الإضراب احتجاجا على تأخر الأجور شهرين متتاليين رغم وعود متكررة من إدارة الميناء.",
)
_OTHER = "وصلت إلى مدينة السواقي أمس قافلة من الشاحنات محملة بالدقيق والوقود قادمة من المناطق الجبلية في شمال البلاد."


def test_reprints_lead_to_one_another(fresh_client: FlaskClient) -> None:
    first = _post(fresh_client, "صحيفة المرفأ", "2023-03-02", _STORY)
    second = _post(fresh_client, "إذاعة السواحل", "2023-03-03", [line.replace("إن ", "ان ") for line in _STORY[:3]])
    alone = _post(fresh_client, "شبكة الجبل", "2023-03-03", [_OTHER, _STORY[0]])
    groups = {key: fresh_client.get(f"/articles/{key}").get_json()["reprint_group"] for key in (first, second, alone)}
    assert groups[first] == groups[second]
    assert groups[first] is not None
    assert groups[alone] is None
    found = fresh_client.get(f"/articles?reprint_of={first}").get_json()
    assert [item["id"] for item in found["items"]] == [second]
    assert fresh_client.get(f"/articles?reprint_of={alone}").get_json()["total"] == 0


def test_a_reprint_that_goes_leaves_the_other_alone(fresh_client: FlaskClient) -> None:
    first = _post(fresh_client, "صحيفة المرفأ", "2023-03-02", _STORY)
    second = _post(fresh_client, "إذاعة السواحل", "2023-03-03", _STORY)
    fresh_client.delete(f"/articles/{first}")
    assert fresh_client.get(f"/articles/{second}").get_json()["reprint_group"] is None


def _post(client: FlaskClient, outlet: str, day: str, lines: list[str] | tuple[str, ...]) -> str:
    answer = client.post("/articles", json={"outlet": outlet, "published_on": day, "body": "\n".join(lines)})
    return str(answer.headers["Location"].rsplit("/", 1)[1])
