"""Who said what, with which words, through whom: invented sentences, one for each form."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import Said, claims_of, read_text, show

MINISTER = ("سليم البحراوي",)


@pytest.mark.parametrize(
    ("body", "content", "speakers", "mode"),
    [
        ('قال رئيس البلدية ناصر القلعاوي: "لن نغلق السوق قبل نهاية الصيف".', "لن نغلق السوق قبل نهاية الصيف",
         ("ناصر القلعاوي",), "direct"),
        ('وقالت المتحدثة باسم الشركة هالة المرساوي "نحن مستعدون للحوار".', "نحن مستعدون للحوار",
         ("هالة المرساوي",), "direct"),
        ('"سنواصل الإضراب حتى تتحقق مطالبنا"، قال نقيب العمال يوسف الصواري.', "سنواصل الإضراب حتى تتحقق مطالبنا",
         ("يوسف الصواري",), "direct"),
        ('وقال الوزير سليم البحراوي إن "الميناء سيعود إلى العمل قريبا.', "الميناء سيعود إلى العمل قريبا",
         MINISTER, "direct"),
        ("نفى الوزير سليم البحراوي وجود أي أزمة في الوقود.", "وجود أي أزمة في الوقود", MINISTER, "indirect"),
        ("نفى الوزير سليم البحراوي ما تردد عن إغلاق الميناء.", "ما تردد عن إغلاق الميناء", MINISTER, "indirect"),
        ("طالب نقيب العمال يوسف الصواري بزيادة الأجور.", "زيادة الأجور", ("يوسف الصواري",), "indirect"),
        ("وبحسب وزارة الري، فإن منسوب المياه ارتفع.", "منسوب المياه ارتفع", ("وزارة الري",), "indirect"),
        ("ارتفع منسوب المياه، بحسب ما أعلنت وزارة الري.", "ارتفع منسوب المياه", ("وزارة الري",), "indirect"),
    ],
)  # fmt: skip
def test_one_claim(body: str, content: str, speakers: tuple[str, ...], mode: str, lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert [(s.content, s.speakers, s.mode) for s in said] == [(content, speakers, mode)], show(said)


def test_a_second_complementiser_opens_a_second_claim(lexicon: Lexicon) -> None:
    said = claims_of('قال الوزير سليم البحراوي إن الميناء "آمن تماما" وإن الحركة طبيعية.', lexicon)
    assert [(s.content, s.mode) for s in said] == [('الميناء "آمن تماما', "mixed"), ("الحركة طبيعية", "indirect")]
    assert {s.speakers for s in said} == {MINISTER}


def test_a_participle_goes_on_with_the_same_speaker(lexicon: Lexicon) -> None:
    said = claims_of("أكد الوزير سليم البحراوي أن الميناء آمن، مضيفا أن الحركة طبيعية.", lexicon)
    assert [(s.content, s.cue) for s in said] == [("الميناء آمن", "أكد"), ("الحركة طبيعية", "مضيفا")]
    assert {s.speakers for s in said} == {MINISTER}


def test_a_left_out_subject_is_who_spoke_last(lexicon: Lexicon) -> None:
    said = claims_of("قال الوزير سليم البحراوي إن الميناء آمن.\nوأضاف أن الحركة طبيعية.", lexicon)
    assert said[1].speakers == MINISTER
    reading = read_text("قال الوزير سليم البحراوي إن الميناء آمن.\nوأضاف أن الحركة طبيعية.", lexicon)
    assert [speaker.span is None for claim in reading.claims for speaker in claim.speakers] == [False, True]


def test_a_medium_carries_what_its_sources_say_and_go_on_to_say(lexicon: Lexicon) -> None:
    said = claims_of(
        "نقلت صحيفة الساحل عن مسؤولين محليين قولهم إن السد آمن.\nوأضاف المسؤولون أن المياه ستنخفض خلال أيام.", lexicon
    )
    assert [(s.content, s.via) for s in said] == [("السد آمن", ("الساحل",)), ("المياه ستنخفض خلال أيام", ("الساحل",))]
    assert all("مسؤولين" in (s.speakers[0] or "") for s in said)


def test_a_source_without_name_is_anonymous(lexicon: Lexicon) -> None:
    reading = read_text("وقال مسؤول أمني طلب عدم نشر اسمه إن التحقيق مستمر.", lexicon)
    (speaker,) = reading.claims[0].speakers
    assert speaker.anonymous
    assert speaker.anonymity == "unnamed_person"
    assert speaker.entity is None


def test_a_headline_colon_says(lexicon: Lexicon) -> None:
    body = "افتتح السوق الجديد في المدينة القديمة."
    assert claims_of(body, lexicon, "سامي البحراوي: الميناء سيفتح الأحد") == [
        Said("الميناء سيفتح الأحد", ":", ("سامي البحراوي",), (), "indirect")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "في ذكرى تأسيس المدينة احتفل السكان بالشوارع.",
        "وبين الشارعين قالب كبير من الحلوى.",
        "التقى الوزير سليم البحراوي نظيره ناصر القلعاوي وبحث معه العلاقات بين البلدين.",
        'افتتحت فرقة "الصواري" موسمها بعرض "رحلة الشتاء" في دار البحر.',
        "زاد عدد السفن في الميناء هذا العام.",
    ],
)
def test_what_only_looks_like_speech_is_none(body: str, lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert said == [], show(said)


def test_every_span_holds_its_text(lexicon: Lexicon) -> None:
    body = 'أعلن وزير الموانئ سليم البحراوي أن "الميناء آمن"، وأن العمال سيعودون، مطالبا بزيادة الأجور.'
    for claim in read_text(body, lexicon).claims:
        for span in (*claim.spans, *(s.span for s in claim.speakers if s.span)):
            assert body[span.start : span.end] == span.text


def test_a_participle_in_the_plural_is_the_crowds_and_no_single_persons(lexicon: Lexicon) -> None:
    body = "قال الوزير سليم البحراوي إن الميناء آمن.\nوتظاهر مئات السكان أمس مطالبين بزيادة الأجور."
    said = claims_of(body, lexicon)
    assert [s.speakers for s in said if s.content == "زيادة الأجور"] == [("مئات السكان",)], show(said)


def test_a_preposition_before_a_source_is_no_part_of_it(lexicon: Lexicon) -> None:
    said = claims_of("وأعلن عن الحالة من قبل الوزارة التي أوضحت أن المريض بخير.", lexicon)
    assert ("الوزارة",) in [s.speakers for s in said if s.content == "المريض بخير"], show(said)


def test_joint_carriers_are_each_a_link(lexicon: Lexicon) -> None:
    body = "نقلت وكالة الوادي للأنباء وصحيفة النهضة عن الوزير سليم البحراوي قوله إن الميناء آمن."
    (claim,) = read_text(body, lexicon).claims
    assert [via.span.text for via in claim.via] == ["وكالة الوادي للأنباء", "النهضة"]
    assert [s.name for s in claim.speakers] == list(MINISTER)


@pytest.mark.parametrize(
    "body",
    [
        "وزير الري سليم البحراوي، الذي زار الموقع أمس مع وفد من البلدية، أكد أن السد قديم.",
        "وزير الري سليم البحراوي الذي رفض الرد فيما يتعلق بالحادث، أكد أن السد قديم.",
        "قال سليم البحراوي المنسق الإقليمي للإغاثة إن الماء شح.\nوأكد المنسق الأممي أن السد قديم.",
    ],
)
def test_a_relative_clause_and_another_word_for_the_office_leave_the_speaker(body: str, lexicon: Lexicon) -> None:
    assert claims_of(body, lexicon)[-1].speakers == MINISTER


def test_another_nations_holder_of_the_office_is_another(lexicon: Lexicon) -> None:
    body = "قال الوزير المصري سليم البحراوي إن الماء شح.\nوأكد الوزير الفرنسي أن السد قديم."
    assert claims_of(body, lexicon)[-1].speakers == ("الوزير الفرنسي",)


def test_who_represents_somebody_is_named_behind_him(lexicon: Lexicon) -> None:
    said = claims_of("قال النائب عن حركة الضفاف سليم البحراوي إن القانون سيعرض.", lexicon)
    assert [s.speakers for s in said] == [MINISTER]


def test_a_masculine_verb_does_not_go_on_with_an_agency(lexicon: Lexicon) -> None:
    body = "قال الوزير سليم البحراوي إن السد قديم.\nوبحسب وكالة رويترز، فإن المياه ارتفعت.\nوأكد أن العمل بدأ."
    assert claims_of(body, lexicon)[-1].speakers == MINISTER


def test_the_issuer_of_a_document_carries_anothers_words(lexicon: Lexicon) -> None:
    (said,) = claims_of("أكد الوزير سليم البحراوي أن الوضع مستقر، وفق بيان لوزارة الري.", lexicon)
    assert (said.speakers, said.via) == (MINISTER, ("وزارة الري",))
