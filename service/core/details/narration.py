"""Finds what the page states itself with a figure: clauses outside of everything it attributes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from service.core.arabic.sentences import Sentence
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.details.figures import read_figures
from service.core.details.knowledge import FigureKnowledge
from service.core.details.negation import is_negated
from service.core.records import Claim, Figure, Span

_CUTS = frozenset("،؛,;:")
_SHORTEST = 3  # words; less is a caption or a label
_BRACKET = 30  # letters from a figure to the bracket around it
_CONFIDENCE = 0.6
_AND, _THAT_IS, _WHILE = "و", "وذلك", "ما"  # فيما, بينما, بعدما
_SHORTEST_OBJECT = 3  # letters
_AMONG = ("بينهم", "بينها", "منهم", "منها", "من", "بينهن", "ومنهم", "وبينهم")


class _Clause(NamedTuple):
    first: int
    last: int


def find_narrations(texts: Sequence[FieldText], taken: Sequence[Span], knowledge: FigureKnowledge) -> Iterator[Claim]:
    """Yield the page's own statements that hold a figure; taken are the stretches that belong to attributions."""
    for text in texts:
        stretches = _merge(span for span in taken if span.field == text.field)
        for sentence in text.sentences:
            yield from _read_sentence(text, sentence, stretches, knowledge)


def _merge(spans: Iterator[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _read_sentence(
    text: FieldText, sentence: Sentence, taken: list[tuple[int, int]], knowledge: FigureKnowledge
) -> Iterator[Claim]:
    figures = [
        figure
        for figure in read_figures(text, sentence.tokens, knowledge)
        if not _is_taken(taken, figure.span.start) and not _in_brackets(text.text, figure.span)
    ]
    i, floor = 0, 0
    while i < len(figures):
        clause = _find_clause(sentence.tokens, figures[i], taken, floor, knowledge)
        span = text.span(sentence.tokens[clause.first].start, sentence.tokens[clause.last - 1].end)
        held = i + 1
        while held < len(figures) and figures[held].span.start < span.end:
            held += 1
        told = sum(token.kind == "word" for token in sentence.tokens[clause.first : clause.last])
        if told >= _SHORTEST and not _only_adds(sentence.tokens, clause.first, floor, knowledge):
            yield _make_claim(text, span, tuple(figures[i:held]), knowledge)
        i, floor = held, clause.last


def _make_claim(text: FieldText, span: Span, figures: tuple[Figure, ...], knowledge: FigureKnowledge) -> Claim:
    negated = is_negated(text, span, knowledge.stance)
    return Claim((span,), "narration", negated=negated, figures=figures, rule="narration", confidence=_CONFIDENCE)


def _only_adds(tokens: Sequence[Token], first: int, floor: int, knowledge: FigureKnowledge) -> bool:
    """Tell where and why (، في تسع محافظات) behind a statement that was read: it states nothing by itself."""
    word = tokens[first].folded
    return word == _THAT_IS or floor > 0 and first <= floor + 1 and word in knowledge.words.settings


def _is_taken(taken: list[tuple[int, int]], offset: int) -> bool:
    i = bisect_right(taken, (offset, 1 << 60)) - 1
    return i >= 0 and offset < taken[i][1]


def _in_brackets(text: str, span: Span) -> bool:
    """(45 عاما) behind a name tells an age, (350 كلم شمال العاصمة) behind a town where it lies."""
    before, behind = text[max(0, span.start - _BRACKET) : span.start], text[span.end : span.end + _BRACKET]
    return "(" in before[before.rfind(")") + 1 :] and ")" in behind.split("(")[0]


def _find_clause(
    tokens: Sequence[Token], figure: Figure, taken: list[tuple[int, int]], floor: int, knowledge: FigureKnowledge
) -> _Clause:
    at = max(bisect_right(tokens, figure.span.start, key=_token_start) - 1, floor)
    first = _clause_start(tokens, at, taken, floor, knowledge)
    last = at + 1
    while last < len(tokens) and not _is_taken(taken, tokens[last].end - 1):
        if _cuts(tokens, last) and not (_goes_on(tokens, last) or _compares(tokens, last, knowledge)):
            break
        last += 1
    while last > at + 1 and tokens[last - 1].kind == "mark" and tokens[last - 1].text not in ")٪%":
        last -= 1
    while first < at and tokens[first].kind == "mark":
        first += 1
    return _Clause(first, last)


def _token_start(token: Token) -> int:
    return token.start


def _clause_start(
    tokens: Sequence[Token], at: int, taken: list[tuple[int, int]], floor: int, knowledge: FigureKnowledge
) -> int:
    """Go back to a comma behind which a clause of its own begins, or behind بعد أن; never into the clause before."""
    first = at
    while first > floor and not _is_taken(taken, tokens[first - 1].start):
        if _cuts(tokens, first - 1) and _opens_clause(tokens[first].folded, knowledge):
            break
        if tokens[first - 1].folded == "ان" and first > 1 and tokens[first - 2].folded in ("بعد", "وبعد", "قبل"):
            break
        first -= 1
    return first


def _cuts(tokens: Sequence[Token], i: int) -> bool:
    """Tell a mark between clauses from one inside a number (19،2 and 10:30)."""
    if tokens[i].text not in _CUTS:
        return False
    around = tokens[max(0, i - 1) : i + 2]
    return not (around[0].kind == around[-1].kind == "number" and around[0].end + 1 == around[-1].start)


def _opens_clause(folded: str, knowledge: FigureKnowledge) -> bool:
    """Behind a comma a definite noun or a preposition goes on with what stands before it."""
    words = knowledge.words
    if _is_object(folded):
        return False
    return not (folded in words.not_nouns or folded in words.continuers or folded.startswith(("ال", "وال", "فال")))


def _goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """، بينهم 2500 أميركي is part of the same statement."""
    return comma + 1 < len(tokens) and (tokens[comma + 1].folded in _AMONG or _counts_on(tokens, comma + 1))


def _compares(tokens: Sequence[Token], comma: int, knowledge: FigureKnowledge) -> bool:
    """Tell a further figure that is no clause: "، مقارنة بنحو 7 مليارات", "، ما أدى لمقتل 9", "، اتفاقا بزيادة 50"."""
    if comma + 1 >= len(tokens):
        return False
    word = tokens[comma + 1].folded
    noun = _is_object(word) and not (word.endswith(_WHILE) or word.startswith(_AND))
    behind = takewhile(lambda k: not _cuts(tokens, k), range(comma + 1, len(tokens)))
    return (noun or word in knowledge.words.comparing) and any(tokens[k].kind == "number" for k in behind)


def _is_object(folded: str) -> bool:
    """Tell an accusative: "أصدرت المحكمة، أمس، حكما"."""
    return folded.endswith("ا") and len(folded) > _SHORTEST_OBJECT


def _counts_on(tokens: Sequence[Token], i: int) -> bool:
    """، و23 دولة أخرى is what the statement counts besides."""
    if tokens[i].folded != _AND or i + 2 >= len(tokens) or tokens[i + 1].kind != "number":
        return False
    return tokens[i + 2].kind == "word"
