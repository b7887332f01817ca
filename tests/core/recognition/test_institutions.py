"""Institutions keep their purpose and their place, and stand behind an office that serves them."""

import pytest

from service.core.arabic.letters import fold
from service.core.recognition.institutions import find_institutions
from tests.core.recognition.flags import read_flags
from tests.core.recognition.test_mentions import found, knowledge


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال رئيس الحكومة الكندية إن المهلة انتهت", "الحكومة الكندية"),
        ("أكد رئيس المركز الوطني للزلازل أن الخطر زال", "المركز الوطني للزلازل"),
        ("دعت الهيئة الوطنية لمكافحة التصحر إلى الحذر", "الهيئة الوطنية لمكافحة التصحر"),
        ("أعلنت وزارة الري مشروعا جديدا", "وزارة الري"),
        ("تستعد وزارة الدفاع النرويجية للعرض", "وزارة الدفاع النرويجية"),
        ("أصلحت الشركة الوطنية لاستغلال وتوزيع الغاز الأنبوب", "الشركة الوطنية لاستغلال وتوزيع الغاز"),
        ("أوصى المجلس الوطني لعمادة الأطباء بالتلقيح", "المجلس الوطني لعمادة الأطباء"),
        ("تراقب الإدارة الجهوية للتجارة بصفاقس الأسعار", "الإدارة الجهوية للتجارة بصفاقس"),
        ("انضمت الحركة الدستورية التقدمية إلى الكتلة", "الحركة الدستورية التقدمية"),
        ('قصف الجيش "النرويجي" الميناء فجرا', 'الجيش "النرويجي"'),
        ("رفضت الحكومة «النرويجية» العرض", "الحكومة «النرويجية»"),
        ("رفضت حكومة النرويج العرض أمس", "حكومة النرويج"),
        ("زار الوفد جامعة أوسلو يوم الأحد", "جامعة أوسلو"),
        ("رفض مجلس علماء النرويج التعليق", "مجلس علماء النرويج"),
        ("خفض بنك النرويج المركزي الفائدة", "بنك النرويج المركزي"),
        ("انتخب نائب رئيس الحزب الديمقراطي النرويجي أمس", "الحزب الديمقراطي النرويجي"),
        ("تستعد الشركة الوطنية للنقل بين المدن للعيد", "الشركة الوطنية للنقل بين المدن"),
        (
            "تبرعت مؤسسة سالم بن خلف آل مرزوق للأعمال الخيرية بالمال",
            "مؤسسة سالم بن خلف آل مرزوق للأعمال الخيرية",
        ),
        ("نشر معهد ستيفن هاوزر لاستطلاعات الرأي نتائجه", "معهد ستيفن هاوزر لاستطلاعات الرأي"),
        ("نقل المصابون إلى مستشفى حمد العام فجرا", "مستشفى حمد العام"),
        ("أقلعت طائرة الخطوط الجوية النرويجية صباحا", "الخطوط الجوية النرويجية"),
        ("أعلن مركز «نبراس» الدولي برنامجه", "نبراس"),
        ("نقل المصابون إلى المستشفى الجامعي الحبيب بورقيبة فجرا", "المستشفى الجامعي الحبيب بورقيبة"),
        ("أفادت إذاعة صفاقس أن الجسر مغلق", "إذاعة صفاقس"),
        ("زار الوفد بعثة الاتحاد الأوروبي أمس", "بعثة الاتحاد الأوروبي"),
        ("أمرت النيابة العامة النرويجية بحبسه", "النيابة العامة النرويجية"),
        ("نقل إلى المستشفى الجامعي هوفن بسوسة فجرا", "المستشفى الجامعي هوفن بسوسة"),
        ("نقل إلى مستشفى الزهور فجرا", "مستشفى الزهور"),
        ("انضم إلى حزب صوت العمال أمس", "حزب صوت العمال"),
        ("انتقد حكومة الوحدة الوطنية أمس", "حكومة الوحدة الوطنية"),
        ("أكد الاتحاد الجهوي للفلاحة بتطاوين الخبر", "الاتحاد الجهوي للفلاحة بتطاوين"),
    ],
)
def test_an_institution_is_named_in_full(sentence: str, name: str) -> None:
    assert (name, "organization") in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "فاز منتخب النرويج على ضيفه",  # a team stands for its country
        "قال وزير خارجية النرويج إن الوفد وصل",  # an office, not its ministry
        "قال وزير الداخلية النرويجي إن الوفد وصل",  # the adjective is the minister's
        "تبرع السكان لفائدة بنك الدم في أوسلو",  # any bank of blood
        "فاز فريقه ببطولة رابطة أبطال أوروبا",  # a contest
        "وأضاف أن السياسة الخارجية النرويجية تغيرت",  # an adjective
        "وقالت وزيرة الخارجية الأمريكية إن الوفد وصل",  # hers
        "اجتمع مجلس أمناء المؤسسة صباحا",  # whose, the page says elsewhere
    ],
)
def test_what_only_looks_like_an_institution_is_none(sentence: str) -> None:
    assert not [name for name, kind in found(sentence) if kind == "organization"]


def test_a_person_behind_an_office_or_a_first_name_is_no_institution() -> None:
    names = found("التقى الأمين العام للجامعة العربية عمرو موسى عمدة المدينة مايكل بلومبرغ")
    assert {("عمرو موسى", "person"), ("مايكل بلومبرغ", "person")} <= set(names)


def test_the_party_of_a_part_is_no_part_of_its_name() -> None:
    words = fold("الهيئة العليا لحزب السنديان").split()
    flags = read_flags(words, knowledge())
    assert [name.end for name in find_institutions(words, flags, knowledge())] == [2, 4]


def test_a_purpose_ends_where_a_place_begins() -> None:
    assert ("السفارة الكندية", "organization") in found("قرر نقل السفارة الكندية لأوسلو في الصيف")


def test_a_movement_called_as_a_common_word_needs_its_class() -> None:
    assert not found("دعت اللجنة إلى فتح صفحة جديدة")
    assert ("فتح", "organization") in found("قال القيادي في حركة فتح إن الحوار مستمر")


@pytest.mark.parametrize("site", ["جبل سنديانور", "مطار سنديانور", "نهر سنديانور"])
def test_a_site_is_found_by_its_head(site: str) -> None:
    assert (site, "place") in found(f"وصل الوفد إلى {site} صباح أمس")


@pytest.mark.parametrize("words", ["قرب ميناء ترفيهي", "قرب جبل كبير", "بشكل شبه كامل", "قرب نهر كبير"])
def test_a_site_without_a_name_is_no_place(words: str) -> None:
    assert not [name for name, kind in found(f"دمرت القرية {words} في الحرب") if kind == "place"]
