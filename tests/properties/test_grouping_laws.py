"""Laws of grouping: order, repetition and batches change nothing; evidence is symmetric; contradictions stay apart."""

from datetime import timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from service.core.corpus import ClaimFace, ClaimGroup
from service.core.groups.candidates import FAR, NEAR, UNDATED, day_of, find_candidates, make_keys, make_probes
from service.core.groups.grouping import contradict, group_claims
from service.core.groups.likeness import compare_claims, score_pairs
from tests.faces import DAY, make_face

_PARTS = ("ميناء الزاهرة", "يغلق أبوابه", "أمام البواخر الأجنبية", "مطلع الأسبوع المقبل", "مصفاة النخيل", "لم يتضرر")
_COUNTS = ("", "40 باخرة", "70 باخرة", "نحو 42 باخرة")
_SPEAKERS = (None, "سليم الراوي", "الراوي", "نادر الهلالي")

_texts = st.builds(
    lambda parts, count: " ".join([*parts, count]).strip(),
    st.lists(st.sampled_from(_PARTS), min_size=2, max_size=5, unique=True),
    st.sampled_from(_COUNTS),
)
_days = st.none() | st.sampled_from([DAY + timedelta(days=days) for days in (0, 1, NEAR, NEAR + 1, FAR, FAR + 1)])
_drawn = st.lists(st.tuples(_texts, st.sampled_from(_SPEAKERS), _days), min_size=1, max_size=9)
_faces = _drawn.map(lambda drawn: [make_face(text, str(i), *rest) for i, (text, *rest) in enumerate(drawn)])


def relate(faces: list[ClaimFace]) -> tuple[ClaimGroup, ...]:
    known = {face.claim_id: face for face in faces}
    return group_claims(faces, score_pairs(find_candidates(faces), known))


@settings(max_examples=60, deadline=None)
@given(_faces, st.randoms(use_true_random=False))
def test_order_changes_nothing(faces: list[ClaimFace], random: object) -> None:
    shuffled = list(faces)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert relate(shuffled) == relate(faces)


@settings(max_examples=40, deadline=None)
@given(_faces)
def test_the_same_claims_twice_give_the_same_groups(faces: list[ClaimFace]) -> None:
    known = {face.claim_id: face for face in faces}
    likenesses = score_pairs(find_candidates(faces), known)
    assert group_claims([*faces, *faces], dict(reversed(likenesses.items()))) == relate(faces)


@settings(max_examples=40, deadline=None)
@given(_faces, st.integers(0, 9))
def test_batches_give_the_same_groups(faces: list[ClaimFace], cut: int) -> None:
    known = {face.claim_id: face for face in faces}
    first = score_pairs(find_candidates(faces[:cut]), known)
    second = score_pairs([pair for pair in find_candidates(faces) if pair not in find_candidates(faces[:cut])], known)
    assert group_claims(faces, {**second, **first}) == relate(faces)


@settings(max_examples=60, deadline=None)
@given(_faces)
def test_evidence_is_symmetric(faces: list[ClaimFace]) -> None:
    for left, right in combinations(faces, 2):
        assert compare_claims(left, right) == compare_claims(right, left)


@settings(max_examples=60, deadline=None)
@given(_faces)
def test_a_group_holds_no_contradiction_and_every_claim_once(faces: list[ClaimFace]) -> None:
    known = {face.claim_id: face for face in faces}
    groups = relate(faces)
    held = [member.claim_id for group in groups for member in group.members]
    assert sorted(held) == sorted(known)
    for group in groups:
        for one, other in combinations(group.members, 2):
            assert not contradict(known[one.claim_id], known[other.claim_id])


@settings(max_examples=100, deadline=None)
@given(_faces)
def test_probes_find_from_either_side_what_keys_pair(faces: list[ClaimFace]) -> None:
    paired = set(find_candidates(faces))
    for left, right in combinations(faces, 2):
        pair = (min(left.claim_id, right.claim_id), max(left.claim_id, right.claim_id))
        assert _leads(left, right) == _leads(right, left) == (pair in paired)


def _leads(seeker: ClaimFace, stored: ClaimFace) -> bool:
    """Tell whether the index, asked for one claim, gives the other."""
    rows = {(hash(key.text), day_of(stored)) for key in make_keys(stored)}
    probes = [
        probe
        for key in make_keys(seeker)
        for probe in make_probes(hash(key.text), key.reach, day_of(seeker), crowded=False)
    ]
    return any(key == asked and first <= day <= last for key, day in rows for asked, first, last in probes)


def test_far_apart_only_a_repeated_statement_is_compared() -> None:
    text = "رست 40 باخرة في ميناء الزاهرة"
    near, far = make_face(text, "1", day=DAY), make_face(text, "2", day=DAY + timedelta(days=FAR + 1))
    assert find_candidates([near, far]) == []
    assert day_of(make_face(text, "3", day=None)) == UNDATED
