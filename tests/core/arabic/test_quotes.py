"""Quotation marks of every style, in every state of repair."""

import pytest

from service.core.arabic.quotes import pair_quotes
from service.core.arabic.tokens import tokenize


def _quoted(text: str, *, introducing: str = "") -> list[tuple[str, bool]]:
    """Return what stands in each pair of marks, and whether the pair is closed."""
    tokens = tokenize(text)
    quotes = pair_quotes(tokens, lambda word: word == introducing)
    return [(" ".join(t.text for t in tokens[q.opening + 1 : q.closing]), q.closed) for q in quotes]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "‹›", "„”", "»«"])
def test_every_style_pairs(marks: str) -> None:
    assert _quoted(f"قال الوزير {marks[0]}الميناء آمن{marks[1]} اليوم") == [("الميناء آمن", True)]


def test_a_quotation_never_closed_runs_on() -> None:
    assert _quoted('قال الوزير "الميناء آمن اليوم') == [("الميناء آمن اليوم", False)]


def test_a_closing_mark_never_opened_opens_nothing() -> None:
    assert _quoted('الميناء آمن اليوم".') == []


def test_nested_quotations_are_told_apart() -> None:
    assert _quoted("قال «زرت “السوق” أمس» ومضى") == [("زرت “ السوق ” أمس", True), ("السوق", True)]


def test_a_mark_behind_a_glued_particle_opens() -> None:
    assert _quoted('اتهمه بـ"التقصير" أمس') == [("التقصير", True)]


def test_a_mark_before_a_comma_closes_though_a_space_is_before_it() -> None:
    assert _quoted('حجز "التذاكر والغرف "، كما قيل "أمس" هنا') == [("التذاكر والغرف", True), ("أمس", True)]


def test_a_mark_behind_a_new_saying_shows_that_the_one_before_was_never_closed() -> None:
    text = 'قال "الميناء آمن. وأضاف "لن نغلقه" اليوم'
    assert _quoted(text, introducing="واضاف") == [("الميناء آمن", False), ("لن نغلقه", True)]


def test_mark_left_as_a_code_is_the_mark_and_spans_the_code() -> None:
    text = "قال ل#187;الواحة#171; إن &quot;النهر&amp;#187; فاض &; #17;"
    marks = [token for token in tokenize(text) if token.kind == "mark"]
    assert [token.text for token in marks] == ["»", "«", '"', "»", "&", ";", "#", ";"]
    assert [text[token.start : token.end] for token in marks[:4]] == ["#187;", "#171;", "&quot;", "&amp;#187;"]
    assert "".join(text.split()) == "".join(text[token.start : token.end] for token in tokenize(text))
