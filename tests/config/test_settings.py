"""Settings come from the environment, once, checked."""

import logging

import orjson
import pytest

from config.logging import JsonFormatter, TextFormatter
from config.settings import Settings, SettingsError, list_settings, load_settings


def test_defaults_need_no_variable() -> None:
    assert load_settings({}) == Settings()


def test_variables_are_read_by_their_kind() -> None:
    settings = load_settings({"PORT": "9000", "LOG_REQUESTS": "no", "CORS_ORIGINS": "a, b", "REDIS_URL": "redis://x"})
    assert (settings.port, settings.log_requests, settings.cors_origins) == (9000, False, ("a", "b"))
    assert settings.redis_url == "redis://x"


def test_an_empty_variable_is_none() -> None:
    assert load_settings({"REDIS_URL": "  ", "PORT": ""}) == Settings()


@pytest.mark.parametrize(("name", "value"), [("PORT", "eight"), ("WORKERS", "0"), ("LOG_REQUESTS", "perhaps")])
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}='{value}'"):
        load_settings({name: value})


def test_every_setting_is_explained() -> None:
    listed = list_settings()
    assert len({variable for variable, _, _ in listed}) == len(listed)
    assert all(meaning for _, _, meaning in listed)


def record(name: str, args: object = ()) -> logging.LogRecord:
    made = logging.LogRecord(name, logging.INFO, __file__, 1, "said %(m)s" if args else "said", None, None)
    made.args = args  # type: ignore[assignment]
    return made


def test_json_lines_hold_extra_fields() -> None:
    made = record("service")
    made.reason = "سبب"
    line = orjson.loads(JsonFormatter().format(made))
    assert (line["message"], line["reason"], line["level"]) == ("said", "سبب", "info")


def test_requests_are_logged_by_their_fields() -> None:
    atoms = {"m": "GET", "U": "/claims", "q": "a=1", "s": "200", "B": 10, "M": 3, "{x-request-id}o": "r1"}
    line = orjson.loads(JsonFormatter().format(record("gunicorn.access", atoms)))
    assert (line["method"], line["path"], line["status"], line["request_id"]) == ("GET", "/claims", "200", "r1")


def test_text_lines_are_for_people() -> None:
    assert "INFO service said" in TextFormatter().format(record("service"))
