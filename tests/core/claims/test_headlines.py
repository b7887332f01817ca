"""Headlines: whose words stand behind a colon, what dots part, whom و joins on; and lines written like them."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of

_BODY = "وقف الناس في الطريق وقتا طويلا."
_DAM = "السد آمن ولا خوف عليه"
TITLES = {
    "in marks": (f"«صحيفة الوادي»: {_DAM}", [("صحيفة الوادي", _DAM)]),
    "told to a medium": (f"العمراني لـ«الوادي»: {_DAM}", [("العمراني", _DAM)]),
    "behind dots": ("يوم طويل في الميناء.. والصيادون: لن نقبل القرار", [("الصيادون", "لن نقبل القرار")]),
    "his too behind dots": (f"سامي الحداد: {_DAM}.. والأشغال انتهت", [("سامي الحداد", f"{_DAM}.. والأشغال انتهت")]),
    "another's behind dots": (
        f"سامي الحداد: {_DAM}.. والنقابة تطالب بإغلاقه",
        [("سامي الحداد", _DAM), ("النقابة", "إغلاقه")],
    ),
    "ends at dots": ("النقابة تهدد بالإضراب.. والميناء يعمل", [("النقابة", "الإضراب")]),
    "joined by و": ("مقتل عاملين قرب السد وتونس تنفي مسؤوليتها", [("تونس", "مسؤوليتها")]),
    "in marks behind و": ("إغلاق السد مساء.. و«التحالف» يتوعد بالرد", [("التحالف", "الرد")]),
    "what else he does": ("النقابة تزور الميناء وتطالب بإغلاقه", [("النقابة", "إغلاقه")]),
    "a row of subjects": ("وزارة الشباب والرياضة تطالب بإغلاق الملعب", [("وزارة الشباب والرياضة", "إغلاق الملعب")]),
    "a league": ("الرابطة الثانية : برنامج مقابلات اليوم", []),
    "where it is offered": ("في عرض حصري لـ«الوادي»: هاتف جديد بشريحتين", []),
}


@pytest.mark.parametrize("kind", TITLES)
def test_a_headline_says_whose_words_it_has(kind: str, lexicon: Lexicon) -> None:
    title, said = TITLES[kind]
    claims = claims_of(_BODY, lexicon, title)
    assert [(" ".join(filter(None, claim.speakers)).strip("«»"), claim.content) for claim in claims] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("الحداد: لن نسمح بإغلاق السد", [("سامي الحداد",)]),
        ("وزير الري سامي الحداد: إنقاذ 31 شخصا من تحت السد", [("سامي الحداد",)]),
        ("الحكومة : لا يمكن تلبية كل المطالب", [("الحكومة",)]),
        ("الملعب: ملعب الوادي الكبير", []),
        ("الحداد: 45 عاما", []),
        ("المصدر : وكالة الشاطئ للأنباء", []),
    ],
)
def test_a_line_between_paragraphs_may_be_written_like_one(
    line: str, said: list[tuple[str, ...]], lexicon: Lexicon
) -> None:
    body = f"وصل الوزير سامي الحداد إلى السد.\n{line}\nوقف الناس في الطريق وقتا طويلا."
    assert [claim.speakers for claim in claims_of(body, lexicon)] == said
