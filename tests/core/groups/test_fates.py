"""What befell those whom a figure counts is told by the words beside it, wherever in a long text it stands."""

from collections.abc import Iterator

import pytest

from service.core.arabic.tokens import Token, tokenize
from service.core.groups.fates import find_fate, is_subset
from service.core.knowledge import Lexicon
from service.core.records import Figure, Span


class _Row(list[Token]):
    """A row that nobody may walk through: a text of many figures would cost its square."""

    def __iter__(self) -> Iterator[Token]:
        raise AssertionError("the whole row was walked through")


@pytest.mark.parametrize(
    ("text", "fate", "subset"),
    [
        ("أودى الحريق الذي شب في السوق بحياة 3 أشخاص", "dead", False),
        ("وصل 3 أشخاص بعد الحريق", "", False),
        ("نجا عشرون راكبا بينهم 3 أشخاص", "", True),
    ],
)
def test_a_figure_is_found_without_reading_the_text_before_it(
    lexicon: Lexicon, text: str, fate: str, subset: bool
) -> None:
    far = "نص " * 500
    at = len(far) + text.index("3")
    figure = Figure(3, "أشخاص", None, None, Span("body", at, at + 1, "3"))
    tokens = _Row(tokenize(far + text))
    assert (find_fate(figure, tokens, lexicon.likeness), is_subset(figure, tokens, lexicon.likeness)) == (fate, subset)
