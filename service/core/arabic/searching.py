"""Words as search compares them: folded, without what is attached in front; and where a text holds them."""

from collections.abc import Iterable, Iterator

from service.core.arabic.clitics import strip_attached
from service.core.arabic.letters import fold_word
from service.core.arabic.remembering import remember
from service.core.arabic.tokens import split_words, tokenize


def search_terms(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text as the index keeps them, each once, in order."""
    return tuple(dict.fromkeys(filter(None, map(search_term, split_words(text)))))


@remember(1 << 15)
def search_term(word: str) -> str:
    """Return a word as the index keeps it; nothing of one that is only marks."""
    return strip_attached(fold_word(word))


def find_terms(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word of a text that is one of the terms."""
    wanted = set(terms)
    for token in tokenize(text):
        if token.kind != "mark" and strip_attached(token.folded) in wanted:
            yield token.start, token.end
