"""What the contract says of operations: health, readiness, metrics, figures of the whole, the index, the document."""

import httpx


def test_alive_and_ready(api: httpx.Client) -> None:
    assert api.get("/healthz").json() == {"status": "ok"}
    ready = api.get("/readyz").json()
    assert (ready["status"], ready["store"]) == ("ready", "ok")
    assert ready["cache"] in {"ok", "degraded"}


def test_metrics_are_those_of_the_whole_service(api: httpx.Client) -> None:
    for _ in range(5):
        api.get("/claims?limit=2")
    text = api.get("/metrics").text
    for name in (
        'isnad_request_seconds_bucket{le="0.001",method="GET",route="/claims",status="200"}',
        'isnad_cache_total{layer="front",outcome="hit"}', "isnad_cache_degraded", "isnad_corpus_version",
        "isnad_corpus_changed_timestamp_seconds", 'isnad_corpus_records{collection="claims"}',
    ):  # fmt: skip
        assert name in text, name


def test_figures_of_the_whole(api: httpx.Client) -> None:
    stats = api.get("/stats").json()
    assert {"corpus_version", "counts", "outlets", "days"} <= stats.keys()
    for name, path in (("articles", "/articles"), ("claims", "/claims"), ("entities", "/entities"),
                       ("groups", "/claims/groups")):  # fmt: skip
        assert stats["counts"][name] == api.get(path).json()["total"]
    assert "series" not in stats
    for by, name in (("day", "day"), ("outlet", "name"), ("speaker", "name")):
        series = api.get(f"/stats?by={by}").json()["series"]
        assert series
        assert all(name in point and "claims" in point for point in series)
    assert api.get("/stats?by=week").status_code == 400


def test_the_root_is_an_index_for_programs_and_the_explorer_for_browsers(api: httpx.Client) -> None:
    links = api.get("/").json()["links"]
    for name, path in links.items():
        expected = 405 if name == "analyze" else 200
        assert api.get(path).status_code == expected, name
    page = api.get("/", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["Content-Type"].startswith("text/html")


def test_the_document_and_its_page(api: httpx.Client) -> None:
    document = api.get("/openapi.json")
    assert document.json()["openapi"] == "3.1.0"
    assert "\\u06" not in document.text
    page = api.get("/docs")
    assert "http:" not in page.text
    assert "https:" not in page.text
