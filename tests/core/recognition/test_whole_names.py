"""A name is found whole, and nothing beside it: second names, second towns, works, channels, a doctor's letter."""

import pytest

from tests.core.recognition.finding import found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("وصل النائب عبد الكريم بوشرقان إلى مقر البرلمان", "عبد الكريم بوشرقان", "person"),
        ("وفاز حمدي البوزيدي بالجائزة", "حمدي البوزيدي", "person"),
        ("وقالت الوزيرة أنيكا فون دير غراف إن الاتفاق جاهز", "أنيكا فون دير غراف", "person"),
        ("ووصل رئيس الوزراء د. بشر القصرباوي إلى الميناء", "بشر القصرباوي", "person"),
        ("نزلت الطائرة بمطار تونس قرطاج صباحا", "مطار تونس قرطاج", "place"),
        ("نزلت الطائرة في مطار جربة جرجيس الدولي صباحا", "مطار جربة جرجيس الدولي", "place"),
        ("أغلق الجيش مصفاة بيجي أمس", "مصفاة بيجي", "place"),
        ("وصل النائب قاسم عفزوية إلى مقر البرلمان", "قاسم عفزوية", "person"),
        ("أعلنت المديرية العامة للدفاع المدني حصيلة الحرائق", "المديرية العامة للدفاع المدني", "organization"),
        ("أفادت القناة 12 بأن المحادثات مستمرة", "القناة 12", "organization"),
    ],
)
def test_a_name_is_found_whole(sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ونظم أنصار القذافي مسيرة", ["القذافي"]),
        ("ويرى براون سيتخلص الفريق منه", ["براون"]),
        ("وصدر الحكم في حق وليد زروق أمس", ["وليد زروق"]),
        ("وأضاف الكولونيل أن الحصيلة ثقيلة", []),
        ("وتراجعت الأسعار خلال شهر غشت الماضي", []),
        ("وتتابع الوزارة مستجدات فيروس «كورونا» في المدارس", []),
        ("انفجر حقل ألغام قرب الطريق", []),
        ("نزلت الطائرة في مطار العاصمة صباحا", []),
    ],
)
def test_nothing_beside_a_name_is_found(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in found(sentence)] == names
