"""Laws of grouping: order, repetition and batches change nothing; evidence is symmetric; contradictions stay apart."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from service.core.claims.candidates import find_candidates
from service.core.claims.grouping import contradict, group_claims
from service.core.claims.likeness import compare_claims
from service.core.corpus import ClaimFace, ClaimGroup, Likeness
from tests.faces import make_face

_PARTS = ("ميناء الزاهرة", "يغلق أبوابه", "أمام البواخر الأجنبية", "مطلع الأسبوع المقبل", "مصفاة النخيل", "لم يتضرر")
_COUNTS = ("", "40 باخرة", "70 باخرة", "نحو 42 باخرة")
_SPEAKERS = (None, "سليم الراوي", "الراوي", "نادر الهلالي")

_texts = st.builds(
    lambda parts, count: " ".join([*parts, count]).strip(),
    st.lists(st.sampled_from(_PARTS), min_size=2, max_size=5, unique=True),
    st.sampled_from(_COUNTS),
)
_faces = st.lists(st.tuples(_texts, st.sampled_from(_SPEAKERS)), min_size=1, max_size=9).map(
    lambda drawn: [make_face(text, str(i), speaker) for i, (text, speaker) in enumerate(drawn)]
)


def relate(faces: list[ClaimFace]) -> tuple[ClaimGroup, ...]:
    known = {face.claim_id: face for face in faces}
    return group_claims(faces, _likenesses(known, find_candidates(faces)))


def _likenesses(known: dict[str, ClaimFace], pairs: list[tuple[str, str]]) -> list[Likeness]:
    return [like for a, b in pairs if (like := compare_claims(known[a], known[b]))]


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
    likenesses = _likenesses(known, find_candidates(faces))
    assert group_claims([*faces, *faces], [*likenesses, *reversed(likenesses)]) == relate(faces)


@settings(max_examples=40, deadline=None)
@given(_faces, st.integers(0, 9))
def test_batches_give_the_same_groups(faces: list[ClaimFace], cut: int) -> None:
    known = {face.claim_id: face for face in faces}
    first = _likenesses(known, find_candidates(faces[:cut]))
    second = _likenesses(known, [pair for pair in find_candidates(faces) if pair not in find_candidates(faces[:cut])])
    assert group_claims(faces, [*second, *first]) == relate(faces)


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
