"""Quotations: over several paragraphs, with what the outlet put into them, with marks that went missing."""

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of, read_text, show

_FIRST = 'قال الوزير سليم البحراوي: "الميناء آمن اليوم.'


def test_marks_reopened_at_each_paragraph_make_one_quotation(lexicon: Lexicon) -> None:
    (claim,) = read_text(f'{_FIRST}\n"والعمال عادوا إلى أعمالهم".', lexicon).claims
    assert [span.text for span in claim.spans] == ["الميناء آمن اليوم", "والعمال عادوا إلى أعمالهم"]
    assert claim.mode == "direct"


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_one_before(lexicon: Lexicon) -> None:
    (claim,) = read_text("قال الوزير سليم البحراوي: «الميناء آمن اليوم».\n«والعمال عادوا إلى أعمالهم».", lexicon).claims
    assert len(claim.spans) == 2


def test_a_quotation_that_heads_a_part_goes_on_with_nothing(lexicon: Lexicon) -> None:
    body = "قال الوزير سليم البحراوي: «الميناء آمن اليوم».\n«خفنا على السفن»\nوعاد العمال إلى أعمالهم."
    assert [len(claim.spans) for claim in read_text(body, lexicon).claims if claim.mode == "direct"] == [1]


def test_a_quotation_with_a_cue_of_its_own_is_a_claim_of_its_own(lexicon: Lexicon) -> None:
    body = f'{_FIRST}\n"عدنا إلى أعمالنا"، قال نقيب العمال يوسف الصواري.'
    assert [s.speakers for s in claims_of(body, lexicon)] == [("سليم البحراوي",), ("يوسف الصواري",)]


def test_a_plain_paragraph_goes_on_with_nothing(lexicon: Lexicon) -> None:
    (claim,) = read_text(f"{_FIRST}\nويقع الميناء شمال المدينة القديمة.", lexicon).claims
    assert len(claim.spans) == 1


def test_brackets_in_a_quotation_are_the_outlets(lexicon: Lexicon) -> None:
    body = 'قال الوزير سليم البحراوي إن "الجماعة (المحظورة في البلاد) لن تعود (..) إلى الميناء".'
    (claim,) = read_text(body, lexicon).claims
    assert [i.span.text for i in claim.insertions] == ["(المحظورة في البلاد)"]


def test_brackets_outside_of_marks_are_the_speakers(lexicon: Lexicon) -> None:
    (claim,) = read_text("قال الوزير سليم البحراوي إن الجماعة (المحظورة) لن تعود.", lexicon).claims
    assert claim.insertions == ()


def test_a_complementiser_inside_the_mark_is_left_out(lexicon: Lexicon) -> None:
    (said,) = claims_of("قال الوزير سليم البحراوي: «إن الميناء آمن تماما».", lexicon)
    assert said.content == "الميناء آمن تماما"


def test_the_title_of_a_work_in_marks_is_no_speech(lexicon: Lexicon) -> None:
    body = 'قال الوزير سليم البحراوي خلال ندوة بعنوان "البحر والمدينة والناس اليوم" إن الميناء آمن.'
    assert [s.content for s in claims_of(body, lexicon)] == ["الميناء آمن"], show(claims_of(body, lexicon))


def test_speech_that_lost_its_marks_is_found_by_its_first_word(lexicon: Lexicon) -> None:
    body = "قال الوزير سليم البحراوي إن الميناء آمن.\nوأضاف لن نغلق السوق قبل الصيف."
    assert [s.content for s in claims_of(body, lexicon)] == ["الميناء آمن", "لن نغلق السوق قبل الصيف"]
