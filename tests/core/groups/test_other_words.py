"""One statement in other words: spans of time in other units, bounds, exceptions, a body's two names."""

import pytest

from service.core.groups.likeness import compare_claims
from tests.faces import make_face

_TAIL = " في ميناء الزاهرة قرب مصفاة النخيل خلال العاصفة الرملية"


def _are_one(first: str, second: str) -> bool:
    speaker = "سليم الراوي"
    return compare_claims(make_face(first, "1", speaker), make_face(second, "2", speaker)) is not None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("الإغلاق يستمر ثلاثة أشهر", "الإغلاق يستمر 90 يوما", True),
        ("الإغلاق يستمر ثلاثة أيام", "الإغلاق يستمر 72 ساعة", True),
        ("الإغلاق يستمر ثلاثة أشهر", "الإغلاق يستمر ثلاثة أيام", False),
        ("رست أكثر من 300 باخرة", "رست 310 باخرة", True),
        ("رست أكثر من 300 باخرة", "رست 900 باخرة", False),
        ("لم ترس سوى 300 باخرة", "رست 300 باخرة فقط", True),
        ("لم ترس 300 باخرة", "رست 300 باخرة فقط", False),
        ("رست البواخر بلا شروط", "رست البواخر من دون شروط", True),
    ],
)
def test_figures_and_exceptions_in_other_words(first: str, second: str, same: bool) -> None:
    assert _are_one(first + _TAIL, second + _TAIL) is same


@pytest.mark.parametrize(
    ("name", "compared"), [("وزارة النفط الاتحادية", "وزارة النفط"), ("الحكومة الاتحادية", "الحكومة الاتحادية")]
)
def test_a_federal_ministry_is_that_of_its_state(name: str, compared: str) -> None:
    assert make_face("رست البواخر", "1", name).speakers == (compared,)
