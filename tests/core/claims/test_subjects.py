"""Where subjects end and whose words go on; what is described, denied or asked; what only looks like speech."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import check_only_claim, claims_of, read_text, show


@pytest.mark.parametrize(
    ("body", "content", "speakers"),
    [
        ("ووصفت التقارير لقاء سليم البحراوي بأنه ودي للغاية.", "ودي للغاية", ("التقارير",)),
        ("ووصف سليم البحراوي العرف السائد بإغلاق الجسر بأنه خاطئ.", "خاطئ", ("سليم البحراوي",)),
        ("ونفى الوزير سليم البحراوي وجود إقالات في الوزارة.", "وجود إقالات في الوزارة", ("سليم البحراوي",)),
        ("ونفى المدير وجود إقالات في المصنع.", "وجود إقالات في المصنع", ("المدير",)),
        ("ورفضت «حماس» إغلاق المصنع.", "إغلاق المصنع", ("حماس",)),
        ("وقالت «هيئة شؤون الأسرى» في الوادي إن الجسر مغلق.", "الجسر مغلق", ("هيئة شؤون الأسرى",)),
        ('وقال سليم البحراوي في حديث الى "وكالة الوادي للانباء" ان "الجسر مغلق".', "الجسر مغلق", ("سليم البحراوي",)),
        ("وقال سليم البحراوي، أمس الأول الأربعاء، رداً على سؤال «إن الجسر مغلق».", "الجسر مغلق", ("سليم البحراوي",)),
        ("أغلق الجسر القديم، وفق بيان صادر اليوم الأربعاء عن وزارة الري.", "أغلق الجسر القديم", ("وزارة الري",)),
        ('أغلق الجسر القديم، وفق ما أكده مصدر أمني لـ"نسيم أف أم".', "أغلق الجسر القديم", ("مصدر أمني",)),
        ("وأكد استطلاع نشره معهد الوادي أن الجسر مغلق.", "الجسر مغلق", ("معهد الوادي",)),
        ("أعلن بيان صادر عن وزارة الري ان الجسر مغلق.", "الجسر مغلق", ("وزارة الري",)),
        ("وعبر الوزير سليم البحراوي عن اعتقاده بأن الجسر مغلق.", "الجسر مغلق", ("سليم البحراوي",)),
        ("وقال سليم البحراوي إن الجسر مغلق . . . والنفق مغلق.", "الجسر مغلق . . . والنفق مغلق", ("سليم البحراوي",)),
        ("داعيا سليم البحراوي التجار، للانخراط في الغرفة.", "للانخراط في الغرفة", ()),
        ("دعا الأمين العام للاتحاد سليم البحراوي إلى إغلاق الجسر.", "إغلاق الجسر", ("سليم البحراوي",)),
        ("وقال المشتبه به إن الجسر مغلق.", "الجسر مغلق", ("المشتبه به",)),
        ("أكد المدير المتحصل على أحسن معدل أنه نجح.", "نجح", ("المدير المتحصل",)),
        ("وأضاف سليم البحراوي عبر مترجم أن الناس مسؤولون عن الحادث.", "الناس مسؤولون عن الحادث", ("سليم البحراوي",)),
        ('نقلت "جمعية الدفاع عن الوادي" عن سليم البحراوي قوله إن الجسر مغلق.', "الجسر مغلق", ("سليم البحراوي",)),
    ],
)  # fmt: skip
def test_one_claim(body: str, content: str, speakers: tuple[str, ...], lexicon: Lexicon) -> None:
    check_only_claim(body, content, speakers, lexicon)


@pytest.mark.parametrize(
    "body",
    [
        "وتصاعد الاستياء الى جانب تجدد أحداث العنف في القصبة.",
        "بعد تكرر الخلافات بينهما، وقام بالتعاون مع صديقه.",
        "وتركز بشكل متزايد على أهداف محلية.",
        "هاجم مقاتلون 200 مركزا للحاويات على بعد كيلومترين.",
    ],
)
def test_what_happens_says_nothing(body: str, lexicon: Lexicon) -> None:
    assert all(not row.speakers for row in claims_of(body, lexicon))


def test_who_is_masculine_is_no_institution(lexicon: Lexicon) -> None:
    body = "وقد تمكنت الشرطة العدلية من القبض على شاب حيث اعترف بإغلاق الجسر."
    assert [row.speakers for row in claims_of(body, lexicon)] == [()]


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("قال سليم البحراوي إن الجسر مغلق", 'أضاف "النفق مغلق أيضا منذ أمس"', "سليم البحراوي"),
        ("أعلنت وزارة خارجية البحرين أن وزارة الخارجية الإيرانية أساءت", "وأكدت الوزارة أن الجسر مغلق",
         "وزارة خارجية البحرين"),
    ],
)  # fmt: skip
def test_whose_words_go_on(first: str, second: str, speaker: str, lexicon: Lexicon) -> None:
    said = claims_of(f"{first}. {second}.", lexicon)
    assert [row.speakers for row in said] == [(speaker,), (speaker,)], show(said)


def test_a_document_is_linked_to_its_issuer(lexicon: Lexicon) -> None:
    reading = read_text("أعلن بيان صادر عن وزارة الري ان الجسر مغلق.", lexicon)
    entity = reading.claims[0].speakers[0].entity
    assert entity is not None
    assert reading.entities[entity].name == "وزارة الري"


def test_a_participle_with_its_object_opens_a_content(lexicon: Lexicon) -> None:
    body = "شدد سليم البحراوي على ضرورة إغلاق الجسر وفق القانون مؤكدا أهمية فتح النفق."
    said = claims_of(body, lexicon)
    assert [row.content for row in said] == ["ضرورة إغلاق الجسر وفق القانون", "أهمية فتح النفق"], show(said)


def test_whose_lawyer_speaks_does_not_speak(lexicon: Lexicon) -> None:
    (said,) = read_text("أعلن محامي الوزير سليم البحراوي أن موكله مريض.", lexicon).claims
    assert said.speakers[0].anonymous
    (said,) = read_text("أعلن محامي الوزير سليم البحراوي، هالة المرساوي، أن موكلها مريض.", lexicon).claims
    assert said.speakers[0].name == "هالة المرساوي"


def test_a_network_is_not_the_paper(lexicon: Lexicon) -> None:
    body = "ذكرت صحيفة الغارديان أن الجسر مغلق. وقالت الصحيفة إن سليم البحراوي كتب على موقع تويتر أن النفق مغلق."
    said = claims_of(body, lexicon)
    assert said[1].via == ("الغارديان",), show(said)


def test_a_name_in_hamza_and_lam_has_no_article(lexicon: Lexicon) -> None:
    said = claims_of("نفت النائبة ألفة السكري الشريف، أحد أعضاء اللجنة، وجود شبهة فساد.", lexicon)
    assert [row.speakers for row in said] == [("ألفة السكري الشريف",)], show(said)


def test_a_verb_that_holds_the_speaker_is_nobody(lexicon: Lexicon) -> None:
    said = claims_of("قال سليم البحراوي إن الجسر مغلق. وقال، دعونا الآن نفكر بعمق، حيث إن النفق مغلق.", lexicon)
    assert [row.speakers for row in said] == [("سليم البحراوي",), ("سليم البحراوي",)], show(said)
