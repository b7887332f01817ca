"""Isnad: who said what, through whom, in Arabic news."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

__version__ = "0.1.0"


def create_app() -> "Flask":
    """Return the application that `flask --app service` runs; a wrong lexicon or authority file ends it in one line."""
    from service.app import create_app as assemble  # noqa: PLC0415  the core is imported without a framework
    from service.core.errors import LexiconError  # noqa: PLC0415

    try:
        return assemble()
    except LexiconError as wrong:
        raise SystemExit(str(wrong)) from wrong
