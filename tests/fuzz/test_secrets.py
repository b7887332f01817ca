"""No key and no password stands in a log, an error or an answer."""

import logging
from pathlib import Path

import pytest

from config.settings import Settings
from service.app import create_app
from service.store.engine import open_engine
from service.store.keys import add_key
from tests.api.invented import write_invented


def test_a_key_is_told_to_nobody(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    write_invented(database_url, [])
    key = add_key(open_engine(database_url), "press")
    client = create_app(Settings(database_url=database_url)).test_client()
    answers = []
    with caplog.at_level(logging.DEBUG):
        for sent in (key, key + "x", f"{key} {key}", "x" * 100_000):
            for path in ("/articles", "/analyze", "/nowhere", "/claims"):
                headers = {"Authorization": f"Bearer {sent}", "Content-Type": "application/json"}
                answers.append(client.post(path, data=b"{", headers=headers))
    assert key not in caplog.text
    assert all(key not in answer.text and key not in str(answer.headers) for answer in answers)


def test_a_password_is_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    url = "postgresql://isnad:s3cret-word@127.0.0.1:1/isnad"
    client = create_app(Settings(database_url=url)).test_client()
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/claims")
    assert answer.status_code == 503
    assert "the store does not answer" in caplog.text
    for told in (caplog.text, answer.text, str(answer.headers)):
        assert "s3cret-word" not in told


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8000", 201), ("127.0.0.1:8000", 201), ("[::1]:8000", 201), ("evil.example:8000", 403), ("[", 403)],
)
def test_a_site_whose_name_points_here_may_not_write(tmp_path: Path, host: str, status: int) -> None:
    client = create_app(Settings(database_url=f"sqlite:///{tmp_path}/isnad.sqlite")).test_client()
    text = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."
    headers = {"Host": host, "Origin": f"http://{host}", "Content-Type": "text/plain"}
    assert client.post("/articles", data=text.encode(), headers=headers).status_code in {
        status,
        400 if status == 403 else 0,
    }
