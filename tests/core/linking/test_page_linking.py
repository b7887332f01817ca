"""The mentions of one page that name one thing become one entity."""

import pytest

from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import form_of
from service.core.records import PageEntity
from tests.marked import link_marked


def shown(entities: tuple[PageEntity, ...]) -> dict[str, dict[str, str]]:
    """Return the aliases of each entity with their rules."""
    return {entity.name: {alias.name: alias.rule for alias in entity.aliases} for entity in entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل P{ربيع الدهان} أمس. وقال P{الدهان} إنه باق.", {"ربيع الدهان": {"الدهان": "surname-in-article"}}),
        ("قال P{الدهان} إنه باق. وكان P{ربيع الدهان} وصل.", {"ربيع الدهان": {"الدهان": "surname-in-article"}}),
        (
            "وصل P{دغلاس مكنتاير}. وتحدث P{دوغلاس ماكنتاير}.",
            {"دوغلاس ماكنتاير": {"دغلاس مكنتاير": "spelling"}},
        ),
        ("وصل P{أنور الخضر} ثم غادر P{انور الخضر}.", {"أنور الخضر": {"انور الخضر": "spelling"}}),
        ("استقبل P{ماهر بن سعيد الخضر} ضيفه. وشكر P{ماهر الخضر}.", {"ماهر بن سعيد الخضر": {"ماهر الخضر": "nasab"}}),
        (
            "وصل L{السعودية} قادما من L{المملكة العربية السعودية}",
            {"المملكة العربية السعودية": {"السعودية": "country-form"}},
        ),
        ("سفير L{مصر} ل{}L{لمصر} تاريخ".replace("ل{}", ""), {"مصر": {}}),
        ("قال O{حلف شمال الأطلسي} إن O{الناتو} باق", {"حلف شمال الأطلسي": {"الناتو": "known-name"}}),
        (
            "أعلن O{اتحاد صناع الزجاج} (O{اصز}) الإضراب. وقال O{اصز} إنه مفتوح.",
            {"اتحاد صناع الزجاج": {"اصز": "acronym"}},
        ),
        ("بيان O{وزارة الري النرويجية}. وأضافت O{وزارة الري}", {"وزارة الري النرويجية": {"وزارة الري": "short-form"}}),
        ("سكان L{محافظة دير السرو} و L{دير السرو}", {"محافظة دير السرو": {"دير السرو": "class-word"}}),
        (
            "أعلنت O{المديرية العامة لإطفاء الحرائق} ثم O{المديرية العامة للدفاع الجوي}. وقال O{الدفاع الجوي}",
            {"المديرية العامة لإطفاء الحرائق": {}, "المديرية العامة للدفاع الجوي": {"الدفاع الجوي": "class-word"}},
        ),
        ('وعد P{سامر الجزار} المعروف بـ"P{أبو الليل}" بالعودة', {"سامر الجزار": {"أبو الليل": "byname"}}),
    ],
)
def test_links_in_one_page(text: str, expected: dict[str, dict[str, str]], linking: LinkingKnowledge) -> None:
    assert shown(link_marked(text, linking)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وصل P{حسن الدهان} وغادر P{حسين الدهان}",  # native names differ in one vowel
        "وصل P{ماكنتاير} وغادر P{مكنتاير}",  # bare words are not merged on likeness
        "قال O{الدفاع المدني} (O{رويترز})",  # a source in brackets is no gloss
        "قالت O{البنتاغون} (O{الناتو})",  # two known institutions
        "من L{باريس} (L{فرنسا})",  # a place in brackets is where the other lies
        "وزير L{السودان} ورئيس L{جنوب السودان}",
        "مياه L{النهر الأبيض} و L{النهر}",
        "حضر P{ربيع الدهان} أو P{سامر الجزار}",
        "أعلن O{مجلس الضفاف} (O{هيئة الري}) ذلك",
        "رئيس O{جامعة صنوبر} في L{صنوبر}",
    ],
)
def test_two_things_stay_two(text: str, linking: LinkingKnowledge) -> None:
    assert len(link_marked(text, linking)) == 2


def test_a_surname_of_two_people_goes_to_the_one_named_last(linking: LinkingKnowledge) -> None:
    text = "حضر P{الدهان}. وصل P{ربيع الدهان}. وغادرت P{سلمى الدهان}. وقالت P{الدهان} إنها متعبة."
    entities = link_marked(text, linking)
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [
        ("الدهان", 1),
        ("ربيع الدهان", 1),
        ("سلمى الدهان", 2),
    ]
    assert [(alias.rule, alias.score) for alias in entities[2].aliases] == [("surname-nearest", 0.6)]


def test_entities_carry_country_and_spans_in_order(linking: LinkingKnowledge) -> None:
    entities = link_marked("زار L{النرويج} ثم L{أوسلو}", linking, title="P{ربيع الدهان} في L{مملكة النرويج}")
    assert [(entity.name, entity.country) for entity in entities] == [
        ("ربيع الدهان", None),
        ("مملكة النرويج", "NO"),
        ("أوسلو", None),
    ]
    assert [mention.span.field for mention in entities[1].mentions] == ["title", "body"]


def test_no_mentions_give_no_entities(linking: LinkingKnowledge) -> None:
    assert link_marked("لا أسماء هنا", linking) == ()


def test_a_city_with_a_countrys_name_is_the_country_only_where_the_page_says_so(linking: LinkingKnowledge) -> None:
    city = link_marked("وصل إلى L{عمان} أمس", linking)
    country = link_marked("زار L{سلطنة عمان} ثم غادر L{عمان}", linking)
    assert [entity.country for entity in city] == [None]
    assert [(entity.country, len(entity.mentions)) for entity in country] == [("OM", 2)]
    assert len({form_of(entity, linking).key for entity in city + country}) == 2


def test_a_surname_is_preferred_to_a_given_name(linking: LinkingKnowledge) -> None:
    entities = link_marked("وصل P{سامر الدهان} مع P{الدهان سالم}. وقال P{الدهان} كلاما", linking)
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [("سامر الدهان", 2), ("الدهان سالم", 1)]


def test_nobody_is_called_by_the_father_s_name_alone(linking: LinkingKnowledge) -> None:
    assert len(link_marked("وصل P{ماهر بن راشد} ولم يصل P{راشد}", linking)) == 2
    assert len(link_marked("وصل P{ماهر بن راشد} ولم يتأخر P{بن راشد}", linking)) == 1


def test_a_word_of_a_name_in_marks_is_no_second_name(linking: LinkingKnowledge) -> None:
    assert len(link_marked('أعلن O{حزب الضفاف الجديد} "O{حزب}" الإضراب', linking)) == 2


def test_a_paper_and_a_station_of_one_name_stay_two(linking: LinkingKnowledge) -> None:
    assert len(link_marked("قالت O{صحيفة الضفاف} وقالت O{إذاعة الضفاف}", linking)) == 2
    assert len(link_marked("قالت O{صحيفة الضفاف} ثم O{الضفاف}", linking)) == 1
    assert len(link_marked("قالت O{صحيفة الضفاف} وقالت O{إذاعة الضفاف} ثم O{الضفاف}", linking)) == 3


def test_a_clitic_goes_from_before_an_institution_s_head_word(linking: LinkingKnowledge) -> None:
    (body,) = link_marked("تعود O{لحزب الضفاف الجديد} مقار", linking)
    assert body.name == "حزب الضفاف الجديد"
