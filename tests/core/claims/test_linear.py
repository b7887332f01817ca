"""Hostile text costs by its length, not by its square."""

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest

from service.core.arabic.texts import read_texts
from service.core.claims.attribution import find_claims
from service.core.details.adding import complete_claims
from service.core.knowledge import Lexicon
from service.core.records import Article
from service.lexicon.figures import load_figure_knowledge

_LETTERS = 40_000


@pytest.mark.parametrize(
    "unit", ["5 ", "5 سفن، ", "ألف ", "مليون و", "نصف ", "5-", "الـ5 ", "عام 2014 و", '"', "5 سفن\n"]
)
def test_details_of_hostile_text(unit: str) -> None:
    assert _cost(unit, 4 * _LETTERS) < 10 * max(_cost(unit, _LETTERS), 0.05)


def _cost(unit: str, letters: int) -> float:
    body = unit * (letters // len(unit))
    texts, article = (
        read_texts(None, body),
        Article("a", "n", "text/plain", "", None, body, published_on=date(2022, 1, 1)),
    )
    knowledge = load_figure_knowledge()
    begin = process_time()
    complete_claims(article, texts, (), knowledge)
    return process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "أعلن عن أن ",
        "أعلن الوزير أن ",
        "قال أن ",
        '"قال" ',
        "وأنه ",
        "قال: ",
        "مؤكدا أن ",
        "«كذا ",
        '"',
        "قال ",
        "قال الوزير إن العمل مستمر وأضاف أن ",
        "(",
        '"كذا"\n',
        '. وأضاف "كذا ',
        "قوله في تصريح ",
        "طلب عدم ",
        "أكد الاتحاد وجود ",
        "بحسب الوزير ",
    ],
)
def test_claims_of_hostile_text(unit: str, lexicon: Lexicon) -> None:
    assert _cost_of_claims(unit, 4 * _LETTERS, lexicon) < 10 * max(_cost_of_claims(unit, _LETTERS, lexicon), 0.05)


def _cost_of_claims(unit: str, letters: int, lexicon: Lexicon) -> float:
    body = unit * (letters // len(unit))
    texts, article = read_texts(None, body), Article("a", "n", "text/plain", "", None, body)
    return min(_time_of(lambda: find_claims(article, texts, (), lexicon.claims)) for _ in range(2))


def _time_of(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin
