"""Finds data that comes inside packages whose code is not run."""

from importlib.util import find_spec
from pathlib import Path


def find_in_package(package: str, *parts: str) -> Path:
    """Return the path of a file of an installed package; FileNotFoundError, saying what to install, without it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{package} is not installed: pip install --no-deps -r training/requirements.txt")
    return Path(spec.submodule_search_locations[0], *parts)
