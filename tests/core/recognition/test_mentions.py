"""Names are found by form and context, without clitics, titles, generic words and marks."""

from itertools import pairwise

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.mentions import find_mentions
from tests.core.recognition.finding import found, knowledge


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("أعلنت وزارة الدفاع الأمريكية أمس سحب الجنود", "وزارة الدفاع الأمريكية", "organization"),
        ("قالت الحكومة الكندية إن الأزمة انتهت", "الحكومة الكندية", "organization"),
        ("نشره المركز الوطني للزلازل في تقرير", "المركز الوطني للزلازل", "organization"),
        ("زار الوفد جامعة الخرطوم يوم الأحد", "جامعة الخرطوم", "organization"),
        ("بحسب وكالة رويترز التي نقلت الخبر", "رويترز", "organization"),
        ("كتبت صحيفة الرياض في عددها الأخير", "الرياض", "organization"),
        ("ذكرت صحيفة «نجمة الوادي» أن الاجتماع تأجل", "نجمة الوادي", "organization"),
        ("سقط عشرات من تنظيم داعش الإرهابي في المعركة", "داعش", "organization"),
        ("وصل الوفد إلى الولايات المتحدة لإجراء محادثات", "الولايات المتحدة", "place"),
        ("وقع الانفجار في الشرق الأوسط", "الشرق الأوسط", "place"),
        ("وقال الكاتب العام لنقابة عمال الموانئ، الهادي الزرلّي، إن العمل توقف.", "الهادي الزرلّي", "person"),
    ],
)
def test_a_name_is_found(sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in found(sentence)


def test_a_person_is_named_without_office_and_title() -> None:
    assert ("سامر عبد الحميد", "person") in found(
        "قال وزير الخارجية الأردني الدكتور سامر عبد الحميد إن بلاده ترحب بالقرار"
    )


def test_what_is_a_persons_is_no_first_name() -> None:
    assert ("أوباما", "person") in found("رحب النواب بعد خطاب أوباما بالقرار")


def test_clitics_stay_outside() -> None:
    assert ("فرنسا", "place") in found("سافر الرئيس إلى ألمانيا وفرنسا")
    assert ("بغداد", "place") in found("اجتماع عقد ببغداد أمس")


@pytest.mark.parametrize("name", ["كوفاي عنابي", "ريما كرمول", "كيلي هارسون"])
def test_a_first_letter_is_no_clitic(name: str) -> None:
    assert found(f"قال الوزير {name} إن السد آمن") == [(name, "person")]


def test_clitics_stay_outside_where_news_has_the_place_with_them_often() -> None:
    assert ("صفاقس", "place") in found("وقع الحادث بصفاقس صباح أمس")
    assert ("برشلونة", "place") in found("وقع الحادث في برشلونة صباح أمس")


@pytest.mark.parametrize("signed", ["(يو.بي.آي)", "(يو .بي .آي)", "(أ.ف.ب)"])
def test_the_letters_of_a_signature_are_no_names(signed: str) -> None:
    assert not found(f"وانتهى الحوار في المساء {signed}")


def test_a_crowd_is_no_person() -> None:
    assert not found("وقال المتضررون إن الجسر انهار")
    assert not found("وأكد المستجوبون أن الجسر انهار")


def test_an_adjective_of_nation_is_no_name() -> None:
    assert not found("اجتمع الوزير العراقي مع نظيره الفرنسي")


def test_an_office_is_no_institution() -> None:
    assert not [name for name, kind in found("قال وزير الدفاع العراقي إن الوضع هادئ") if kind == "organization"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("انتخب حزب الرئيس مرشحا جديدا", []),
        ("طالبت نقابة للصحفيين الأردنيين بالتحقيق", []),
        ("نظرت المحكمة العسكرية القاضية أمل في القضية", ["المحكمة العسكرية"]),
    ],
)
def test_an_officer_belongs_to_no_institution(sentence: str, expected: list[str]) -> None:
    assert [name for name, kind in found(sentence) if kind == "organization"] == expected


def test_a_name_that_ends_as_companies_do_is_a_company() -> None:
    assert ("فاندرل نتورك", "organization") in found("قالت مديرة شركة فاندرل نتورك إن البث مستمر")


def test_a_surname_is_found_again() -> None:
    body = "قال وزير النفط الليبي خالد الزنداقي إن الإنتاج ارتفع.\nوتوقع الزنداقي أن يرتفع ثانية."
    assert [name for name, _ in found(body)].count("الزنداقي") == 1


def test_an_outlet_opens_its_story() -> None:
    assert ("مرصد الضفاف", "organization") in found("مرصد الضفاف/ قرر المجلس تأجيل الجلسة")


@pytest.mark.parametrize("text", ["", "\n\n", "...", "12 34", "«»", "ا" * 2000, '"' * 2000, "وزارة " * 500])
def test_odd_text_gives_no_error(text: str) -> None:
    assert isinstance(found(text), list)


def test_mentions_never_overlap() -> None:
    texts = read_texts(
        "وزارة الخارجية الفرنسية تنفي", "قالت وزارة الخارجية الفرنسية في باريس إن جامعة بغداد وقناة العربية"
    )
    mentions = find_mentions(texts, knowledge())
    for left, right in pairwise(mentions):
        assert left.span.field != right.span.field or left.span.end <= right.span.start


def test_the_same_text_gives_the_same_names() -> None:
    body = "التقى الملك الأردني وفدا من حزب العمال البريطاني في عمان"
    assert found(body) == found(body)


@pytest.mark.parametrize("office", ["مراسلنا", "موفدتنا"])
def test_who_is_named_behind_an_office_with_a_pronoun_is_a_person(office: str) -> None:
    assert found(f"وأكدت {office} إيمان الزهوري مقاطعة أغلب المخابز.") == [("إيمان الزهوري", "person")]


def test_a_rank_is_no_part_of_a_name() -> None:
    assert ("رايان هوفن", "person") in found("وقال الكولونيل رايان هوفن إن الجسر مغلق")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("هبطت الطائرة في قاعدة تطاوين فجرا", "قاعدة تطاوين"),
        ("افتتح المصنع في القاهرة الجديدة أمس", "القاهرة الجديدة"),
        ("عاش في تونس الجديدة سعيدا", "تونس"),
    ],
)
def test_a_site_and_a_new_town_are_named_in_full(words: str, name: str) -> None:
    assert (name, "place") in found(words)
