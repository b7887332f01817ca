"""A word of kind makes a place of a name that no list has, and streets and hospitals are called after people."""

import pytest

from tests.core.recognition.finding import found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("اقتحمت القوة قرية السفينة ليلا", "السفينة"),
        ("وصل الوفد إلى بلدة الزرقانية أمس", "الزرقانية"),
        ("انقطع الماء في معتمدية منزل الهادي منذ أيام", "منزل الهادي"),
        ("تجمع الأهالي في منطقة الشمروخ صباحا", "الشمروخ"),
        ("قتل رجل في حي الأمين وسط المدينة", "حي الأمين"),
        ("أصاب الصاروخ هدفه في شبه جزيرة كامتشاتكا", "شبه جزيرة كامتشاتكا"),
        ("انطلقت المسيرة في شارع عبد الرحمن المزروعي مساء أمس", "شارع عبد الرحمن المزروعي"),
        ("هبطت الطائرة في مطار الملك فيصل الدولي", "مطار الملك فيصل الدولي"),
        ("زار الوزير سجن طرابلس", "سجن طرابلس"),
        ("ألقت السعودية بثقلها في الملف", "السعودية"),
        ("انفجر لغم في مديرية المنصورة أمس", "المنصورة"),
        ("تساقطت الأمطار على المهدية/المنستير/بنزرت/تونس طوال الليل", "المنستير"),
    ],
)
def test_a_place_is_found_behind_its_word_of_kind(sentence: str, name: str) -> None:
    assert (name, "place") in found(sentence)


def test_a_quarter_of_a_name_that_means_nothing_else_is_named_alone() -> None:
    assert [name for name, _ in found("وقع الحريق في حي سلوان بالقدس")] == ["سلوان", "القدس"]
    assert [name for name, _ in found("هبت العاصفة على جزيرة كريت")] == ["كريت"]
    assert [name for name, _ in found("هبت عاصفة شبه يومية على جزيرة كريت")] == ["كريت"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقعت المواجهات في منطقة جبلية نائية",
        "بدأت ولاية ثانية للرئيس",
        "من ناحية أخرى ارتفع العدد",
        "الصراع في منطقة الخلاف بين الجانبين",
        "انتشرت القوات السعودية على الطريق",
        "دعت منظمات سورية إلى الهدوء",
        "تحولت المدينة إلى مركز إقليمي للطاقة",
        "استقبل المخيم 1551 لاجئاً سورياً",
    ],
)
def test_what_only_describes_a_place_is_no_name(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "شكر المؤسسة التربوية على جهودها",
        "نقلت وكالة الأنباء الرسمية الخبر",
        "قصفت الطائرات القاعدة العسكرية",
        "حجزت الشرطة صكا ومبلغ مالي",
    ],
)
def test_common_nouns_are_no_names(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال سفير تونس مكرم زعبوط إن الطريق مغلق", "مكرم زعبوط"),
    ],
)
def test_an_officer_is_named_behind_his_office_s_place(sentence: str, name: str) -> None:
    assert (name, "person") in found(sentence)


@pytest.mark.parametrize("head", ["مناطق", "مدن"])
def test_what_stands_behind_places_is_one(head: str) -> None:
    assert ("أرحب", "place") in found(f"شنت الطائرات غارات على {head} أرحب ونهم فجرا")


def test_places_in_a_row_behind_a_plural_are_each_found() -> None:
    row = found("تساقطت الأمطار على ولايات قفصة ومدنين وسيدي بوزيد وصلاح الدين ويندرج ذلك ضمن سلسلة")
    assert row == [(name, "place") for name in ("قفصة", "مدنين", "سيدي بوزيد", "صلاح الدين")]
