"""Names of many pages that name one thing become one entity; what is not sure stays apart."""

import pytest

from service.core.corpus import MOST_GIVERS, LinkedEntity
from service.core.linking.corpus_linking import link_forms
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import form_of
from service.core.linking.name_ties import ties_of
from service.core.records import EntityType, PageEntity, Role, Span
from tests.marked import link_marked


def person(name: str, *offices: str) -> PageEntity:
    """Return a person of some page, with offices."""
    roles = tuple(Role(office, Span("body", 0, len(office), office)) for office in offices)
    return PageEntity("person", name, (), roles=roles)


def thing(kind: EntityType, name: str, country: str | None = None) -> PageEntity:
    """Return a place or organisation of some page."""
    return PageEntity(kind, name, (), country=country)


def link(linking: LinkingKnowledge, *entities: PageEntity) -> tuple[LinkedEntity, ...]:
    """Return what pages that name these entities give together."""
    forms = [form_of(entity, linking) for entity in entities]
    ties = [tie for entity, form in zip(entities, forms, strict=True) for tie in ties_of(entity, form, linking)]
    return link_forms(forms, ties, linking)


def rules(linked: LinkedEntity, linking: LinkingKnowledge, *entities: PageEntity) -> dict[str, str]:
    """Return the rule of every name of an entity."""
    names = {form.key: form.name for form in (form_of(entity, linking) for entity in entities)}
    return {names[name.key]: name.rule for name in linked.forms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("أنور الخضر"), person("انور الخضر")),
        (person("دغلاس مكنتاير"), person("دوغلاس ماكنتاير")),
        (person("ماهر بن سعيد الخضر"), person("ماهر الخضر")),
        (person("الدهان", "وزير الري"), person("ربيع الدهان", "وزير الري النرويجي")),
        (person("ربيع سعد الدهان", "وزير الري"), person("ربيع الدهان", "وزير الري النرويجي")),
        (thing("place", "السعودية", "SA"), thing("place", "المملكة العربية السعودية", "SA")),
        (thing("organization", "البنتاغون"), thing("organization", "وزارة الدفاع الأمريكية")),
        (thing("organization", "شركة زجاج الضفاف"), thing("organization", "زجاج الضفاف")),
        (thing("organization", "صحيفة الضفاف"), thing("organization", "الضفاف")),
        (thing("organization", "صحيفة الضفاف"), thing("organization", "جريدة الضفاف")),
        (thing("place", "محافظة دير السرو"), thing("place", "دير السرو")),
        (person("بن راشد", "وزير الري"), person("ماهر بن راشد", "وزير الري")),
    ],
)
def test_one_entity(one: PageEntity, other: PageEntity, linking: LinkingKnowledge) -> None:
    (linked,) = link(linking, one, other)
    assert {name.rule for name in linked.forms} > {"exact"}
    assert all(0 < name.score <= 1 for name in linked.forms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("الدهان"), person("ربيع الدهان")),
        (person("الدهان", "وزير المالية"), person("ربيع الدهان", "وزير الري")),
        (person("الدهان", "وزير الري السويدي"), person("ربيع الدهان", "وزير الري النرويجي")),
        (person("الدهان", "الدكتور"), person("ربيع الدهان", "الدكتور")),
        (person("ربيع سعد الدهان"), person("ربيع الدهان")),
        (person("حسن الدهان"), person("حسين الدهان")),
        (person("راشد", "رئيس الوزراء"), person("ماهر بن راشد", "رئيس الوزراء")),
        (person("الدهان", "أمير الضفاف"), person("ربيع الدهان", "أمير الضفاف")),
        (person("ماهر آل ثاني"), person("ماهر الثاني")),
        (thing("place", "قناة السرو"), thing("place", "السرو")),
        (person("ماكنتاير"), person("مكنتاير")),
        (person("واحة الخضر"), thing("place", "واحة الخضر")),
        (thing("organization", "وزارة الري"), thing("organization", "وزارة الري النرويجية")),
        (thing("organization", "صحيفة الضفاف"), thing("organization", "إذاعة الضفاف")),
        (thing("place", "حي النصر"), thing("place", "النصر")),
    ],
)
def test_two_entities(one: PageEntity, other: PageEntity, linking: LinkingKnowledge) -> None:
    assert len(link(linking, one, other)) == 2


def test_a_short_name_that_fits_two_stays_apart(linking: LinkingKnowledge) -> None:
    people = (person("ماهر بن سعيد الخضر"), person("ماهر بن راشد الخضر"), person("ماهر الخضر"))
    assert len(link(linking, *people)) == 3


def test_a_bare_name_that_two_media_bear_is_neither(linking: LinkingKnowledge) -> None:
    media = [thing("organization", name) for name in ("صحيفة الضفاف", "إذاعة الضفاف", "الضفاف")]
    assert len(link(linking, *media)) == 3


def test_a_short_name_that_one_page_shows_of_two_people_joins_neither(linking: LinkingKnowledge) -> None:
    pages = [link_marked(f"وصل P{{{name}}}. وقال P{{ماهر الخضر}} إنه باق", linking)[0]
             for name in ("ماهر سعيد الخضر", "ماهر راشد الخضر")]  # fmt: skip
    assert [len(page.aliases) for page in pages] == [1, 1]
    assert len(link(linking, *pages, person("ماهر الخضر"))) == 3


def test_what_too_many_names_claim_decides_nothing(linking: LinkingKnowledge) -> None:
    bare, office = person("الدهان", "وزير الري"), "وزير الري"
    given = ("ربيع", "أنور", "سالم", "نادر", "ماهر", "جابر", "وليد", "هاني", "زياد", "رامي")
    names = [person(f"{name} الدهان", office) for name in given]
    assert len(link(linking, bare, names[0])) == 1
    assert len(link(linking, bare, *names[: MOST_GIVERS + 1])) == MOST_GIVERS + 2


def test_a_name_shown_without_its_family_binds_its_page_only(linking: LinkingKnowledge) -> None:
    (page,) = link_marked("وصل P{دوغلاس ماكنتاير سنكلير}. وقال P{دوغلاس ماكنتاير} إنه باق", linking)
    assert len(link(linking, page, person("دوغلاس ماكنتاير"))) == 2
    (page,) = link_marked("وصل P{ماهر بن راشد آل مرعي}. وقال P{ماهر بن راشد} إنه باق", linking)
    assert len(link(linking, page, person("ماهر بن راشد"))) == 1


def test_a_gloss_on_one_page_links_the_names_on_all(linking: LinkingKnowledge) -> None:
    page = link_marked("أعلن O{اتحاد صناع الزجاج} (O{اصز}) الإضراب", linking)
    other = thing("organization", "اصز")
    assert len(link(linking, PageEntity("organization", "اتحاد صناع الزجاج", ()), other)) == 2
    (linked,) = link(linking, *page, other)
    assert rules(linked, linking, *page, other) == {"اتحاد صناع الزجاج": "exact", "اصز": "acronym"}


def test_an_acronym_of_two_bodies_is_neither(linking: LinkingKnowledge) -> None:
    bodies = ("اتحاد صناع الزجاج", "الجمعية الأهلية لصيد الزعانف")
    pages = [link_marked(f"أعلن O{{{body}}} (O{{اصز}}) الإضراب", linking)[0] for body in bodies]
    assert len(link(linking, *pages, thing("organization", "اصز"))) == 3


def test_a_surname_on_one_page_says_nothing_of_others(linking: LinkingKnowledge) -> None:
    (entity,) = link_marked("وصل P{ربيع الدهان}. وقال P{الدهان} إنه باق", linking)
    assert ties_of(entity, form_of(entity, linking), linking) == ()


def test_a_gloss_never_joins_what_is_known_apart(linking: LinkingKnowledge) -> None:
    page = link_marked("أعلن O{حلف شمال الأطلسي}، المعروف باسم O{البنتاغون} الإضراب", linking)
    assert len(link(linking, *page, thing("organization", "البنتاغون"))) == 2


def test_an_id_depends_on_the_meaning_not_on_the_form(linking: LinkingKnowledge) -> None:
    ids = {link(linking, thing("place", name, "US"))[0].id for name in ("أمريكا", "الولايات المتحدة")}
    assert len(ids) == 1
    ids = {link(linking, thing("organization", name))[0].id for name in ("الناتو", "حلف شمال الأطلسي")}
    assert len(ids) == 1


@pytest.mark.parametrize("turn", [1, -1])
def test_the_offices_of_a_name_add_up_over_pages(turn: int, linking: LinkingKnowledge) -> None:
    people = [
        person("الدهان", "وزير الري"),
        person("الدهان"),
        person("ربيع الدهان"),
        person("ربيع الدهان", "وزير الري"),
    ]
    assert len(link(linking, *people[::turn])) == 1


def test_every_name_tells_its_rule(linking: LinkingKnowledge) -> None:
    people = (
        person("ربيع الدهان", "وزير الري"),
        person("ربيع بن سعد الدهان", "وزير الري"),
        person("الدهان", "وزير الري"),
    )
    (entity,) = link(linking, *people)
    assert rules(entity, linking, *people) == {
        "ربيع بن سعد الدهان": "exact",
        "ربيع الدهان": "nasab",
        "الدهان": "surname-and-office",
    }


def test_a_name_written_in_one_or_two_words_is_one(linking: LinkingKnowledge) -> None:
    (entity,) = link(linking, person("نور الدين الخضر"), person("نورالدين الخضر"))
    assert {name.score for name in entity.forms} == {1.0}
