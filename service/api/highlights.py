"""Shows where a document holds the words searched for: spans cut from the original text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from service.core.arabic.searching import find_terms

_MOST = 20  # a document


def find_highlights(document: dict[str, Any], terms: Sequence[str]) -> list[dict[str, Any]]:
    """Return spans of the words that a served article, claim, entity or group shares with a search."""
    found = (span for part in _texts(document) for span in _mark(part, terms))
    return [span for span, _ in zip(found, range(_MOST), strict=False)]


def _texts(document: dict[str, Any]) -> Iterable[tuple[str, int, str]]:
    """Yield (field, offset of the text in that field, text)."""
    if "spans" in document:
        return [(span["field"], span["start"], span["text"]) for span in document["spans"]]
    return [(name, 0, document[name]) for name in ("title", "body", "name", "text") if document.get(name)]


def _mark(part: tuple[str, int, str], terms: Sequence[str]) -> Iterator[dict[str, Any]]:
    name, offset, text = part
    for start, end in find_terms(text, terms):
        yield {"field": name, "start": offset + start, "end": offset + end, "text": text[start:end]}
