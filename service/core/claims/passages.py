"""A paragraph as claim finding walks it: all its tokens, its quotations, and where its sentences end."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from service.core.arabic.quotes import Quote, pair_quotes
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.arabic.twins import TWINS, read_twin
from service.core.records import EntityType, PageEntity, Span

_LONGEST_PHRASE = 4
_CLOSING = ("»", "”", '"')


class Named(NamedTuple):
    """A name among the tokens: its range, its type, its entity's index, and whether a particle is written onto it."""

    start: int
    end: int
    type: EntityType
    entity: int
    attached: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens of one paragraph; quotes by opening token; sentences as token ranges that never cut a quotation;
    named: the tokens of persons' names, held: those of any name behind its first; twins: the words like particles that
    are names there (علي)."""

    source: FieldText
    tokens: tuple[Token, ...]
    quotes: dict[int, Quote]
    sentences: tuple[tuple[int, int], ...]
    names: dict[int, Named]
    name_ends: frozenset[int]
    openings: tuple[int, ...]
    named: frozenset[int]
    held: frozenset[int]
    words: tuple[str, ...]
    size: int
    twins: frozenset[str]

    def span(self, start: int, end: int) -> Span:
        """Return tokens start to end as a span of the field."""
        return self.source.span(self.tokens[start].start, self.tokens[end - 1].end)

    def word(self, i: int) -> str:
        """Return the folded token i, or nothing past the paragraph."""
        return self.words[i] if 0 <= i < self.size else ""

    def written(self, i: int) -> str:
        """Return token i as it is written, or nothing past the paragraph."""
        return self.tokens[i].text if 0 <= i < self.size else ""

    def is_word(self, i: int) -> bool:
        """Tell whether token i is a word."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "word"

    def is_number(self, i: int) -> bool:
        """Tell whether token i is a number in digits."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "number"

    def behind_quote(self, opening: int) -> int:
        """Return the token behind the quotation that opens at a token, or the paragraph's end."""
        return min(self.quotes[opening].closing + 1, len(self.tokens))

    def is_first_name(self, i: int) -> bool:
        """Tell whether token i is a name written like a particle."""
        return self.tokens[i].text in self.twins

    def ends_person(self, end: int) -> bool:
        """Tell whether a person's name ends before a token."""
        return end - 1 in self.named and end in self.name_ends

    def closes_quote(self, i: int) -> bool:
        """Tell whether a token is a mark that closes a quotation."""
        return self.word(i) in _CLOSING and i not in self.quotes

    def is_quoted(self, i: int) -> bool:
        """Tell whether token i stands inside a quotation."""
        before = bisect_right(self.openings, i) - 1
        return before >= 0 and self.openings[before] < i < self.quotes[self.openings[before]].closing

    def quotes_within(self, start: int, end: int) -> Iterator[Quote]:
        """Yield the quotations that open among tokens start to end, and before them the one that opened last."""
        first = max(0, bisect_right(self.openings, start) - 1)
        for opening in self.openings[first : bisect_left(self.openings, end)]:
            yield self.quotes[opening]

    def phrase(self, start: int, phrases: frozenset[str], end: int) -> int:
        """Return where the longest of the phrases that begins at token start ends, or start where none does."""
        for length in range(min(_LONGEST_PHRASE, end - start), 0, -1):
            if " ".join(self.words[start : start + length]) in phrases:
                return start + length
        return start


def read_passages(
    source: FieldText, entities: tuple[PageEntity, ...], twins: frozenset[str], introduces: Callable[[str], bool]
) -> Iterator[Passage]:
    """Yield the paragraphs of a field, with the names that entities have there.

    twins: as a passage has them; introduces: as quotations are paired by.
    """
    spans = sorted(_spans(source, entities))
    for _, group in groupby(source.sentences, key=lambda sentence: sentence.paragraph):
        tokens: list[Token] = []
        stops: list[int] = []
        for sentence in group:
            tokens.extend(sentence.tokens)
            stops.append(len(tokens))
        quotes = {quote.opening: quote for quote in _outermost(pair_quotes(tokens, introduces), stops)}
        names = _names(tokens, spans)
        ends = frozenset(name.end for name in names.values())
        named, held = _inside(names), _held(names)
        words = tuple(read_twin(token, TWINS) if i in named else token.folded for i, token in enumerate(tokens))
        yield Passage(
            source, tuple(tokens), quotes, tuple(_sentences(stops, quotes)), names, ends, tuple(quotes), named, held,
            words, len(tokens), twins,
        )  # fmt: skip


def _inside(names: dict[int, Named]) -> frozenset[int]:
    return frozenset(i for name in names.values() if name.type == "person" for i in range(name.start, name.end))


def _held(names: dict[int, Named]) -> frozenset[int]:
    return frozenset(i for name in names.values() for i in range(name.start + 1, name.end))


def _outermost(quotes: tuple[Quote, ...], stops: list[int]) -> Iterator[Quote]:
    """A quotation never closed ends with its sentence; what stands inside another is left out."""
    reached = -1
    for quote in quotes:
        if quote.opening <= reached:
            continue
        closing = quote.closing if quote.closed else min(quote.closing, stops[bisect_right(stops, quote.opening)])
        reached = closing if quote.closed else closing - 1
        yield quote._replace(closing=closing)


def _spans(source: FieldText, entities: tuple[PageEntity, ...]) -> Iterator[tuple[int, int, EntityType, int]]:
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            if mention.span.field == source.field:
                yield mention.span.start, mention.span.end, entity.type, number


def _names(tokens: list[Token], spans: list[tuple[int, int, EntityType, int]]) -> dict[int, Named]:
    """A name may begin inside a token, behind a particle written onto it."""
    starts = [token.start for token in tokens]
    first = bisect_right(spans, (tokens[0].start,))
    names = {}
    for start, end, kind, entity in spans[first : bisect_right(spans, (tokens[-1].end,))]:
        left = bisect_right(starts, start) - 1
        names[left] = Named(left, bisect_right(starts, end - 1), kind, entity, start > starts[left])
    return names


def _sentences(stops: list[int], quotes: dict[int, Quote]) -> Iterator[tuple[int, int]]:
    """A stop inside a quotation ends no sentence."""
    quoted = iter(sorted(quotes.values()))
    quote = next(quoted, None)
    start = 0
    for stop in stops:
        while quote and quote.closing < stop:
            quote = next(quoted, None)
        inside = quote is not None and quote.opening < stop <= quote.closing - (not quote.closed)
        if inside and stop != stops[-1]:
            continue
        yield start, stop
        start = stop
