"""A bounded slice of what `make fuzz` does at length: random pages and requests, and growth of hostile ones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.core.knowledge import Lexicon
from service.core.records import Page
from tests.fuzz.__main__ import fuzz
from tests.fuzz.checking import check_page
from tests.fuzz.shapes import SENTENCE, SHAPES
from tests.work import calls_of

_SIZE, _TIMES = 2000, 5
_PIECES = st.sampled_from(
    [SENTENCE, "«", "»", '"', "قال ", "وقال الوزير إن ", "\n", "\x00", "\u202e", "<p>", "1,000", "، ", "أن "]
)
_TEXT = st.lists(
    _PIECES | st.text(max_size=20) | st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإةى .،:", max_size=60), max_size=30
)


@pytest.mark.parametrize(
    ("name", "inputs", "outcomes"), [("pages", 250, 3), ("corpora", 12, 3), ("requests", 800, 35), ("wire", 300, 4)]
)
def test_random_input(name: str, inputs: int, outcomes: int) -> None:
    tally = fuzz(name, inputs, seed=2)
    assert not tally.failed, tally.failures
    assert len(tally.outcomes) >= outcomes, tally.outcomes


@given(pieces=_TEXT, kind=st.sampled_from(["text/plain", "text/html"]))
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_text_is_read_or_refused(lexicon: Lexicon, pieces: list[str], kind: str) -> None:
    check_page(Page("any", (SENTENCE + "".join(pieces)).encode("utf-8", "surrogatepass"), kind), lexicon)


@given(data=st.binary(max_size=300), kind=st.sampled_from(["text/plain", "text/html", "application/json"]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(lexicon: Lexicon, data: bytes, kind: str) -> None:
    check_page(Page("any", data, kind), lexicon)


@pytest.mark.parametrize("name", SHAPES)
def test_a_hostile_page_costs_by_its_size(lexicon: Lexicon, name: str) -> None:
    once, more = (_calls_of(SHAPES[name](_SIZE * times), lexicon) for times in (1, _TIMES))
    assert more < 1.5 * _TIMES * max(once, 2000)


def _calls_of(page: Page, lexicon: Lexicon) -> int:
    return calls_of(lambda: check_page(page, lexicon))
