"""Finds the names of a text with all that the lexicon knows."""

from functools import lru_cache

from service.core.arabic.texts import read_texts
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.mentions import find_mentions
from service.lexicon.recognition import load_recognition_knowledge


@lru_cache(maxsize=1)
def knowledge() -> RecognitionKnowledge:
    """Return the knowledge that the service loads."""
    return load_recognition_knowledge()


def found(body: str, title: str | None = None, outlet: str | None = None) -> list[tuple[str, str]]:
    """Return the names of a text with their types."""
    texts = read_texts(title, body)
    mentions = find_mentions(texts, knowledge(), outlet)
    by_field = {text.field: text.text for text in texts}
    assert all(by_field[m.span.field][m.span.start : m.span.end] == m.span.text for m in mentions)
    return [(m.span.text, m.type) for m in mentions]
