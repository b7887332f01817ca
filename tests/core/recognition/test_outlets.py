"""A story may name the outlet that published it; a name that the page shows short is short everywhere."""

import pytest

from tests.core.recognition.finding import found


@pytest.mark.parametrize(
    ("sentence", "outlet", "name"),
    [
        ("وأضاف الخبير لنجمبرس أن الأمر انتهى", "نجمبرس", "نجمبرس"),
        ("في تصريح للزيتونة أف أم قال الوالي", "زيتونة أف أم", "للزيتونة أف أم"),
        ("تلقت الزيتونة أف أم نسخة منه", "زيتونة أف أم", "الزيتونة أف أم"),
    ],
)
def test_the_outlet_is_named_in_its_story(sentence: str, outlet: str, name: str) -> None:
    assert (name, "organization") in found(sentence, outlet=outlet)


def test_an_outlet_called_by_a_common_word_is_not_looked_for() -> None:
    assert found("عاد الماء إلى البيوت وبدأت الحياة من جديد", outlet="صحيفة الحياة") == []


def test_a_party_that_the_page_names_alone_is_named_without_its_generic_word() -> None:
    names = found("قرر حزب آفاق تونس عقد مؤتمره. ودعا آفاق تونس الجميع إلى الحضور.")
    assert names == [("آفاق تونس", "organization")] * 2


def test_a_name_that_begins_with_the_article_keeps_its_generic_word() -> None:
    names = found("هاجم تنظيم الدولة الإسلامية البلدة. وقالت الدولة الإسلامية إنها انسحبت.")
    assert ("تنظيم الدولة الإسلامية", "organization") in names
