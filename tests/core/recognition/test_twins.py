"""علي and بان are names where the text writes على and بأن otherwise, and particles where it does not."""

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
        ("قال الأمين العام بان كي تشونغ إن الجسر آمن وأضاف أن الطريق مفتوح", "بان كي تشونغ"),
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
        "صرح سالم الزهوري بان المجلس انتهى وأكد أنه عاد",
    ],
)
def test_it_is_none_where_others_have_dots_or_no_name_follows(text: str) -> None:
    assert all(word not in name.split() for name in _persons(text) for word in ("علي", "بان"))


def test_two_persons_stay_two() -> None:
    assert _persons("حضر إلى القاعة سامي الحاج علي ووليد الزهوري") == ["سامي الحاج علي", "وليد الزهوري"]
