"""An authority file gives entities their ids; what it says wrongly is told with its line."""

import json

import pytest

from service.core.errors import LexiconError
from service.core.linking.anchors import add_authority
from service.core.linking.authority import read_authority
from service.core.linking.corpus_linking import link_forms
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import form_of
from service.core.records import PageEntity
from tests.marked import link_marked

OURS = {"id": "P-1", "type": "person", "names": ["ربيع الدهان", "أبو سعد النجار"], "wikidata": "Q900000001"}
FTM = {
    "id": "NK-77",
    "schema": "PublicBody",
    "properties": {"name": ["هيئة المجاري المائية"], "alias": ["هيئة الأنهار"], "wikidataId": ["Q900000002"]},
}
LINES = [json.dumps(OURS, ensure_ascii=False), "", json.dumps(FTM, ensure_ascii=False)]


def test_both_kinds_of_lines_are_read() -> None:
    authority = read_authority(LINES)
    found = authority.find("person", "ابو سعد النجار")
    assert found is not None
    assert (found.id, found.wikidata) == ("P-1", "Q900000001")
    body = authority.find("organization", "هيئة الأنهار")
    assert body is not None
    assert (body.id, body.wikidata) == ("NK-77", "Q900000002")
    assert authority.find("place", "هيئة الأنهار") is None


def test_other_schemas_and_bare_surnames_are_passed_over() -> None:
    address = {"id": "A-1", "schema": "Address", "properties": {"full": ["شارع"]}}
    bare = {"id": "P-2", "type": "person", "names": ["الدهان"]}
    authority = read_authority([json.dumps(address), json.dumps(bare)])
    assert authority.by_name == {}


def test_a_name_of_two_entries_names_neither() -> None:
    other = {"id": "P-9", "type": "person", "names": ["ربيع الدهان"]}
    authority = read_authority([LINES[0], json.dumps(other)])
    assert authority.find("person", "ربيع الدهان") is None
    assert authority.find("person", "أبو سعد النجار") is not None


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "a b", "type": "person", "names": ["x"]}',
        '{"id": "a", "type": "city", "names": ["x"]}',
        '{"id": "a", "type": "person", "names": []}',
        '{"id": "a", "type": "person", "names": "x"}',
        '{"id": "a", "schema": "Person", "properties": []}',
        "[" * 5000,
    ],
)
def test_a_bad_line_is_told_by_its_number(line: str) -> None:
    with pytest.raises(LexiconError, match="line 2"):
        read_authority([LINES[0], line])


def test_entities_get_its_id_and_are_linked_by_its_names(linking: LinkingKnowledge) -> None:
    knowledge = add_authority(linking, read_authority(LINES))
    forms = [form_of(PageEntity("person", name, ()), knowledge) for name in ("ربيع الدهان", "أبو سعد النجار")]
    assert forms[0].core == forms[1].core
    (linked,) = link_forms(forms, (), knowledge)
    assert (linked.id, linked.wikidata) == ("P-1", "Q900000001")
    assert {name.rule for name in linked.forms} == {"exact", "authority"}
    assert len(link_forms([form_of(PageEntity("person", form.name, ()), linking) for form in forms], (), linking)) == 2


def test_a_page_is_linked_by_its_names(linking: LinkingKnowledge) -> None:
    knowledge = add_authority(linking, read_authority(LINES))
    entities = link_marked("قال P{ربيع الدهان} كلاما ورد P{أبو سعد النجار} بمثله", knowledge)
    assert len(entities) == 1


def test_what_the_lexicon_knows_keeps_its_meaning(linking: LinkingKnowledge) -> None:
    line = '{"id": "Q7184", "type": "organization", "names": ["الناتو", "الحلف الغربي"], "wikidata": "Q7184"}'
    knowledge = add_authority(linking, read_authority([line]))
    forms = [
        form_of(PageEntity("organization", name, ()), knowledge)
        for name in ("حلف شمال الأطلسي", "الحلف الغربي", "ناتو")
    ]
    assert len({form.core for form in forms}) == 1
    (linked,) = link_forms(forms, (), knowledge)
    assert linked.id == "Q7184"
