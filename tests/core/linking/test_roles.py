"""Offices beside names, and what a description by office means."""

import pytest

from service.core.arabic.letters import fold
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.roles import resolve_description
from tests.marked import link_marked


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("قال وزير الري النرويجي P{ربيع الدهان} إن", ["وزير الري النرويجي"]),
        ("قال وزير الري النرويجي، P{ربيع الدهان}، إن", ["وزير الري النرويجي"]),
        ("قال وزير الري، الدكتور P{ربيع الدهان}، إن", ["وزير الري"]),
        ("قال نائب رئيس الوزراء P{ربيع الدهان}", ["نائب رئيس الوزراء"]),
        ("قالت المتحدّثة باسم O{وزارة الري} P{سلمى الدهان}", ["المتحدّثة باسم وزارة الري"]),
        ("والمتحدث باسم رئيس الوزراء P{ربيع الدهان}", ["المتحدث باسم رئيس الوزراء"]),
        ("لقاء وزير دفاع L{الولايات المتحدة} P{دغلاس مكنتاير}", ["وزير دفاع الولايات المتحدة"]),
        ("وصل P{ربيع الدهان}، القائد السابق لـO{لواء الزيتون}، أمس", ["القائد السابق لـلواء الزيتون"]),
        ("P{سلمى الدهان} مسؤولة الشؤون الدولية في O{وزارة الري} حسب قولها", ["مسؤولة الشؤون الدولية في وزارة الري"]),
        ("قال مدير الدائرة الإعلامية في الوزارة P{ربيع الدهان}", ["مدير الدائرة الإعلامية في الوزارة"]),
        ("قال وزير الري النرويجي السفير P{ربيع الدهان}", ["وزير الري النرويجي السفير"]),
        ("قال P{ربيع الدهان} المتحدث باسم O{وزارة الري} لصحيفة O{الضفاف} إن", ["المتحدث باسم وزارة الري"]),
        ("التقى وزير الري وP{ربيع الدهان}", []),
        ("وزير الري أكد أن P{ربيع الدهان} باق", []),
        ("قال P{ربيع الدهان} أمس", []),
        ("رسالة للرئيس النرويجي P{ربيع الدهان}", ["الرئيس النرويجي"]),
        ("مدير O{نادي الضفاف} رفض العرض المقدم لكن P{ربيع الدهان} وافق", []),
        ("قال رئيس حكومة إقليم الضفاف P{ربيع الدهان}", ["رئيس حكومة إقليم الضفاف"]),
        ("قال سفير النرويج لدى L{الضفاف} P{ربيع الدهان} إن", ["سفير النرويج لدى الضفاف"]),
        ("قال المبعوث النرويجي إلى L{الضفاف} P{ربيع الدهان} إن", ["المبعوث النرويجي إلى الضفاف"]),
        ("أرسل الوزير إلى L{الضفاف} P{ربيع الدهان} أمس", []),
        ("قال P{ربيع الدهان} وزير الري لدى زيارته L{الضفاف} إن", ["وزير الري"]),
        ("وصل P{ربيع الدهان} وزير الري إلى L{الضفاف} أمس", ["وزير الري"]),
        ("وصل P{ربيع الدهان} المبعوث النرويجي إلى L{الضفاف} أمس", ["المبعوث النرويجي إلى الضفاف"]),
        ("قال P{ربيع الدهان} وزير الري لدى الافتتاح إن", ["وزير الري"]),
        ("قال P{ربيع الدهان} كاتب الدولة لدى وزير الري إن", ["كاتب الدولة لدى وزير الري"]),
        ("وصف صحيفة O{صوت الضفاف} بالجادة", ["صحيفة"]),
    ],
)
def test_roles_beside_a_name(text: str, roles: list[str], linking: LinkingKnowledge) -> None:
    entities = link_marked(text, linking)
    named = [
        entity for entity in entities if "الدهان" in entity.name or "مكنتاير" in entity.name or "صوت" in entity.name
    ]
    assert [role.title for role in named[0].roles] == roles


CABINET = (
    "قال وزير الري النرويجي P{ربيع الدهان} كلاما. ورد وزير الخارجية الألماني P{يورغن هولتسمان} بغيره. "
    "وحضر الرئيس التركي P{أورهان تشيليك} والمتحدثة باسم O{وزارة الري} P{سلمى الدهان}. نهاية"
)


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("الوزير", "يورغن هولتسمان"),
        ("الوزير النرويجي", "ربيع الدهان"),
        ("وزير الري", "ربيع الدهان"),
        ("وزير الخارجية الألماني", "يورغن هولتسمان"),
        ("وزير الخارجية الفرنسي", None),
        ("الرئيس", "أورهان تشيليك"),
        ("الرئيس التركي", "أورهان تشيليك"),
        ("المتحدثة", "سلمى الدهان"),
        ("الناطقة", "سلمى الدهان"),
        ("فخامته", "أورهان تشيليك"),
        ("معاليه", "أورهان تشيليك"),
        ("السفير", None),
        ("البيت", None),
    ],
)
def test_a_description_means_the_last_holder_of_its_office(
    description: str, name: str | None, linking: LinkingKnowledge
) -> None:
    entities = link_marked(CABINET, linking)
    words = tuple(fold(word) for word in description.split())
    found = resolve_description(words, 10_000, entities, "body", linking)
    assert (entities[found].name if found is not None else None) == name


def test_only_people_named_before_count(linking: LinkingKnowledge) -> None:
    entities = link_marked(CABINET, linking)
    before = entities[1].mentions[0].span.start
    assert resolve_description((fold("الوزير"),), before, entities, "body", linking) == 0
    assert resolve_description((fold("الوزير"),), 3, entities, "body", linking) is None
    assert resolve_description((fold("الوزير"),), 9_999, entities, "title", linking) is None
