"""Whose turn it is: behind فيما and أما, behind a verb that took no content, in the sentences of one medium."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import check_only_claim, claims_of, read_text, show


@pytest.mark.parametrize(
    ("body", "content", "speakers"),
    [
        ("أغلق الجسر القديم، بحسب ما أكده المدير العام للشركة، سليم البحراوي في حوار مع الإذاعة، خلال برنامج الصباح في "
         "موسمه الجديد.", "أغلق الجسر القديم", ("سليم البحراوي",)),
        ("أغلق الجسر القديم وفق ما أفاد به نسيم أف أم، مصدر أمني.", "أغلق الجسر القديم", ("مصدر أمني",)),
        ("أغلق الجسر القديم أمس، وهو ما أكده الوزير سليم البحراوي.", "أغلق الجسر القديم أمس", ("سليم البحراوي",)),
        ("وينص القانون على أن الجسر ملك للجميع.", "الجسر ملك للجميع", ("القانون",)),
        ("وقال المواطن يريد أن يرى جسرا جديدا.", "المواطن يريد أن يرى جسرا جديدا", ()),
        ("أكد سليم البحراوي عملية إغلاق الجسر.", "عملية إغلاق الجسر", ("سليم البحراوي",)),
        ("طالبت نخبة من المهندسين العرب، أمس، بفتح الجسر.", "فتح الجسر", ("نخبة من المهندسين العرب",)),
        ("ووصفت وزارة الري تلك الأضرار بأنها كارثة.", "كارثة", ("وزارة الري",)),
        ("أما وزير الري الحالي سليم البحراوي فقال إن الجسر مغلق.", "الجسر مغلق", ("سليم البحراوي",)),
        ("أما وزير الري، سليم البحراوي، فقد قال إن الجسر مغلق.", "الجسر مغلق", ("سليم البحراوي",)),
        ("أعلن سليم البحراوي أن الجسر مغلق، وسط مخاوف من انهياره.", "الجسر مغلق", ("سليم البحراوي",)),
        ("أعلن سليم البحراوي أن الجسر سيفتح، فيما ستغلق الطريق.", "الجسر سيفتح، فيما ستغلق الطريق",
         ("سليم البحراوي",)),
    ],
)  # fmt: skip
def test_one_claim(body: str, content: str, speakers: tuple[str, ...], lexicon: Lexicon) -> None:
    check_only_claim(body, content, speakers, lexicon)


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("دعا الوزير سليم البحراوي إلى فتح الجسر، فيما رفضت حماس العرض معتبرة أنه متأخر.", ["سليم البحراوي", "حماس"]),
        ("صرح بذلك المهندس سليم البحراوي وأضاف أن الجسر مغلق، مؤكدا أن النفق آمن.", ["سليم البحراوي"] * 2),
        ("قال سليم البحراوي إن الجسر مغلق. أما المحور الثاني فهو بناء نفق، وفق تعبيره.", ["سليم البحراوي"] * 2),
        ("وقال سليم البحراوي إن الشركة تؤكد أنها آمنة وأن العمل بدأ، معتبرا أن الجسر مغلق.",
         ["سليم البحراوي"] * 2 + ["الشركة"] * 2 + ["سليم البحراوي"]),
        ("أكد الرئيس المالطي دعم الجهود. وحضر رئيس الوزراء سليم البحراوي الجلسة. وعرض الرئيس الأوضاع، مشددا على أن "
         "الجسر مغلق.", ["الرئيس المالطي", "الرئيس"]),
        ("أسس الحزب سليم البحراوي. وصرح البحراوي لوكالة رويترز أسست الحزب من أجل الجسر مؤكدا أن العمل مستمر.",
         ["سليم البحراوي"] * 2),
        ("على إثر الجدل، أصدرت وزارة العدل اليوم الجمعة بلاغا، تشرح فيه القضية. وجاء في نص البلاغ أن الجسر مغلق. وأضاف "
         "البلاغ ذاته أن النفق آمن.", ["وزارة العدل"] * 2),
        ("وجه قائد الشرطة سليم البحراوي اتهامات لهم. وقال للإذاعة إنه حادث خطير.(أ.ف.ب) * فتحت البلدية الجسر.",
         ["سليم البحراوي"]),
    ],
)  # fmt: skip
def test_speakers_of_further_claims(body: str, speakers: list[str], lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert [name for row in said for name in row.speakers] == speakers, show(said)


def test_a_refusal_that_is_affirmed_is_a_denial(lexicon: Lexicon) -> None:
    claims = read_text("أكد سليم البحراوي رفضه إغلاق الجسر. وأعلن أنه رفضها فورا.", lexicon).claims
    assert [claim.stance for claim in claims] == ["denial", "assertion"]


def test_what_a_medium_says_of_an_accusation_is_its_own(lexicon: Lexicon) -> None:
    said = claims_of("وقالت صحيفة الوادي إن الشرطة اتهمت البحراوي بإغلاق الجسر.", lexicon)
    assert [row.speakers for row in said] == [("الوادي",), ("الشرطة",)]


def test_a_station_known_by_the_end_of_its_name_carries(lexicon: Lexicon) -> None:
    said = claims_of("وأكد سليم البحراوي في تصريح للواحة أف أم أن الجسر مغلق.", lexicon)
    assert [row.via for row in said] == [("الواحة أف أم",)]


def test_who_carried_goes_on_while_one_speaks(lexicon: Lexicon) -> None:
    said = claims_of(
        "وقال سليم البحراوي في مقابلة مع صحيفة الوادي أمس إن الجسر مغلق. وأضاف البحراوي أن النفق آمن.\n"
        "أغلق النفق القديم، وفق ما أكده الوزير وليد المرساوي لوكالة رويترز.",
        lexicon,
    )
    assert [row.via for row in said] == [("الوادي",), ("الوادي",), ("رويترز",)], show(said)


def test_whom_a_verb_without_content_names_goes_on(lexicon: Lexicon) -> None:
    body = "وقال شهود عيان إن الجسر مغلق، واتهم الوزير سليم البحراوي اللصوص في الوادي، وأعرب عن خوفه من إغلاق الميناء."
    assert [s.speakers for s in claims_of(body, lexicon)] == [("شهود عيان",), ("سليم البحراوي",)]


def test_a_turn_behind_but_he_opens_a_content(lexicon: Lexicon) -> None:
    said = claims_of("قال سليم البحراوي إن الجسر مغلق، إلا أنه حث الحكومة على فتح الميناء.", lexicon)
    assert [(s.content, s.speakers) for s in said] == [
        ("الجسر مغلق", ("سليم البحراوي",)),
        ("فتح الميناء", ("سليم البحراوي",)),
    ]


def test_what_one_answers_to_is_no_saying(lexicon: Lexicon) -> None:
    body = "وقال سليم البحراوي إن الجسر مغلق. وردا على سؤال عن الأضرار التي تزيد رفض التعليق لكنه قال إن الميناء مفتوح."
    assert [(s.cue, s.speakers) for s in claims_of(body, lexicon)] == [
        ("وقال", ("سليم البحراوي",)),
        ("قال", ("سليم البحراوي",)),
    ]


def test_no_verb_in_the_masculine_means_a_country(lexicon: Lexicon) -> None:
    body = "وقال سليم البحراوي إن الجسر مغلق. لكن فرنسا لن تفتحه. وأوضح أن الميناء مفتوح."
    assert [s.speakers for s in claims_of(body, lexicon)] == [("سليم البحراوي",)] * 2


def test_who_publishes_a_document_carries_it(lexicon: Lexicon) -> None:
    body = "واتهمت وزارة الري في بيان التجار بإغلاق الجسر. وقال البيان الذي أوردته وكالة رويترز إن الميناء مفتوح."
    assert [(s.speakers, s.via) for s in claims_of(body, lexicon)] == [
        (("وزارة الري",), ()),
        (("وزارة الري",), ("رويترز",)),
    ]


def test_a_part_of_a_document_by_itself_is_no_issuer(lexicon: Lexicon) -> None:
    said = claims_of("نشر نص بيان عن الأمر. وأكد أن الجسر مغلق.", lexicon)
    assert [row.content for row in said] == ["الجسر مغلق"]
