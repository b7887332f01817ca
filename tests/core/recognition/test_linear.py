"""Names of a text without a stop cost by its length, not by its square."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.mentions import find_mentions
from tests.core.recognition.finding import knowledge
from tests.work import lines_of

_LETTERS = 3_000


@pytest.mark.parametrize(
    "unit",
    [
        "وقال بان كي مون ",
        "أعلنت وزارة الدفاع العراقية في بغداد أن حماس وجامعة القدس ",
        "قالت هيئة الرقابة المالية في مطار رفيق الحريري الدولي ",
        "المكتب الوطني للسكك الحديدية والنقل البري والبحري ",
        "في سيول ",
        "جهة طنجة-تطوان-الحسيمة ",
        "سالم بن راشد بن علي ",
        "رئيس البلدية عادل نجم أن ",
    ],
)
def test_names_of_hostile_text(unit: str) -> None:
    once, more = (_lines_of_names(unit, times * _LETTERS) for times in (1, 4))
    assert more < 6 * once


def _lines_of_names(unit: str, letters: int) -> int:
    known, texts = knowledge(), read_texts(None, unit * (letters // len(unit)))
    find_mentions(texts, known)  # words are remembered
    return lines_of(lambda: find_mentions(texts, known))
