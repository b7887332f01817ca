"""Finds the quantities in a stretch of text: value, counted noun, scope, qualifier."""

from collections.abc import Mapping, Sequence

from service.core.arabic.clitics import readings
from service.core.arabic.digits import parse_digits
from service.core.arabic.glued import part_numbers
from service.core.arabic.numbers import Number, find_numbers, multiply
from service.core.arabic.runs import tokens_between
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.details.counting import counts_something, follows_phrase
from service.core.details.knowledge import FigureKnowledge, FigureWords, Phrase
from service.core.details.told_twice import join_told_twice
from service.core.records import Figure, Qualifier

_LONGEST_QUALIFIER = 4
_THOUSAND, _TENFOLD = 1000, 10
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات")


def find_figures(text: FieldText, start: int, end: int, knowledge: FigureKnowledge) -> tuple[Figure, ...]:
    """Return the figures of text[start:end] in order; years, days, ordinals, labels and names are none."""
    return read_figures(text, tokens_between(text, start, end), knowledge)


def read_figures(text: FieldText, tokens: Sequence[Token], knowledge: FigureKnowledge) -> tuple[Figure, ...]:
    """Return the figures of a stretch of text whose tokens are at hand."""
    words, tokens = knowledge.words, part_numbers(tokens)
    numbers = join_told_twice(find_numbers(tokens, knowledge.numbers), tokens)
    kept = [n for n in numbers if counts_something(tokens, n, knowledge)]
    starts = frozenset(number.first for number in numbers)
    figures = [_read_figure(text, tokens, number, starts, words) for number in kept]
    return tuple(_share_nouns(figures, kept, tokens))


def _read_figure(
    text: FieldText, tokens: Sequence[Token], number: Number, starts: frozenset[int], words: FigureWords
) -> Figure:
    value = number.value
    noun = _read_noun(tokens, number, starts, words)
    if noun and tokens[noun[0]].folded in words.measures and number.digits:
        value = _point_value(tokens, number) or value
    of = text.text[tokens[noun[0]].start : tokens[noun[1] - 1].end] if noun else None
    scope = _read_scope(tokens, noun[1], words) if noun and noun[0] >= number.last else None
    last = max(number.last, noun[1]) if noun else number.last
    span = text.span(tokens[min(number.first, noun[0] if noun else number.first)].start, tokens[last - 1].end)
    return Figure(value, of, scope, _read_qualifier(tokens, number, last, words), span)


def _point_value(tokens: Sequence[Token], number: Number) -> float | None:
    """Before money and measures a single point parts decimals: 1.105 دولار."""
    text = tokens[number.first].folded
    whole, point, rest = text.partition(".")
    single = number.last == number.first + 1 and point and "." not in rest and "," not in text
    return float(f"{int(whole)}.{rest}") if single and rest.isdecimal() else None


def _read_noun(
    tokens: Sequence[Token], number: Number, starts: frozenset[int], words: FigureWords
) -> tuple[int, int] | None:
    """Return the token range of the counted noun: behind the number, or before it (الأشهر الستة).

    starts: where numbers begin, which are no nouns (بين أربعة آلاف وستة آلاف).
    """
    i, before = number.last, _noun_before(tokens, number, words)
    if before and tokens[before[0]].folded.startswith("ال"):
        return before
    for phrase in words.percent:
        if follows_phrase(tokens, i, phrase):
            return i, i + len(phrase)
    if i < len(tokens) and tokens[i].folded == "من":
        i += 1
    while i < len(tokens) and tokens[i].kind == "mark" and tokens[i].text in "\"“”«»'":
        i += 1
    if i < len(tokens) and i not in starts and _is_noun(tokens, i, words):
        return i, _noun_end(tokens, i)
    return before


def _noun_before(tokens: Sequence[Token], number: Number, words: FigureWords) -> tuple[int, int] | None:
    at = number.first - 1
    if at > 0 and tokens[at].folded == "ال":
        at -= 1
    named = number.definite and at >= 0 and tokens[at].kind == "word" and tokens[at].folded not in words.not_nouns
    return (at, at + 1) if named else None


def _is_noun(tokens: Sequence[Token], i: int, words: FigureWords) -> bool:
    token = tokens[i]
    if token.kind != "word" or token.folded in words.not_nouns or len(token.folded) < 2:
        return False
    conjoined = token.folded[0] in "وف" and token.folded[1:] in words.not_nouns
    definite = token.folded.startswith("و") and (i + 1 < len(tokens) and tokens[i + 1].kind == "number")
    return not conjoined and not definite and not token.folded.startswith(("وال", "فال"))


def _noun_end(tokens: Sequence[Token], i: int) -> int:
    """كلم/ساعة is one unit."""
    if i + 2 >= len(tokens) or tokens[i + 1].text != "/" or tokens[i + 2].kind != "word":
        return i + 1
    glued = tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start
    return i + 3 if glued else i + 1


def _read_scope(tokens: Sequence[Token], i: int, words: FigureWords) -> str | None:
    """Return the adjective of nationality or kind that narrows the noun (أميركي, أجنبي)."""
    if i >= len(tokens) or tokens[i].kind != "word" or tokens[i].folded in words.not_nouns:
        return None
    folded = tokens[i].folded
    definite = folded.startswith("ال") and not tokens[i - 1].folded.startswith("ال")
    fits = len(folded) > 3 and folded.endswith(_NISBA) and not definite and not folded.startswith("و")
    return tokens[i].text if fits else None


def _read_qualifier(tokens: Sequence[Token], number: Number, last: int, words: FigureWords) -> Qualifier | None:
    before = _longest_before(tokens, number.first, words.before)
    if before:
        return before
    return _longest_behind(tokens, last, words.after) or _longest_behind(tokens, number.last, words.after)


def _longest_behind(tokens: Sequence[Token], start: int, phrases: Mapping[Phrase, Qualifier]) -> Qualifier | None:
    behind = tuple(token.folded for token in tokens[start : start + _LONGEST_QUALIFIER])
    return next((phrases[behind[:n]] for n in range(len(behind), 0, -1) if behind[:n] in phrases), None)


def _longest_before(tokens: Sequence[Token], end: int, phrases: Mapping[Phrase, Qualifier]) -> Qualifier | None:
    for length in range(min(_LONGEST_QUALIFIER, end), 0, -1):
        first, *rest = (token.folded for token in tokens[end - length : end])
        for _, bare in readings(first):
            if (found := phrases.get((bare, *rest))) is not None:
                return found
    return None


def _share_nouns(figures: list[Figure], numbers: list[Number], tokens: Sequence[Token]) -> list[Figure]:
    """The first number of a range has the noun of the second: بين 10 و15 شخصا, 3 أو 4 أيام, 10-15 يوما."""
    for i in range(len(figures) - 2, -1, -1):
        gap = tokens[numbers[i].last : numbers[i + 1].first]
        linked = all(token.folded in ("و", "او", "الي", "-", "–", "ال", "حتي") for token in gap)
        if figures[i].of is None and linked and len(gap) <= 2:
            later = figures[i + 1]
            value = multiply(figures[i].value, _shared_scale(figures[i].value, numbers[i + 1], tokens))
            figures[i] = Figure(value, later.of, later.scope, figures[i].qualifier, figures[i].span)
    return figures


def _shared_scale(value: float, later: Number, tokens: Sequence[Token]) -> int:
    """Return what the second number of a range lends the first: 250 الى 200 مليون; 1 where they differ in size."""
    lead = parse_digits(tokens[later.first].text) if later.digits else None
    if lead is None or not lead[0] or later.value / lead[0] < _THOUSAND:
        return 1
    alike = value < _THOUSAND and 1 / _TENFOLD <= value / lead[0] <= _TENFOLD
    return round(later.value / lead[0]) if alike else 1
