"""Access: how keys are compared, where they are looked for, what every answer says to browsers, how containers run."""

import hmac
from pathlib import Path

import pytest
import yaml
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from service.store.engine import open_engine
from service.store.keys import KeyRing, add_key
from tests.fuzz.shapes import SENTENCE
from tests.running import ROOT, take_in_samples


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """Return a client over the sample corpus in a database of its own."""
    url = f"sqlite:///{tmp_path}/isnad.sqlite"
    take_in_samples(url)
    return create_app(Settings(database_url=url, fresh_seconds=0)).test_client()


def test_a_key_is_compared_with_all_in_constant_time(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, compared = open_engine(database_url), []
    keys = [add_key(engine, f"press {n}") for n in range(3)]
    compare = hmac.compare_digest
    monkeypatch.setattr(hmac, "compare_digest", lambda a, b: compared.append((len(a), len(b))) or compare(a, b))
    ring = KeyRing(engine)
    for key, opens in ((keys[0], True), (keys[2], True), (keys[1][:-1], False), ("", False)):
        compared.clear()
        assert ring.opens(key) is opens
        assert compared == [(64, 64)] * 3  # digests, all of them, wherever the right one stands


@pytest.mark.parametrize("name", ["key", "api_key", "token", "access_token", "authorization"])
def test_a_key_in_a_url_or_a_cookie_opens_nothing(client: FlaskClient, name: str) -> None:
    key = add_key(client.application.extensions["isnad"].keys._engine, "press")
    sent = {"data": SENTENCE.encode(), "content_type": "text/plain"}
    assert client.post(f"/articles?{name}={key}", **sent).status_code in {400, 401}
    assert client.post("/articles", headers={"Cookie": f"{name}={key}", "X-Api-Key": key}, **sent).status_code == 401
    assert client.post("/articles", headers={"Authorization": f"Bearer {key}"}, **sent).status_code == 201


def test_every_answer_is_careful_with_browsers(client: FlaskClient) -> None:
    article = client.get("/articles?limit=1").get_json()["items"][0]["id"]
    paths = ("/", "/articles", "/claims?format=csv", "/claims?format=jsonld", "/stats", "/healthz", "/metrics",
             "/docs", "/openapi.json", f"/articles/{article}", f"/articles/{article}/page", "/nothing", "/claims?x=1",
             "/explore", f"/explore/articles/{article}")  # fmt: skip
    for path in paths:
        for accept in ("application/json", "text/html", "*/*"):
            answer = client.get(path, headers={"Accept": accept}, buffered=True)
            assert answer.headers["X-Content-Type-Options"] == "nosniff", path
            assert "Set-Cookie" not in answer.headers
            assert "Access-Control-Allow-Origin" not in answer.headers
            if answer.mimetype == "text/html":
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy, path
                assert "frame-ancestors 'none'" in policy, path
                assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", ""), path  # of /docs
                assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_page_as_it_came_is_no_page_of_ours(client: FlaskClient) -> None:
    html = f"<html><body><article><h1>خبر</h1><p>{SENTENCE * 3}</p><script>isnad(1)</script></article></body></html>"
    key = client.post("/articles", data=html.encode(), content_type="text/html").get_json()["id"]
    page = client.get(f"/articles/{key}/page", headers={"Accept": "text/html"})
    assert page.mimetype != "text/html" or "sandbox" in page.headers["Content-Security-Policy"]


def test_containers_have_no_rights() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    users = [line.split()[1] for line in dockerfile if line.startswith("USER ")]
    assert users == ["10001:10001"]
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert {"service", "worker", "ingest"} <= services.keys()
    for name, service in services.items():
        if "build" in service:
            assert service["read_only"] is True, name
            assert service["cap_drop"] == ["ALL"], name
            assert service["security_opt"] == ["no-new-privileges:true"], name
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ())), name
        assert not service.get("privileged"), name
