"""What sets one wording of a statement apart from the fullest: words, mode, class of cue."""

from hypothesis import given
from hypothesis import strategies as st

from service.core.groups.differences import compare_wordings, fullest_wording
from tests.faces import make_face

TEXT = "ميناء الزاهرة سيغلق أبوابه أمام البواخر الأجنبية مطلع الأسبوع المقبل"
_TEXTS = st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=12).map(" ".join)


def test_what_was_cut_and_what_was_added() -> None:
    full, short = make_face(f"{TEXT} (المغلق سابقا)", "1"), make_face(TEXT.replace("أمام", "بوجه"), "2")
    assert compare_wordings(short, full).diff == (
        ("=", "ميناء الزاهرة سيغلق أبوابه"),
        ("-", "أمام"),
        ("+", "بوجه"),
        ("=", "البواخر الأجنبية مطلع الأسبوع المقبل"),
        ("-", "(المغلق سابقا)"),
    )


def test_spellings_of_a_word_are_kept_words() -> None:
    full, other = make_face(TEXT, "1"), make_face(TEXT.replace("الأجنبية", "الاجنبيّة"), "2")
    assert compare_wordings(other, full).diff == (("=", other.text),)


@given(_TEXTS, _TEXTS)
def test_the_steps_hold_both_wordings(one: str, other: str) -> None:
    steps = compare_wordings(make_face(other, "2"), make_face(one, "1")).diff
    assert " ".join(words for sign, words in steps if sign != "+") == one
    assert " ".join(words for sign, words in steps if sign != "-") == other


def test_quoting_what_another_paraphrases_is_told() -> None:
    full, quoted = make_face(f"{TEXT} حسب الجدول", "1"), make_face(TEXT, "2")._replace(mode="direct")
    assert compare_wordings(quoted, full).mode == ("indirect", "direct")
    assert compare_wordings(make_face(TEXT, "3"), full).mode is None


def test_another_class_of_cue_is_told() -> None:
    full = make_face(f"{TEXT} حسب الجدول", "1")._replace(cue_kind="neutral")
    doubting, stating = (make_face(TEXT, "2")._replace(cue_kind=kind) for kind in ("doubt", None))
    assert compare_wordings(doubting, full).cue_class == ("neutral", "doubt")
    assert compare_wordings(stating, full).cue_class == ("neutral", None)
    assert compare_wordings(doubting._replace(cue_kind="neutral"), full).cue_class is None


def test_the_fullest_wording_has_the_most_words() -> None:
    short, long = make_face(TEXT, "1"), make_face(f"{TEXT} حسب الجدول", "2")
    assert fullest_wording([short, long, make_face(f"{TEXT} حسب الجدول", "3")]) is long
