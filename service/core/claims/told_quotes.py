"""Reads a quotation behind a colon that no verb of saying opens: "لخصت أم نادر حكاية البلدة: «…»"."""

from collections.abc import Iterator

from service.core.claims.contents import Content
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.statement import Statement

_OF_SCRIPTURE = ("تعالي", "وجل", "وسلم", "سبحانه", "الايه", "الكريمه")
_SHORTEST = 5  # tokens from mark to mark; less is a name or a title


def read_told_quote(passage: Passage, start: int, end: int) -> Iterator[Statement]:
    """Yield the statement of the one person whom a sentence names before a colon and the quotation that ends it."""
    colon = next((k for k in range(start + 1, end) if passage.word(k) == ":" and k + 1 in passage.quotes), None)
    if colon is None or passage.quotes[colon + 1].closing - colon < _SHORTEST:
        return
    if passage.word(colon - 1) in _OF_SCRIPTURE or any(
        passage.is_word(k) for k in range(passage.behind_quote(colon + 1), end)
    ):
        return
    names = [passage.names[k] for k in range(start, colon) if k in passage.names]
    persons = [name for name in names if name.type == "person"]
    if len({name.entity for name in persons}) == 1 and not persons[0].attached:
        speaker = NounPhrase(persons[0].start, persons[0].end, persons[0].end)
        content = Content(((colon + 1, end),), None)
        yield Statement(passage, (colon, colon + 1), None, "colon", content, speaker)
