"""Whom a claim is laid to: names nobody listed, descriptions, crowds, and sources that stay unnamed."""

import pytest

from service.core.knowledge import Lexicon
from service.core.records import Speaker
from tests.core.claims.reading import claims_of, read_text, show


def _speakers(body: str, lexicon: Lexicon, claim: int = 0, title: str | None = None) -> tuple[Speaker, ...]:
    claims = [c for c in read_text(body, lexicon, title).claims if c.mode != "narration"]
    return claims[claim].speakers


def test_a_name_behind_an_office_is_a_name_though_no_list_has_it(lexicon: Lexicon) -> None:
    (speaker,) = _speakers("قال المتحدث باسم الشركة المالكة فرنكو بلزيتي إن السفينة آمنة.", lexicon)
    assert (speaker.name, speaker.anonymous) == ("فرنكو بلزيتي", False)
    assert speaker.span
    assert speaker.span.text == "المتحدث باسم الشركة المالكة فرنكو بلزيتي"


def test_a_surname_and_an_office_mean_him_again(lexicon: Lexicon) -> None:
    body = (
        "قال المتحدث باسم الشركة المالكة فرنكو بلزيتي إن السفينة آمنة.\n"
        "وأضاف بلزيتي أن الطاقم بخير.\nوأوضح المتحدث أن الميناء قريب."
    )
    assert [s.speakers for s in claims_of(body, lexicon)] == [("فرنكو بلزيتي",)] * 3


@pytest.mark.parametrize(
    "body",
    [
        "قال وزير الري سامح بركات إن السد قديم.\nوأضاف متوجهاً إلى السكان أن العمل بدأ.",
        "لاحظ وزير الري سامح بركات أن السد قديم.\nوكان واضحاً حين قال إن العمل بدأ.",
    ],
)
def test_an_adverb_is_no_speaker(body: str, lexicon: Lexicon) -> None:
    assert [s.speakers for s in claims_of(body, lexicon)] == [("سامح بركات",)] * 2


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("حذرت الدراسة قائلة إن السد قديم.", "الدراسة"),
        ("وذكر بيان نشر على الموقع أن السد قديم.", "بيان"),
        ("أفادت تقارير صحية باكتشاف حالات إصابة جديدة في البلدة.", "تقارير صحية"),
    ],
)
def test_a_document_ends_before_what_is_told_of_it(body: str, text: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(body, lexicon)
    assert speaker.span
    assert speaker.span.text == text


@pytest.mark.parametrize(
    "body",
    [
        "أصدرت وزارة الري بيانا مشتركا أكدت فيه أن السد آمن.",
        "عبرت السفن الميناء، وأصدرت وزارة الري بيانا أكدت فيه أن السد آمن.",
        "ووزعت وزارة الري بلاغا جاء فيه أن السد آمن.",
    ],
)
def test_what_a_document_says_is_its_issuers(body: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(body, lexicon)
    assert speaker.name == "وزارة الري"


@pytest.mark.parametrize(
    "second",
    [
        "وحول موعد الفتح، قال إن الباب مغلق.",
        "وأضاف نعتبر أن الباب مغلق.",
        "وقال بالإنجليزية إن الباب مغلق.",
        "ومن جانبه كذلك قال إن الباب مغلق.",
        "وكرر اعتقاده بأن الباب مغلق.",
        "واتهم الدول الغربية بإغلاق الباب.",
        "ووصف الاستفتاء بأنه باب مغلق.",
    ],
)
def test_what_is_no_subject_leaves_the_speaker(second: str, lexicon: Lexicon) -> None:
    body = f"قال وزير الري سليم البحراوي إن السد آمن. {second}"
    assert [s.speakers for s in claims_of(body, lexicon)] == [("سليم البحراوي",)] * 2


@pytest.mark.parametrize(
    "first", ["أكد وزير الري سليم البحراوي براءة العمال", "لم يتحدث أحد. نفى وزير الري سليم البحراوي ذلك"]
)
def test_who_spoke_without_a_content_goes_on(first: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(f"{first}. وأضاف أن السد آمن.", lexicon, claim=-1)
    assert speaker.name == "سليم البحراوي"


@pytest.mark.parametrize("what", ["الاتهامات الموجهة إليه", "الأنباء التي تحدثت عن إقالته"])
def test_what_others_said_is_denied(what: str, lexicon: Lexicon) -> None:
    (claim,) = claims_of(f"نفى وزير الري سليم البحراوي {what}.", lexicon)
    assert (claim.content, claim.speakers) == (what, ("سليم البحراوي",))


def test_who_was_asked_answers(lexicon: Lexicon) -> None:
    body = "قال مدير إن السد آمن. وعندما سئل سليم البحراوي المتحدث باسم الوزارة عن السد، قال إن الباب مغلق."
    (speaker,) = _speakers(body, lexicon, claim=-1)
    assert speaker.name == "سليم البحراوي"


def test_journalists_who_were_told_are_no_part_of_a_name(lexicon: Lexicon) -> None:
    body = "قال المسؤول جيفري فلمنغتن إن السد آمن. وقال فلمنغتن للصحافيين في المدينة إن الباب مغلق."
    assert [s.speakers for s in claims_of(body, lexicon)] == [("جيفري فلمنغتن",)] * 2


def test_a_governor_is_no_preposition(lexicon: Lexicon) -> None:
    (speaker,) = _speakers("أكد والي البلدة سليم البحراوي أن السد آمن.", lexicon)
    assert speaker.name == "سليم البحراوي"


@pytest.mark.parametrize("name", ["علي الزهوري", "محمد علي الزهوري", "بان كي تشونغ"])
def test_a_speaker_may_be_called_as_particles_are(name: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(f"وقال {name} المتحدث باسم الميناء إن السفينة عادت إلى البحر وإن أهلها بخير.", lexicon)
    assert speaker.name == name


@pytest.mark.parametrize("office", ["المدير العام للشركة", "مسؤول في البلدية", "وزير الري السابق"])
def test_an_office_alone_is_nobody_named(office: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(f"قال {office} إن السد آمن.", lexicon)
    assert speaker.anonymous


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("قال مسؤول أمني طلب عدم الكشف عن هويته إن التحقيق مستمر.", "طلب عدم الكشف عن هويته"),
        ("وقال مصدر حكومي، شريطة عدم ذكر اسمه، إن التحقيق مستمر.", "شريطة عدم ذكر اسمه"),
        ("وأضاف المصدر الذي رفض الكشف عن اسمه أن الأمر انتهى.", "رفض الكشف عن اسمه"),
        ("ونقلت الصحيفة عن دبلوماسيين طلبوا عدم نشر أسمائهم أن الأمر انتهى.", "طلبوا عدم نشر أسمائهم"),
        ("قال مسؤول في البلدية إن التحقيق مستمر.", None),
    ],
)
def test_the_reason_for_namelessness(body: str, reason: str | None, lexicon: Lexicon) -> None:
    assert [s.reason for s in _speakers(body, lexicon)] == [reason]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("دعا النواب وزير الري إلى الاستقالة.", "النواب"),
        ("ودعا البيان مختلف الأطراف إلى الهدوء.", "البيان"),
        ("اتهمت منظمات محلية السلطات باعتقال الصيادين.", "منظمات محلية"),
    ],
)
def test_a_subject_ends_where_those_it_addresses_begin(body: str, speaker: str, lexicon: Lexicon) -> None:
    assert [s.span.text for s in _speakers(body, lexicon) if s.span] == [speaker]


def test_a_relative_clause_belongs_to_the_source_but_not_to_its_name(lexicon: Lexicon) -> None:
    (speaker,) = _speakers("وقالت الجمعية التي تمثل الصيادين إن الموسم انتهى.", lexicon)
    assert speaker.span
    assert speaker.span.text == "الجمعية التي تمثل الصيادين"
    assert speaker.name == "الجمعية"


def test_the_office_by_which_a_person_is_meant_is_served_as_it_is_written(lexicon: Lexicon) -> None:
    body = "قال رئيس الأرجنتين ربيع الدهان إن السد آمن. وأضاف رئيس الأرجنتين أن المياه كثيرة."
    (speaker,) = _speakers(body, lexicon, claim=1)
    assert (speaker.name, speaker.role) == ("ربيع الدهان", "رئيس الأرجنتين")


def test_an_office_without_country_is_first_the_pages_own(lexicon: Lexicon) -> None:
    body = (
        "أكد وزير الخارجية سليم البحراوي أن الاتفاق جاهز.\n"
        "وقال وزير الخارجية الألماني يوسف الصواري إن بلاده موافقة.\nوأضاف وزير الخارجية أن التوقيع قريب."
    )
    assert claims_of(body, lexicon)[2].speakers == ("سليم البحراوي",), show(claims_of(body, lexicon))


def test_an_office_in_the_headline_is_named_by_the_text(lexicon: Lexicon) -> None:
    body = "قال وزير الموانئ سليم البحراوي إن الميناء سيفتح قريبا."
    (speaker,) = _speakers(body, lexicon, title="وزير الموانئ: الميناء سيفتح قريبا")
    assert (speaker.name, speaker.resolved_by) == ("سليم البحراوي", "named-later")


@pytest.mark.parametrize(
    "source",
    [
        "بحار من طاقم العبارة، رفض كشف اسمه",
        "مسافر نجا من الحريق، طلب عدم نشر اسمه",
        "أحد البحارة، وهو شاب من الجنوب",
        "تاجر في سوق المدينة",
    ],
)
def test_what_tells_of_a_source_without_name_is_in_its_span(source: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(f"وقال {source}{'،' * ('،' in source)} إن الجسر انهار.", lexicon)
    assert speaker.anonymous
    assert speaker.span is not None
    assert speaker.span.text == source


def test_a_pronoun_is_no_source(lexicon: Lexicon) -> None:
    body = "نفى الوزير سليم البحراوي وجود أزمة، لكنه أقر بأن المياه قليلة."
    assert claims_of(body, lexicon)[1].speakers == ("سليم البحراوي",)


@pytest.mark.parametrize("crowd", ["المتضررون", "وسائل إعلام محلية", "شهود عيان", "مسؤولون"])
def test_crowds_are_unnamed_groups(crowd: str, lexicon: Lexicon) -> None:
    (speaker,) = _speakers(f"وقال {crowd} إن الجسر انهار.", lexicon)
    assert speaker.anonymity == "unnamed_group"


def test_a_statement_means_whoever_issued_it(lexicon: Lexicon) -> None:
    body = "أعلنت وزارة الري أن السد آمن.\nوأضاف البيان أن المياه وفيرة."
    (speaker,) = _speakers(body, lexicon, 1)
    assert (speaker.name, speaker.anonymity) == ("وزارة الري", "document")


def test_a_medium_talked_to_carries_the_words(lexicon: Lexicon) -> None:
    (said,) = claims_of('أكد الوزير سليم البحراوي، في تصريح لـ"أصداء"، أن السد آمن.', lexicon)
    assert (said.speakers, said.via) == (("سليم البحراوي",), ("أصداء",))


def test_the_subject_of_another_verb_is_who_goes_on_speaking(lexicon: Lexicon) -> None:
    body = "هاجمت وزارة الزراعة المزارعين أمس، وزعمت أنهم يهدرون المياه."
    assert claims_of(body, lexicon)[-1].speakers == ("وزارة الزراعة",)


def test_a_verbal_noun_before_an_office_is_that_persons_saying(lexicon: Lexicon) -> None:
    (said,) = claims_of("وجاء إعلان الوزير سليم البحراوي أن الميناء آمن بعد أسبوع.", lexicon)
    assert said.speakers == ("سليم البحراوي",)


def test_but_he_goes_on_with_whoever_spoke(lexicon: Lexicon) -> None:
    said = claims_of("وقال سالم الراوي إن العمل مستمر، لكنه أضاف أن المال قليل.", lexicon)
    assert [(one.content, one.speakers) for one in said] == [
        ("العمل مستمر", ("سالم الراوي",)),
        ("المال قليل", ("سالم الراوي",)),
    ]


def test_marks_behind_a_bare_office_hold_whose_it_is(lexicon: Lexicon) -> None:
    (said,) = claims_of("أعلن رئيس »شركة البحر - النهر للغزل والنسيج« سالم الراوي أن المصنع سيفتح غدا.", lexicon)
    assert (said.content, said.speakers) == ("المصنع سيفتح غدا", ("سالم الراوي",))
    first, _ = claims_of('وقال نائب "لن نقبل أبدا بهذا القانون الجديد" وأضاف أن الحزب سيعارض.', lexicon)
    assert (first.content, first.mode) == ("لن نقبل أبدا بهذا القانون الجديد", "direct")


@pytest.mark.parametrize("when", ["لدى وصوله إلى المطار", "خلال زيارته الميناء", "في ختام جولته"])
def test_when_it_was_said_is_not_what_was_said(when: str, lexicon: Lexicon) -> None:
    (said,) = claims_of(f"أكد وزير الري سامح بركات {when} أن السد قديم.", lexicon)
    assert (said.content, said.speakers) == ("السد قديم", ("سامح بركات",))


def test_what_was_talked_of_is_denied(lexicon: Lexicon) -> None:
    (said,) = claims_of("نفى الوزير سامح بركات ما تردد حول عقده لقاء مع العمال.", lexicon)
    assert said.content == "ما تردد حول عقده لقاء مع العمال"


def test_what_is_welcomed_belongs_to_no_speaker(lexicon: Lexicon) -> None:
    (said,) = claims_of("ورحبت هولندا، بالاتفاق الجديد، وشددت على دعمها للعمال.", lexicon)
    assert said.speakers == ("هولندا",)
