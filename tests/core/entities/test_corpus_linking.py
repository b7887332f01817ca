"""Names of many pages that name one thing become one entity; what is not sure stays apart."""

import pytest

from service.core.corpus import LinkedEntity, NameForm, NameTie
from service.core.entities.corpus_linking import block_of, link_forms
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.name_forms import form_of, ties_of
from service.core.records import EntityType, PageEntity, Role, Span
from tests.marked import link_marked


def person(name: str, *offices: str) -> NameForm:
    """Return the form of a person with offices."""
    roles = tuple(Role(office, Span("body", 0, len(office), office)) for office in offices)
    return form_of(PageEntity("person", name, (), roles=roles))


def thing(kind: EntityType, name: str, country: str | None = None) -> NameForm:
    """Return the form of a place or organisation."""
    return form_of(PageEntity(kind, name, (), country=country))


def office_ties(linking: LinkingKnowledge, *forms: NameForm) -> tuple[NameTie, ...]:
    """Return the ties that pages with these people would give."""
    people = (form for form in forms if form.type == "person")
    return tuple(tie for form in people for tie in ties_of((as_entity(form),), linking))


def as_entity(form: NameForm) -> PageEntity:
    """Return a page's entity that has this form."""
    roles = tuple(Role(office, Span("body", 0, len(office), office)) for office in form.roles)
    return PageEntity(form.type, form.name, (), roles=roles)


def together(linked: tuple[LinkedEntity, ...], *forms: NameForm) -> bool:
    """Tell whether one entity has all these forms."""
    return any({form.key for form in forms} <= {name.key for name in entity.forms} for entity in linked)


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
        (thing("place", "محافظة دير السرو"), thing("place", "دير السرو")),
    ],
)
def test_one_entity(one: NameForm, other: NameForm, linking: LinkingKnowledge) -> None:
    linked = link_forms((one, other), office_ties(linking, one, other), linking)
    assert len(linked) == 1
    assert block_of(one, linking) == block_of(other, linking) or office_ties(linking, one, other)
    assert {name.rule for name in linked[0].forms} > {"exact"}
    assert all(0 < name.score <= 1 for name in linked[0].forms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("الدهان"), person("ربيع الدهان")),
        (person("الدهان", "وزير المالية"), person("ربيع الدهان", "وزير الري")),
        (person("الدهان", "الدكتور"), person("ربيع الدهان", "الدكتور")),
        (person("ربيع سعد الدهان"), person("ربيع الدهان")),
        (person("حسن الدهان"), person("حسين الدهان")),
        (person("ماكنتاير"), person("مكنتاير")),
        (person("واحة الخضر"), thing("place", "واحة الخضر")),
        (thing("organization", "وزارة الري"), thing("organization", "وزارة الري النرويجية")),
        (thing("place", "حي النصر"), thing("place", "النصر")),
    ],
)
def test_two_entities(one: NameForm, other: NameForm, linking: LinkingKnowledge) -> None:
    assert len(link_forms((one, other), office_ties(linking, one, other), linking)) == 2


def test_a_short_name_that_fits_two_stays_apart(linking: LinkingKnowledge) -> None:
    forms = (person("ماهر بن سعيد الخضر"), person("ماهر بن راشد الخضر"), person("ماهر الخضر"))
    assert len(link_forms(forms, (), linking)) == 3


def test_a_gloss_on_one_page_links_the_names_on_all(linking: LinkingKnowledge) -> None:
    page = link_marked("أعلن O{اتحاد صناع الزجاج} (O{اصز}) الإضراب", linking)
    forms = (form_of(page[0]), thing("organization", "اصز"))
    assert len(link_forms(forms, (), linking)) == 2
    linked = link_forms(forms, ties_of(page, linking), linking)
    assert [(entity.name, {name.rule for name in entity.forms}) for entity in linked] == [
        ("اتحاد صناع الزجاج", {"exact", "acronym"})
    ]


def test_a_surname_on_one_page_says_nothing_of_others(linking: LinkingKnowledge) -> None:
    page = link_marked("وصل P{ربيع الدهان}. وقال P{الدهان} إنه باق", linking)
    assert ties_of(page, linking) == ()


def test_a_tie_never_joins_what_is_known_apart(linking: LinkingKnowledge) -> None:
    page = (PageEntity("organization", "حلف شمال الأطلسي", ()),)
    one, other = form_of(page[0]), thing("organization", "البنتاغون")
    tie = ties_of(link_marked("O{اتحاد الضفاف} (O{اضف})", linking), linking)[0]
    forged = type(tie)(one.key, other.key, "apposition")
    assert len(link_forms((one, other), (forged,), linking)) == 2


def test_an_id_depends_on_the_meaning_not_on_the_form(linking: LinkingKnowledge) -> None:
    ids = {link_forms((thing("place", name, "US"),), (), linking)[0].id for name in ("أمريكا", "الولايات المتحدة")}
    assert len(ids) == 1
    ids = {link_forms((thing("organization", name),), (), linking)[0].id for name in ("الناتو", "حلف شمال الأطلسي")}
    assert len(ids) == 1


@pytest.mark.parametrize("turn", [1, -1])
def test_the_offices_of_a_name_add_up_over_pages(turn: int, linking: LinkingKnowledge) -> None:
    forms = [person("الدهان", "وزير الري"), person("الدهان"), person("ربيع الدهان"), person("ربيع الدهان", "وزير الري")]
    assert len(link_forms(forms[::turn], office_ties(linking, *forms), linking)) == 1


def test_every_name_tells_its_rule(linking: LinkingKnowledge) -> None:
    forms = [
        person("ربيع الدهان", "وزير الري"),
        person("ربيع بن سعد الدهان", "وزير الري"),
        person("الدهان", "وزير الري"),
    ]
    (entity,) = link_forms(forms, office_ties(linking, *forms), linking)
    rules = {form.name: name.rule for form in forms for name in entity.forms if name.key == form.key}
    assert rules == {"ربيع بن سعد الدهان": "exact", "ربيع الدهان": "nasab", "الدهان": "surname-and-office"}
    assert together((entity,), *forms)
