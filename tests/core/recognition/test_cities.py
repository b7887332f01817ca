"""Capitals are places wherever they stand, towns where the words before them say so."""

import pytest

from service.lexicon.cities import read_cities, read_towns
from tests.core.recognition.finding import found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("واتفقت بوغوتا مع جارتها على الحدود", "بوغوتا"),
        ("وقعت أديس أبابا على البيان", "أديس أبابا"),
        ("جرت المحادثات ببيشكك أمس", "بيشكك"),
        ("أوقف الحرس الوطني بفريانة شخصين", "فريانة"),
        ("وصلت القافلة إلى كادقلي مساء", "كادقلي"),
        ("المهدية : حجز كميات من السمك", "المهدية"),
        ("نقل المصاب إلى المستشفى في مجاز الباب", "مجاز الباب"),
        ("وقع الكمين بمحافظة ديالى أمس", "ديالى"),
        ("وقعت اشتباكات في مخيم عين الحلوة", "عين الحلوة"),
        ("حجزت الوحدات بضائع مهربة بجهة مطماطة", "مطماطة"),
        ("صعد السكان إلى جبل الزرقة", "جبل الزرقة"),
        ("سقطت القذائف على مخيمي البريج والمغازي", "البريج"),
        ("غادرت السفن سواحل إيرلندا الشمالية", "إيرلندا الشمالية"),
        ("عاد الوفد من ليبيا الغربية أمس", "ليبيا الغربية"),
        ("استمرت الاتصالات بين صفاقس/نابل/الحمامات طوال اليوم", "الحمامات"),
    ],
)
def test_a_city_is_found(sentence: str, name: str) -> None:
    assert (name, "place") in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["تحدثت الصحيفة عن تستور التقاليد", "انتشرت القوات على حدود ليبيا الغربية", "نشرت صحيفة لوس أنجلوس تايمز الخبر"],
)
def test_a_word_that_means_something_else_is_none(sentence: str) -> None:
    names = {name for name, kind in found(sentence) if kind == "place"}
    assert names.isdisjoint({"تستور", "ليبيا الغربية", "لوس أنجلوس"})


def test_no_name_is_both_a_city_and_a_town() -> None:
    assert set(read_cities()).isdisjoint(read_towns())
