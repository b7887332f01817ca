"""Problems: every refusal is application/problem+json and says what to do."""

import pytest
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app


@pytest.mark.parametrize(
    ("path", "parameter", "nearest"),
    [
        ("/claims?limt=3", "limt", "limit"),
        ("/claims?speker=x", "speker", "speaker"),
        ("/claims?mode=direkt", "mode", "direct"),
        ("/claims?not_mode=direkt", "not_mode", "direct"),
        ("/claims?sort=-publishd_on", "sort", "-published_on"),
        ("/articles?fields=titel", "fields", "title"),
        ("/articles?fields=outlet.nam", "fields", "outlet.name"),
        ("/entities?type=persn", "type", "person"),
        ("/claims?limit=0", "limit", ""),
        ("/claims?limit=101", "limit", "100"),
        ("/claims?limit=many", "limit", ""),
        ("/claims?limit=1&limit=2", "limit", ""),
        ("/claims?published_from=2024-13-01", "published_from", "YYYY-MM-DD"),
        ("/claims?published_from=2024-3-1", "published_from", "YYYY-MM-DD"),
        ("/claims?anonymous=yes", "anonymous", "true"),
        ("/claims?figure_min=nan", "figure_min", ""),
        ("/claims?mode=direct,,", "mode", "empty"),
        ("/claims?q=a%00b", "q", "control"),
        ("/claims?cursor=zzz", "cursor", ""),
        ("/articles?cursor=%C3%A9", "cursor", ""),
        ("/claims/groups?speaker=x&oops=1", "oops", ""),
        ("/stats?by=dya", "by", "day"),
    ],
)
def test_a_wrong_parameter_is_named(client: FlaskClient, path: str, parameter: str, nearest: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    fault = answer.json["errors"][0]
    assert fault["parameter"] == parameter
    assert nearest in fault["message"]


def test_every_wrong_parameter_is_named(client: FlaskClient) -> None:
    faults = client.get("/claims?limt=3&mod=direct").json["errors"]
    assert {fault["parameter"] for fault in faults} == {"limt", "mod"}


@pytest.mark.parametrize("path", ["/nowhere", "/articles/a0123456789abcdef", "/articles/x", "/claims/groups/g1",
                                  "/entities/e0123456789abcdef/claims", "/articles/a0123456789abcdef/page",
                                  "/jobs/1", "/articles/%00", "/claims/c0123456789abcdef"])  # fmt: skip
def test_what_is_not_there_is_a_problem(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert set(answer.json) >= {"type", "title", "status", "detail", "instance", "errors"}
    assert answer.json["status"] == 404


def test_a_wrong_method_is_told_the_right_ones(client: FlaskClient) -> None:
    answer = client.put("/claims")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("ask", [{"headers": {"Accept": "image/png"}}, {"query_string": "format=xml"}])
def test_an_unknown_form_is_refused_with_those_offered(client: FlaskClient, ask: dict[str, str]) -> None:
    answer = client.get("/claims", **ask)
    assert answer.status_code in (400, 406)
    assert "ndjson" in answer.text


def test_a_bug_is_a_problem_without_its_trace(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("service.store.reading.Reader.list_documents", broken)
    answer = client.get("/claims?limit=97")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.mimetype == "application/problem+json"


def test_a_store_that_is_down_is_503_with_retry_after() -> None:
    client = create_app(Settings(database_url="postgresql://127.0.0.1:1/none")).test_client()
    for path in ("/claims", "/readyz", "/articles/a0123456789abcdef"):
        answer = client.get(path)
        assert answer.status_code == 503, path
        assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/healthz").status_code == 200
