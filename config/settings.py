"""All settings of the service, each read once from an environment variable."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any


class SettingsError(ValueError):
    """A variable holds what it cannot mean; the message names it."""


def _setting(variable: str, default: Any, about: str, read: Callable[[str], Any] = str) -> Any:
    return field(default=default, metadata={"variable": variable, "about": about, "read": read})


def _flag(text: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return known[text.strip().lower()]


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _positive(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise ValueError(text)
    return number


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose; everything works with the defaults."""

    database_url: str = _setting(
        "DATABASE_URL", "sqlite:///var/isnad.sqlite", "the corpus: a SQLite file or a PostgreSQL database"
    )
    redis_url: str | None = _setting(
        "REDIS_URL", None, "Redis for answers and rate limits shared by all workers; without it each has its own"
    )
    broker_url: str | None = _setting(
        "BROKER_URL", None, "Redis that holds the pages `ingest --broker` hands to workers; not one that evicts keys"
    )
    broker_seconds: int = _setting(
        "BROKER_SECONDS", 120, "after how long without a word from a worker another one takes over its pages", _positive
    )
    host: str = _setting("HOST", "127.0.0.1", "the address to listen on")
    port: int = _setting("PORT", 8000, "the port to listen on", int)
    workers: int = _setting("WORKERS", 2, "serving processes", _positive)
    threads: int = _setting("THREADS", 4, "threads of each serving process", _positive)
    queue_seconds: float = _setting(
        "QUEUE_SECONDS", 5.0, "how long a request may wait for a thread before it is refused (503); 0: no limit", float
    )
    read_seconds: float = _setting(
        "READ_SECONDS", 30.0, "how long a client may take to send a request, body and all; 0: no limit", float
    )
    cache_bytes: int = _setting("CACHE_BYTES", 64_000_000, "memory for answers in each serving process", int)
    cache_seconds: int = _setting(
        "CACHE_SECONDS", 3600, "how long Redis keeps an answer that nobody asks for", _positive
    )
    fresh_seconds: float = _setting(
        "FRESH_SECONDS", 0.25, "how long a process trusts the corpus version it read: an ingest shows after it", float
    )
    max_page_bytes: int = _setting("MAX_PAGE_BYTES", 5_000_000, "the largest page taken in, in bytes", _positive)
    tagger: str = _setting(
        "TAGGER",
        "crf",
        "what labels names: `crf`, or `transformers:` and a model's path or name "
        "(needs `pip install torch transformers`)",
    )
    authority: str | None = _setting(
        "AUTHORITY", None, "a file of entities with ids of their own, a JSON object a line (see docs/authority.md)"
    )
    log_format: str = _setting("LOG_FORMAT", "text", "`text` or `json`, one line a request")
    log_level: str = _setting("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR", str.upper)
    log_requests: bool = _setting("LOG_REQUESTS", True, "whether each request is logged", _flag)
    rate_limit: int = _setting(
        "RATE_LIMIT", 0, "requests a minute from one address that are not answered from the cache; 0: no limit", int
    )
    cors_origins: tuple[str, ...] = _setting("CORS_ORIGINS", (), "origins whose pages may read, `*` for any", _names)
    trusted_proxies: int = _setting("TRUSTED_PROXIES", 0, "proxies in front whose X-Forwarded-* count", int)


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that environment variables give (the process's own unless told otherwise)."""
    given = os.environ if environment is None else environment
    values = {}
    for item in fields(Settings):
        text = given.get(item.metadata["variable"], "").strip()
        if text:
            values[item.name] = _read(item.metadata["variable"], text, item.metadata["read"])
    return Settings(**values)


def list_settings() -> tuple[tuple[str, str, str], ...]:
    """Return (variable, default, meaning) of every setting, as the README lists them."""
    return tuple((f.metadata["variable"], str(f.default), f.metadata["about"]) for f in fields(Settings))


def _read(variable: str, text: str, read: Callable[[str], Any]) -> Any:
    try:
        return read(text)
    except (ValueError, KeyError) as wrong:
        raise SettingsError(f"{variable}={text!r} is not a value it can have") from wrong
