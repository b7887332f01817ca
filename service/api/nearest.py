"""Finds the valid name nearest to one that is not, for errors that help."""

import difflib
from collections.abc import Iterable


def find_nearest(given: str, valid: Iterable[str]) -> str | None:
    """Return the valid name most like the given one, None where none is like it."""
    names = sorted(valid)
    close = difflib.get_close_matches(given[:64].lower(), names, n=1, cutoff=0.5)
    starts = [name for name in names if given and (name.startswith(given) or given.startswith(name))]
    return next(iter([*close, *starts]), None)


def suggest(given: str, valid: Iterable[str]) -> str:
    """Return words that name the nearest valid name, or all of them where there are few and none is near."""
    names = sorted(valid)
    nearest = find_nearest(given, names)
    if nearest is not None:
        return f"Did you mean `{nearest}`?"
    return f"Valid: {', '.join(names)}." if names else ""
