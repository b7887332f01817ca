"""Keys: once one is made, writing needs it; it is kept hashed, and worthless once revoked."""

from pathlib import Path

import pytest
from flask import Flask

from config.settings import Settings
from service.app import create_app
from service.store.engine import open_engine
from service.store.keys import add_key, list_keys, revoke_key
from tests.api.invented import write_invented

TEXT = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."


@pytest.fixture
def app(database_url: str) -> Flask:
    write_invented(database_url, [])
    return create_app(Settings(database_url=database_url, fresh_seconds=0))


def post(app: Flask, key: str | None, address: str = "192.0.2.7") -> int:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    sent = {"data": TEXT.encode(), "content_type": "text/plain", "environ_base": {"REMOTE_ADDR": address}}
    return app.test_client().post("/articles", headers=headers, **sent).status_code


def test_a_key_opens_writing_from_anywhere(app: Flask, database_url: str) -> None:
    assert post(app, None) == 403
    key = add_key(open_engine(database_url), "press")
    assert post(app, key) == 201
    assert post(app, None, "127.0.0.1") == 401
    assert post(app, key + "x") == 401


def test_a_revoked_key_opens_nothing(app: Flask, database_url: str) -> None:
    engine = open_engine(database_url)
    key = add_key(engine, "press")
    add_key(engine, "other")
    assert revoke_key(engine, "press")
    assert not revoke_key(engine, "press")
    assert post(app, key) == 401
    assert [info.name for info in list_keys(engine)] == ["other"]


def test_a_name_is_given_once(app: Flask, database_url: str) -> None:
    engine = open_engine(database_url)
    add_key(engine, "press")
    with pytest.raises(ValueError, match="press"):
        add_key(engine, "press")


def test_guessing_is_limited(app: Flask, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.extensions["isnad"].wrong_keys, "_clock", lambda: 90.0)  # no new minute meanwhile
    key = add_key(open_engine(database_url), "press")
    statuses = [post(app, "wrong", "192.0.2.9") for _ in range(25)]
    assert statuses[:20] == [401] * 20
    assert set(statuses[21:]) == {429}
    assert post(app, key, "192.0.2.9") == 201


def test_a_key_is_kept_hashed(tmp_path: Path) -> None:
    path = tmp_path / "isnad.sqlite"
    write_invented(f"sqlite:///{path}", [])
    engine = open_engine(f"sqlite:///{path}")
    key = add_key(engine, "press")
    engine.dispose()
    assert all(key.encode() not in file.read_bytes() for file in tmp_path.iterdir())


def test_the_commands(app: Flask) -> None:
    run = app.test_cli_runner().invoke
    key = run(args=["keys", "add", "press"]).output.strip()
    assert key.startswith("isnad_")
    assert run(args=["keys", "add", "press"]).exit_code == 1
    listed = run(args=["keys", "list"]).output
    assert "press" in listed
    assert key not in listed
    assert post(app, key) == 201
    assert run(args=["keys", "revoke", "press"]).exit_code == 0
    assert run(args=["keys", "revoke", "press"]).exit_code == 1
