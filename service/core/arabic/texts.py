"""An article's title and body, cut into sentences once for all steps that read them."""

from dataclasses import dataclass

from service.core.arabic.sentences import Sentence, split_sentences
from service.core.records import Field, Span


@dataclass(frozen=True, slots=True)
class FieldText:
    """One field of an article with its sentences; offsets count code points of that field."""

    field: Field
    text: str
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """Return code points start to end as a span."""
        return Span(self.field, start, end, self.text[start:end])


def read_texts(title: str | None, body: str) -> tuple[FieldText, ...]:
    """Return the fields that hold text, the title first."""
    fields: list[tuple[Field, str]] = [("title", title or ""), ("body", body)]
    return tuple(FieldText(name, text, tuple(split_sentences(text))) for name, text in fields if text)
