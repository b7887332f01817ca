"""Finds where a content ends: its quotation's end, the next cue, a source phrase, the page's own background."""

from typing import NamedTuple

from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.quotation_ends import Boundaries, closes_speech, find_forgotten_close, has_sides
from service.core.claims.sources import SourcePhrase, find_source, is_known_source
from service.core.claims.turnings import is_left, opens_background

_COMMAS = frozenset({"،", ",", "؛", ";"})
_LONGEST_CREDIT = 16
_SHORTEST_TOLD = 2  # tokens before a colon that tell something
_SHORTEST_SPEECH = 4  # tokens from mark to mark; less is a name or a term
_STANDS = ("ورد", "جاء", "صدر")  # ما ورد على لسان الوزير
_INTO = ("الي", "عن", "من", "ما")
_AND_TO = ("والي", "وعلي")  # أشار إلى أن … وإلى أن …
_EVEN = "حتي"  # حتى وإن
_THAT, _AS = "وذلك", "كما"
_AND_THAT = "وان"
_TRAILING = frozenset(".،,؛;:!?؟-–…()[]") | {"..", "..."}


class Content(NamedTuple):
    """Token ranges of one content, and the source phrase that closes it, if any."""

    ranges: tuple[tuple[int, int], ...]
    source: SourcePhrase | None


class Ending(NamedTuple):
    """Where a content ends, what source phrase closes it, and where its cue's second content begins (0: none)."""

    end: int
    source: SourcePhrase | None = None
    second: int = 0


def read_contents(passage: Passage, frame: Frame, bounds: Boundaries, knowledge: ClaimKnowledge) -> list[Content]:
    """Return the contents of a frame; a second complementiser opens a second one."""
    start = frame.content
    if frame.kind == "colon" and passage.word(start) in knowledge.words.complementisers:
        frame, start = frame._replace(kind="clause"), start + 1
    if frame.kind == "clause" and passage.word(start) == ":":
        start += 1
    contents: list[Content] = []
    while start < bounds.end:
        end, source, second = _find_end(passage, start, frame, bounds, knowledge)
        trimmed = _trim(passage, start, end)
        trimmed = trimmed and _without_complementiser(passage, *trimmed)
        trimmed = trimmed and _without_credit(passage, *trimmed)
        if trimmed:
            contents.append(Content((trimmed,), source))
        if not second:
            break
        start = second
    closing = contents[-1].source if contents else None
    return [content._replace(source=content.source or closing) for content in contents]


def _without_complementiser(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """A complementiser may stand inside the opening mark («إن القرار …»)."""
    if passage.tokens[start].kind == "mark" and passage.word(start + 1) in ("ان", "بان") and start + 2 < end:
        return start + 2, end
    return start, end


def _without_credit(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """An agency in brackets behind the last stop (.(وكالات)) is the page's."""
    if passage.word(end - 1) != ")":
        return start, end
    opening = next((k for k in range(end - 2, max(start, end - _LONGEST_CREDIT), -1) if passage.word(k) == "("), end)
    return (start, opening - 1) if passage.word(opening - 1) == "." and opening < end else (start, end)


def read_span(passage: Passage, start: int, end: int) -> Content | None:
    """Return tokens start to end as a content without the marks around it."""
    trimmed = _trim(passage, start, end)
    return Content((trimmed,), None) if trimmed else None


def _find_end(passage: Passage, start: int, frame: Frame, bounds: Boundaries, knowledge: ClaimKnowledge) -> Ending:
    i = start
    while i < bounds.end:
        if i in passage.quotes:
            ending = _end_in_quotation(passage, i, start, bounds, knowledge)
            if ending:
                return ending
            i = min(passage.behind_quote(i), bounds.end)
            continue
        if i > start and (second := _opens_second(passage, i, start, frame, knowledge)):
            return Ending(i, None, second)
        if i > start + 1 and passage.word(i) == ":" and _adds(passage, (start, i, bounds.end), frame):
            return Ending(i, None, i + 1)
        if i > start and (i in bounds.openers or is_left(passage, i, frame, knowledge)):
            return Ending(i)
        source = _source_here(passage, i, start, bounds, knowledge)
        if source or opens_background(passage, i, bounds.end, knowledge):
            return Ending(i, source)
        i += 1
    return Ending(bounds.end)


def _end_in_quotation(
    passage: Passage, i: int, start: int, bounds: Boundaries, knowledge: ClaimKnowledge
) -> Ending | None:
    """A content ends inside a quotation whose closing mark was forgotten, or behind the one it began with."""
    quote = passage.quotes[i]
    split = 0 if has_sides(passage, quote) else find_forgotten_close(quote.opening, quote.closing, start, bounds)
    if split:
        return Ending(split)
    end = min(passage.behind_quote(i), bounds.end)
    if quote.opening > start + 1 or not closes_speech(passage, quote, start, bounds, knowledge):
        return None
    seconds = knowledge.particles.seconds
    second = end + 1 if passage.word(end) in _COMMAS and passage.word(end + 1) in seconds else end
    if passage.word(second) in seconds:
        return Ending(end, None, second + 1)
    return Ending(end, _source_behind(passage, end, bounds, knowledge))


def _opens_second(passage: Passage, i: int, start: int, frame: Frame, knowledge: ClaimKnowledge) -> int:
    """Return where the second content of وأن (or و أن) begins, 0 where it opens none.

    Behind a noun phrase it does so only where no clause belongs to that (شدد على الحريات، وأن يكون …).
    """
    particles, words = knowledge.particles, knowledge.words
    alone = frame.kind == "noun" and passage.word(i - 1) in _COMMAS
    alone = alone and not any(passage.word(k) in words.complementisers for k in range(start, i))
    if frame.kind != "clause" and not alone:
        return 0
    if passage.word(i - 1) in particles.before_reasons or passage.word(i - 1) == _EVEN:
        return 0
    if passage.word(i) in _AND_TO and passage.word(i + 1) in words.complementisers and frame.kind == "clause":
        return i + 2
    apart = passage.word(i) == "و"
    second = f"و{passage.word(i + 1)}" if apart else passage.word(i)
    behind = i + 1 + apart
    even_if = second == _AND_THAT and passage.word(behind) in particles.even_if
    return behind if second in particles.seconds and not even_if else 0


def _adds(passage: Passage, place: tuple[int, int, int], frame: Frame) -> bool:
    """Tell words of the speaker behind a colon: "… أنه رأى الحريق: «ظننت أن …»", in a title "الوزارة تنفي …: …".

    place: where the content begins, its colon, and where the sentence ends.
    """
    start, colon, end = place
    if frame.kind == "noun" and passage.source.field == "title":
        return end - colon > _SHORTEST_TOLD
    quote = passage.quotes.get(colon + 1)
    whole = quote is not None and quote.closing - colon > _SHORTEST_SPEECH and colon > start + _SHORTEST_TOLD
    return whole and not any(passage.is_word(k) for k in range(passage.behind_quote(colon + 1), end))


def _source_behind(passage: Passage, i: int, bounds: Boundaries, knowledge: ClaimKnowledge) -> SourcePhrase | None:
    at = i + 1 if passage.word(i) in _COMMAS else i
    return find_source(passage, at, bounds.end, knowledge) if at < bounds.end else None


def _source_here(
    passage: Passage, i: int, start: int, bounds: Boundaries, knowledge: ClaimKnowledge
) -> SourcePhrase | None:
    """A source phrase inside a content ends it only where nothing but the sentence's end or a comma follows."""
    if i == start or passage.word(i) not in knowledge.source_starts or passage.word(i - 1) in _STANDS:
        return None
    source = find_source(passage, i, bounds.end, knowledge)
    if source and source.source and passage.word(i - 1) not in _COMMAS:
        if not is_known_source(passage, source.source, knowledge):
            return None
    if source and passage.word(i) == _AS and any(passage.is_word(k) for k in range(source.end, bounds.end)):
        return None  # "…، كما يقول المثل، …"
    if source is None or _goes_on_behind(passage, i, source):
        return None
    end = _behind_place(passage, _behind_relative(passage, source.end, bounds.end, knowledge))
    return source if end >= bounds.end or not passage.is_word(end) or source.source is None else None


def _goes_on_behind(passage: Passage, i: int, source: SourcePhrase) -> bool:
    """Tell a source between commas in the middle of a clause: الحادث أدى، حسب آخر حصيلة، إلى وفاة رجل."""
    between = passage.word(i - 1) in _COMMAS and passage.word(source.end) in _COMMAS
    return between and passage.word(source.end + 1) in _INTO


def _behind_place(passage: Passage, i: int) -> int:
    """Step over where a source said it: وفق ما أفاد المتحدث باسمه في نيويورك."""
    name = passage.names.get(i + 1)
    return name.end if passage.word(i) == "في" and name and name.type == "place" else i


def _behind_relative(passage: Passage, i: int, end: int, knowledge: ClaimKnowledge) -> int:
    """Step over a source's relative clause, up to a comma."""
    if passage.word(i) not in knowledge.particles.relatives:
        return i
    return next((k for k in range(i, end) if passage.word(k) in _COMMAS or passage.word(k) == "."), end)


def _trim(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Drop marks at both ends, but keep a quotation mark that pairs inside the content."""
    while start < end and (passage.word(start) in _TRAILING):
        start += 1
    while end > start and _is_loose(passage, end - 1, start):
        end -= 1
    return (start, end) if start < end else None


def _is_loose(passage: Passage, i: int, start: int) -> bool:
    word = passage.word(i)
    if word == ")":
        return not any(passage.word(k) == "(" for k in range(max(start, i - 12), i))
    return word in _TRAILING or word == _THAT  # "…، وذلك" before its source
