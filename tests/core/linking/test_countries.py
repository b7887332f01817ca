"""Countries by any form of their name, and by adjectives in any gender and number."""

import pytest

from service.core.linking.countries import country_in, country_of_nisba
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import name_key


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("الولايات المتحدة الأميركية", "US"),
        ("أمريكا", "US"),
        ("دولة الامارات", "AE"),
        ("السعودية", "SA"),
        ("المملكة العربية السعودية", "SA"),
        ("جمهورية مصر العربية", "EG"),
        ("النرويج", "NO"),
        ("سوريا", "SY"),
        ("سورية", "SY"),
        ("بريطانيا", "GB"),
        ("المملكة", None),
        ("باريس", None),
        ("الاتحاد الأوروبي", None),
    ],
)
def test_forms_of_countries(name: str, code: str | None, linking: LinkingKnowledge) -> None:
    assert linking.countries.get(name_key(name)) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("العراقي", "IQ"),
        ("والعراقية", "IQ"),
        ("الأميركيين", "US"),
        ("للبنانيين", "LB"),
        ("المصريون", "EG"),
        ("أتراك", "TR"),
        ("التركية", "TR"),
        ("القطريتين", "QA"),
        ("السياسي", None),
        ("الخارجية", None),
    ],
)
def test_country_of_nisba(word: str, code: str | None, linking: LinkingKnowledge) -> None:
    assert country_of_nisba(word, linking.nisbas) == code


def test_country_in_a_phrase_prefers_the_longer_name(linking: LinkingKnowledge) -> None:
    assert country_in(("خارجيه", "جنوب", "السودان"), linking) == "SS"
    assert country_in(("دفاع", "الولايات", "المتحده"), linking) == "US"
    assert country_in(("الكوري", "الجنوبي"), linking) == "KR"
    assert country_in(("الري", "والسدود"), linking) is None
