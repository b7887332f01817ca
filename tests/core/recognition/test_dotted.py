"""علي is a name where the text writes على without dots, and a preposition where it does not."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.mentions import find_mentions
from service.lexicon.loading import load_lexicon


def _persons(text: str) -> list[str]:
    found = find_mentions(read_texts(None, text), load_lexicon().recognition)
    return [mention.span.text for mention in found if mention.type == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال علي الزهوري أمس إن الجسر يفتح إلى المارة", "علي الزهوري"),
        ("أشار الوزير علي سالم الزهوري إلى الجسر", "علي سالم الزهوري"),
        ("أكد محمد علي الزهوري للصحيفة على الأمر", "محمد علي الزهوري"),
        ("عاد الرئيس سالم بن علي إلى بلاده", "سالم بن علي"),
    ],
)
def test_it_is_a_name_where_prepositions_have_no_dots(text: str, name: str) -> None:
    assert _persons(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "وقال علي الزهوري وذهب الي الجسر حتي المساء على عجل",
        "ألقت الشرطة القبض علي شابين قرب الجسر المؤدي إلى السوق",
        "عرضت الجثة علي الفحص قبل نقلها إلى المدينة",
    ],
)
def test_it_is_none_where_others_have_dots_or_no_name_follows(text: str) -> None:
    assert all("علي" not in name for name in _persons(text))


def test_two_persons_stay_two() -> None:
    assert _persons("حضر إلى القاعة سامي الحاج علي ووليد الزهوري") == ["سامي الحاج علي", "وليد الزهوري"]
