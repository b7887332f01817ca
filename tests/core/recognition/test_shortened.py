"""An institution named without its generic word is found so everywhere, however many institutions a page has."""

from itertools import islice, product

from service.core.arabic.texts import read_texts
from service.core.recognition.mentions import find_mentions
from tests.core.recognition.finding import found, knowledge
from tests.work import calls_of


def test_of_two_short_names_that_begin_alike_the_longer_is_found() -> None:
    body = (
        "أعلنت حركة شباب الوادي الوطنية موقفها.\nورفضت حركة شباب الوادي القرار.\nوقال قيادي في شباب الوادي الوطنية ذلك."
    )
    assert found(body)[-1] == ("شباب الوادي الوطنية", "organization")


def test_many_institutions_cost_by_their_number() -> None:
    _calls_of_institutions(0, 1)  # loads the lexicon
    assert _calls_of_institutions(101, 501) < 6 * _calls_of_institutions(1, 101)


def _calls_of_institutions(first: int, end: int) -> int:
    names = islice(product("بتجحخدرزسش", repeat=3), first, end)
    texts = read_texts(None, "\n".join(f"أعلنت حركة شباب ال{''.join(name)}ان الوطنية موقفها." for name in names))
    return calls_of(lambda: find_mentions(texts, knowledge()))


def test_whom_an_institution_is_called_after_is_no_short_name_of_it() -> None:
    body = "اجتمع أمناء مؤسسة ياسر عرفات أمس.\nوسار المجلس على نهج الرئيس ياسر عرفات."
    assert found(body) == [("مؤسسة ياسر عرفات", "organization"), ("ياسر عرفات", "person")]
