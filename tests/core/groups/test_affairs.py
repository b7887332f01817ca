"""Two outlets report one affair: what they share of it counts for more; elsewhere the same words do not suffice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core.corpus import ClaimFace
from service.core.groups.candidates import make_keys, pair_owners
from service.core.groups.likeness import compare_claims
from service.core.groups.scenes import read_scene, tell_of_one_affair
from service.core.records import Article
from service.lexicon.loading import load_lexicon
from tests.faces import DAY, make_face

SCENE = ("زاهر", "باخر", "رصيف", "جمرك")
OTHER = ("برلمان", "دستور", "رصيف", "مرشح")
NEXT, LATER = date(2022, 3, 11), date(2022, 3, 12)
STORY = ["أغلق ميناء الزاهرة أرصفته.", "قالت شركة الخطاف إن الزاهرة خسرت ثلاث بواخر.", "أضرب عمال الجمارك في الزاهرة."]

SHORT = ("47 جريحا", None, "وقدمت الحماية المدنية رقما رسميا هو 47 جريحا بينهم ثلاثة في حالة حرجة", "فريد الراوي")
FIGURE = (
    "تأجيل 45 عملية جراحية",
    "سليم الراوي",
    "نقص أطباء التخدير أرغم المستشفيات على نقل 45 عملية جراحية من قوائم الصباح",
    "الراوي",
)
WORDS = ("الطوارئ خارج الإضراب", None, "الطوارئ خارج الإضراب الذي دعت إليه النقابة", "هيثم الساحلي")
TOLL = ("مقتل 34 جنديا", "سليم الراوي", "مقاتلو الحركة أوقعوا 34 قتيلا في صفوف الجيش", "أبو مصعب الصحراوي")


def faces(said: tuple[str, str | None, str, str | None], scene: tuple[str, ...] = SCENE, day: date | None = DAY,
          outlet: str = "الصباح") -> tuple[ClaimFace, ClaimFace]:  # fmt: skip
    """Return the faces of two claims of two pages."""
    left, speaker, right, other = said
    return (
        make_face(left, "1", speaker, outlet="المساء", scene=SCENE),
        make_face(right, "2", other, day, outlet=outlet, scene=scene),
    )


def rule_of(pair: tuple[ClaimFace, ClaimFace]) -> str | None:
    like = compare_claims(*pair)
    return like.evidence[0] if like else None


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (SHORT, "figure-in-affair"),
        (FIGURE, "one-speaker-and-figure-in-affair"),
        (WORDS, "shortened-in-affair"),
        (TOLL, "toll-in-affair"),
    ],
)
def test_less_is_enough_in_one_affair_alone(said: tuple[str, str | None, str, str | None], rule: str) -> None:
    assert rule_of(faces(said)) == rule_of(faces(said, day=NEXT)) == rule
    assert rule_of(faces(said, scene=OTHER)) is None
    assert rule_of(faces(said, scene=())) is None
    assert rule_of(faces(said, day=LATER)) is None
    assert rule_of(faces(said, day=None)) is None
    assert rule_of(faces(said, outlet="المساء")) is None


@pytest.mark.parametrize("said", [SHORT, FIGURE, WORDS, TOLL])
def test_what_is_one_statement_in_an_affair_is_compared(said: tuple[str, str | None, str, str | None]) -> None:
    assert pair_owners((face, make_keys(face)) for face in faces(said)) == [("c1", "c2")]


def test_figures_that_clash_are_not_one_statement_in_an_affair() -> None:
    assert rule_of(faces(("47 جريحا", None, "وقدمت الحماية المدنية رقما رسميا هو 52 جريحا", None))) is None


def scene_of(story: str, outlet: str | None = "الصباح", day: date | None = DAY) -> tuple[str, ...]:
    """Return the telling words of a story."""
    article = Article("a1", "1.txt", "text/plain", "", "إضراب في الميناء", story, outlet=outlet, published_on=day)
    return read_scene(article, load_lexicon().likeness)


def test_a_story_is_about_what_it_names_most() -> None:
    assert scene_of(" ".join(STORY))[0] in "الزاهرة"
    assert tell_of_one_affair(scene_of(" ".join(STORY)), scene_of(STORY[1] + STORY[2]))
    assert not tell_of_one_affair(scene_of(" ".join(STORY)), scene_of("أقر البرلمان الدستور بعد جلسة طويلة."))


@given(st.permutations(STORY), st.integers(1, 40))
def test_the_order_of_sentences_tells_nothing_and_length_is_bounded(story: list[str], times: int) -> None:
    assert scene_of(" ".join(story)) == scene_of(" ".join(STORY))
    assert len(scene_of(" ".join(story * times))) <= 16


def test_a_story_without_outlet_or_day_is_held_against_none() -> None:
    assert scene_of(STORY[0], outlet=None) == scene_of(STORY[0], day=None) == ()
