"""Groups, their wording, differences and origins."""

from datetime import date
from itertools import combinations, pairwise

from service.core.corpus import ClaimFace, ClaimGroup
from service.core.groups.grouping import group_claims
from service.core.groups.likeness import score_pairs
from service.core.identity import make_id
from tests.faces import make_face

TEXT = "ميناء الزاهرة سيغلق أبوابه أمام البواخر الأجنبية مطلع الأسبوع المقبل"


def relate(*faces: ClaimFace) -> tuple[ClaimGroup, ...]:
    known = {face.claim_id: face for face in faces}
    return group_claims(faces, score_pairs(combinations(sorted(known), 2), known))


def test_one_statement_of_two_outlets() -> None:
    early = make_face(TEXT, "2", "سليم الراوي", date(2022, 3, 9), outlet="صحيفة السهل")
    late = make_face(TEXT + " حسب الجدول", "1", "الراوي", outlet="وكالة الوادي")
    (group,) = relate(late, early)
    assert group.id == make_id("g", early.claim_id)
    assert group.text == late.text
    assert [member.claim_id for member in group.members] == [early.claim_id, late.claim_id]
    assert (group.outlets, group.independent_origins) == (2, 2)
    assert (group.first_seen, group.last_seen) == (date(2022, 3, 9), date(2022, 3, 10))


def test_single_claims_are_groups_of_one() -> None:
    first, second = make_face(TEXT, "1"), make_face("ارتفعت أسعار القمح في سوق المرج", "2")
    assert [len(group.members) for group in relate(first, second)] == [1, 1]


def test_a_chain_does_not_swallow_what_contradicts() -> None:
    faces = [make_face(f"رست {n} باخرة في ميناء الزاهرة", str(n), "سليم الراوي") for n in (40, 41, 70)]
    ids = [face.claim_id for face in faces]
    scores = {(ids[0], ids[1]): 0.9, (ids[1], ids[2]): 0.8}
    assert sorted(len(group.members) for group in group_claims(faces, scores)) == [1, 2]


def test_a_chain_of_weak_ties_falls_apart() -> None:
    faces = [make_face(TEXT, str(n)) for n in range(6)]
    ids = [face.claim_id for face in faces]
    chain = dict.fromkeys(pairwise(ids), 0.9)
    assert max(len(group.members) for group in group_claims(faces, chain)) < len(faces)
