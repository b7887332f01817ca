"""How many independent origins a statement has: what was copied, or came from one agency, counts once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core.corpus import ClaimFace
from service.core.groups.origins import count_origins
from tests.faces import make_face

TEXT = "ميناء الزاهرة سيغلق أبوابه أمام البواخر الأجنبية مطلع الأسبوع المقبل"


def outlets(number: int) -> list[ClaimFace]:
    """Return the faces of claims of so many outlets, each in words of its own."""
    return [make_face(f"{TEXT} {n}", str(n)) for n in range(number)]


def test_outlets_with_words_of_their_own_are_origins() -> None:
    assert count_origins(outlets(3)) == 3


@pytest.mark.parametrize(
    "shared",
    [
        {"agencies": ("وكالة الوادي",)},
        {"via": ("وكالة الوادي",)},
        {"reprint_group": "r1"},
        {"copied": (17,)},
        {"outlet": "صحيفة السهل"},
        {"article_id": "a1"},
    ],
    ids=lambda shared: next(iter(shared)),
)
def test_what_two_share_makes_them_one(shared: dict[str, object]) -> None:
    first, second, third = outlets(3)
    assert count_origins([first._replace(**shared), second._replace(**shared), third]) == 2  # type: ignore[arg-type]


def test_an_agency_that_signs_one_and_is_quoted_by_the_other_counts_once() -> None:
    first, second = outlets(2)
    signed, quoting = first._replace(agencies=("وكالة الوادي",)), second._replace(via=("وكاله الوادى",))
    assert count_origins([signed, quoting]) == 1


def test_two_agencies_are_two_origins_and_one_that_copies_both_joins_them() -> None:
    first, second, third = outlets(3)
    one, other = first._replace(agencies=("وكالة الوادي",)), second._replace(agencies=("وكالة السفح",))
    assert count_origins([one, other]) == 2
    assert count_origins([one, other, third._replace(agencies=("وكالة الوادي", "وكالة السفح"))]) == 1


def test_a_long_wording_that_is_equal_was_copied() -> None:
    words = TEXT + " ولن يفتحها قبل أن تنتهي أعمال الصيانة كلها"
    assert count_origins([make_face(words, str(n)) for n in range(3)]) == 1
    assert count_origins([make_face("ميناء الزاهرة سيغلق أبوابه", str(n)) for n in range(3)]) == 3


@given(st.lists(st.sampled_from(["وكالة الوادي", "وكالة السفح", None]), min_size=1, max_size=6), st.randoms())
def test_order_changes_no_count(agencies: list[str | None], random: object) -> None:
    faces = [
        face._replace(agencies=(agency,) if agency else ())
        for face, agency in zip(outlets(len(agencies)), agencies, strict=True)
    ]
    expected = len({agency for agency in agencies if agency}) + agencies.count(None)
    random.shuffle(faces)  # type: ignore[attr-defined]
    assert count_origins(faces) == expected
