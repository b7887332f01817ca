"""Pages of other sites, and proxies in front: both only as far as the settings say."""

import pytest

from config.settings import Settings
from service.app import create_app

ORIGIN = {"Origin": "https://desk.example"}


def test_no_other_site_may_read_unless_told(corpus_url: str) -> None:
    client = create_app(Settings(database_url=corpus_url)).test_client()
    assert "Access-Control-Allow-Origin" not in client.get("/claims", headers=ORIGIN).headers


@pytest.mark.parametrize(("allowed", "told"), [("*", "*"), ("https://desk.example", "https://desk.example")])
def test_a_named_site_may_read(corpus_url: str, allowed: str, told: str) -> None:
    client = create_app(Settings(database_url=corpus_url, cors_origins=(allowed,))).test_client()
    client.get("/claims")
    for _ in range(2):
        assert client.get("/claims", headers=ORIGIN).headers["Access-Control-Allow-Origin"] == told
    before = client.options("/claims", headers={**ORIGIN, "Access-Control-Request-Method": "GET"})
    assert before.status_code == 200
    assert "GET" in before.headers["Access-Control-Allow-Methods"]


def test_another_site_may_not(corpus_url: str) -> None:
    client = create_app(Settings(database_url=corpus_url, cors_origins=("https://desk.example",))).test_client()
    answer = client.get("/claims", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Origin" in answer.headers["Vary"]


@pytest.mark.parametrize(("proxies", "statuses"), [(0, [200, 429]), (1, [200, 200])])
def test_a_proxy_is_believed_only_if_it_is_trusted(corpus_url: str, proxies: int, statuses: list[int]) -> None:
    client = create_app(Settings(database_url=corpus_url, rate_limit=1, trusted_proxies=proxies)).test_client()
    asked = [client.get(f"/claims?limit={n}", headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in (1, 2)]
    assert [answer.status_code for answer in asked] == statuses
