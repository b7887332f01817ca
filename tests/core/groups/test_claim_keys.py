"""The numbers of a claim's keys: each once, whatever it leads to."""

from datetime import date

import pytest

from service.core.groups.candidates import ANY, NEAR, make_keys, page_stems, pair_on_page, pair_owners, read_marks
from service.core.groups.claim_keys import number_claim_keys
from service.core.groups.conflicts import make_conflict_keys
from service.core.identity import make_number
from tests.faces import make_face

TEXT = "رست 41 باخرة محملة بالسمسم في ميناء الزاهرة"


@pytest.mark.parametrize("day", [None, date(2024, 3, 1)])
def test_each_key_has_one_number_and_none_is_lost(day: date | None) -> None:
    face = make_face(TEXT, "1", "سليم الراوي", day=day)
    like, clash = make_keys(face), make_conflict_keys(face)
    keys = number_claim_keys(like, clash)
    numbers = [number for part in keys for number in part]
    assert len(numbers) == len(set(numbers))
    assert {*keys.near, *keys.far, *keys.shared} == {make_number(key.text) for key in like if key.reach != ANY}
    assert {*keys.clash_near, *keys.clash_far, *keys.shared} == {make_number(key.text) for key in clash}
    assert {*keys.near, *keys.clash_near} == {make_number(key.text) for key in (*like, *clash) if key.reach == NEAR}


def test_keys_of_several_stems_lead_to_both() -> None:
    face = make_face(TEXT, "1", "سليم الراوي")
    assert number_claim_keys(make_keys(face), make_conflict_keys(face)).shared


def test_claims_of_one_page_meet_by_the_stems_that_their_keys_hold() -> None:
    faces = [
        make_face(text, "1", "سليم الراوي")._replace(claim_id=f"c{i}") for i, text in enumerate((TEXT, TEXT[:20], "لا"))
    ]
    stems = {face.claim_id: page_stems(face, read_marks(face)) for face in faces}
    own = [(face, [key for key in make_keys(face) if key.reach == ANY]) for face in faces]
    assert pair_on_page(stems) == pair_owners(own) == [("c0", "c1")]
