"""Words as search compares them: folded, without what is attached in front; and where a text holds them."""

from collections.abc import Iterable, Iterator

from service.core.arabic.clitics import strip_attached
from service.core.arabic.tokens import tokenize


def search_terms(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text as the index keeps them, each once, in order."""
    return tuple(dict.fromkeys(strip_attached(t.folded) for t in tokenize(text) if t.kind != "mark" and t.folded))


def find_terms(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word of a text that is one of the terms."""
    wanted = set(terms)
    for token in tokenize(text):
        if token.kind != "mark" and strip_attached(token.folded) in wanted:
            yield token.start, token.end
