"""Logging: one line an event on standard error, as text or as JSON."""

import logging
import logging.config
from datetime import UTC, datetime
from typing import Any

import orjson

_ATOMS = {"method": "m", "path": "U", "query": "q", "status": "s", "bytes": "B", "ms": "M", "address": "h",
          "request_id": "{x-request-id}o"}  # fmt: skip
_OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object with its extra fields beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of JSON."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= _request_fields(record)
        line |= {name: value for name, value in record.__dict__.items() if name not in _OWN}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def _request_fields(record: logging.LogRecord) -> dict[str, Any]:
    """Return what gunicorn tells of a request, by name: its log line is made from a mapping of atoms."""
    if record.name != "gunicorn.access" or not isinstance(record.args, dict):
        return {}
    return {name: record.args.get(atom) for name, atom in _ATOMS.items()}


class TextFormatter(logging.Formatter):
    """Writes a record as one line for people, its extra fields as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of text."""
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        extra = " ".join(f"{name}={value}" for name, value in record.__dict__.items() if name not in _OWN)
        line = " ".join(filter(None, (at, record.levelname, record.name, record.getMessage(), extra)))
        return line + ("\n" + self.formatException(record.exc_info) if record.exc_info else "")


def logging_config(log_format: str, level: str) -> dict[str, Any]:
    """Return a dictConfig that sends everything to standard error in one format."""
    formatter = "config.logging.JsonFormatter" if log_format == "json" else "config.logging.TextFormatter"
    quiet = {"handlers": ["stderr"], "propagate": False, "level": level}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {"gunicorn.error": quiet, "gunicorn.access": quiet},
    }


def configure_logging(log_format: str, level: str) -> None:
    """Set up logging for a process that is not started by gunicorn."""
    logging.config.dictConfig(logging_config(log_format, level))
