"""When two claims are one statement, and which evidence says so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core.corpus import Likeness
from service.core.groups.candidates import candidate_keys
from service.core.groups.evidence import Evidence
from service.core.groups.likeness import LEAST_PART, LEAST_WHOLE, RULES, compare_claims
from tests.faces import DAY, make_face

PORT = "ميناء الزاهرة سيغلق أبوابه أمام البواخر الأجنبية مطلع الأسبوع المقبل"
LATER = date(2022, 4, 20)
_WORKS = "الإدارة بدأت تطوير أرصفة الميناء القديمة هذا الشتاء بعد تعثر المقاول"


def test_one_speaker_in_other_words_is_one_statement() -> None:
    other = "البواخر الأجنبية لن ترسو في ميناء الزاهرة لأن أبوابه ستغلق الأسبوع المقبل"
    left, right = make_face(PORT, "1", "سليم الراوي"), make_face(other.replace("لن ", ""), "2", "الراوي")
    like = compare_claims(left, right)
    assert like is not None
    assert {"one-speaker", "same-speaker", "same-day"} <= set(like.evidence)
    assert any(part.startswith("shared-words:") for part in like.evidence)
    assert set(candidate_keys(left)) & set(candidate_keys(right))


@pytest.mark.parametrize(
    ("outlet", "day", "same"), [("أخرى", DAY, True), ("صحيفة", DAY, False), ("أخرى", LATER, False)]
)
def test_common_words_of_one_speaker_are_enough_where_two_outlets_print_them(
    outlet: str, day: date, same: bool
) -> None:
    left = make_face("الانتخابات ستجرى في موعدها المقرر", "1", "سليم الراوي", outlet="صحيفة")
    right = make_face("ستجري في الموعد المحدد", "2", "سليم الراوي", day, outlet=outlet)
    assert (compare_claims(left, right) is not None) is same


def test_evidence_is_the_same_from_both_sides() -> None:
    left, right = make_face(PORT, "1", "سليم الراوي"), make_face(PORT + " حسب الجدول", "2", "سليم الراوي")
    assert compare_claims(left, right) == compare_claims(right, left)
    assert isinstance(compare_claims(left, right), Likeness)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("ميناء الزاهرة لن يغلق أبوابه أمام البواخر الأجنبية مطلع الأسبوع المقبل", "assertion"),
        (PORT, "denial"),
    ],
)
def test_opposite_polarity_is_never_one_statement(text: str, stance: str) -> None:
    right = make_face(text, "2", "سليم الراوي", stance=stance)  # type: ignore[arg-type]
    assert compare_claims(make_face(PORT, "1", "سليم الراوي"), right) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("رست 40 باخرة", "رست 40 باخرة", True),
        ("رست نحو 40 باخرة", "رست 42 باخرة", True),
        ("رست 40 باخرة", "رست 70 باخرة", False),
        ("رست 40 باخرة", "رست أكثر من 60 باخرة", False),
    ],
)
def test_incompatible_figures_are_never_one_statement(first: str, second: str, same: bool) -> None:
    tail = " في ميناء الزاهرة قرب مصفاة النخيل خلال العاصفة الرملية"
    left, right = make_face(first + tail, "1", "سليم الراوي"), make_face(second + tail, "2", "سليم الراوي")
    like = compare_claims(left, right)
    assert (like is not None) is (same and first.split()[-2:] == second.split()[-2:])


def test_another_named_speaker_is_another_statement() -> None:
    other = "ميناء الزاهرة سيفتح أبوابه أمام البواخر الأجنبية نهاية الشهر"
    assert compare_claims(make_face(PORT, "1", "سليم الراوي"), make_face(other, "2", "نادر الهلالي")) is None


def test_the_same_words_under_another_name_are_a_reprint() -> None:
    like = compare_claims(make_face(PORT, "1", "سليم الراوي"), make_face(PORT, "2", "نادر الهلالي"))
    assert like is not None
    assert like.evidence[0] == "same-wording"


@pytest.mark.parametrize(("titled", "alike"), [(True, True), (False, False)])
def test_a_title_says_in_short_what_its_page_says(titled: bool, alike: bool) -> None:
    long = PORT + " بسبب أعمال صيانة الأرصفة التي أعلنت عنها الإدارة في الشتاء الماضي"
    title = make_face("إغلاق ميناء الزاهرة أمام البواخر", "1", "المملكة")._replace(titled=titled)
    body = make_face(long, "2", "سليم الراوي")._replace(article_id=title.article_id)
    like = compare_claims(title, body)
    assert (like is not None) is alike
    assert like is None or like.evidence[0] == "in-short"


@pytest.mark.parametrize(
    ("title", "speaker", "body", "alike"),
    [
        ("حجز 265 صندوقا في مرفأ الزاهرة", None, "الحملة انتهت إلى حجز 265 صندوقا من التبغ قرب مرفأ الزاهرة", True),
        ("حجز 265 صندوقا في مرفأ الزاهرة", None, "الحملة بلغت 265 مخزنا من مخازن التبغ المهرب قرب ميناء النخيل", False),
        (
            "احتراق 85 منزلا في الزاهرة والأسباب مجهولة",
            "سليم الراوي",
            "المخازن التي شهدت احتراق البضائع جاورت 85 منزلا، ونقلت الفرق السكان إلى المدارس",
            True,
        ),
        ("تطوير أرصفة الزاهرة", "سليم الراوي", _WORKS, True),
        ("تطوير أرصفة الزاهرة", None, _WORKS, False),
    ],
)  # fmt: skip
def test_a_title_shares_a_figure_or_a_speaker_with_what_it_tells(
    title: str, speaker: str | None, body: str, alike: bool
) -> None:
    left = make_face(title, "1", *[speaker] if speaker else [])._replace(titled=True)
    right = make_face(body, "2", *[speaker] if speaker else [])._replace(article_id=left.article_id)
    assert bool(compare_claims(left, right)) is alike


@pytest.mark.parametrize(("told", "alike"), [("", True), ("الوزير أبلغ النواب أن ", False)])
def test_a_body_and_its_spokesman_say_one_thing_on_a_page_but_not_who_tells_of_another(told: str, alike: bool) -> None:
    body = make_face(told + PORT + " قريبا", "1", "هيئة الموانئ")
    further = "ميناء الزاهرة سيغلق أبوابه أمام البواخر الأجنبية والصيادين بعد اكتمال التجهيزات"
    spokesman = make_face(further if alike else PORT + " قريبا", "2", "سليم الراوي")
    like = compare_claims(body, spokesman._replace(article_id=body.article_id))
    assert (like is not None) is alike
    assert like is None or like.evidence[0] == "one-page-wording"


def test_what_both_deny_is_one_thing_though_one_begins_with_it() -> None:
    first = make_face("قرار فتح الميناء لا رجعة عنه", "1", "سليم الراوي")
    second = make_face("قرار فتح الميناء الذي اتخذته إدارة الزاهرة لا رجعة عنه", "2", "سليم الراوي")
    assert first.polarity == -1
    assert compare_claims(first, second) is not None


def test_a_small_toll_of_another_day_is_another_accident() -> None:
    first = make_face("أصيب أربعة عمال في حريق", "1")
    assert compare_claims(first, make_face("أصيب أربعة عمال بحريق مصنع", "2", day=LATER)) is None


def test_years_named_on_both_sides_must_meet() -> None:
    first = make_face("ميناء الزاهرة سيفتح أبوابه عام 2024", "1", "سليم الراوي")
    second = make_face("ميناء الزاهرة سيفتح أبوابه عام 2026", "2", "سليم الراوي")
    assert compare_claims(first, second) is None


@pytest.mark.parametrize(("day", "alike"), [(date(2022, 3, 10), True), (None, False)])
def test_words_of_nobody_and_no_day_need_more_in_common(day: date | None, alike: bool) -> None:
    arrest = "اعتقل جنود الحاجز صيادا من السبعين وحفيده الأكبر قرب مرفأ الزاهرة جنوب المدينة"
    search = "اعتقل جنود الحاجز نقيب الصيادين قرب مرفأ الزاهرة وفتشوا قواربه وصادروا شباكه"
    assert bool(compare_claims(make_face(arrest, "1", day=day), make_face(search, "2", day=day))) is alike


@given(
    weight=st.integers(0, 2000),
    stems=st.integers(0, 40),
    whole=st.floats(0, LEAST_WHOLE, exclude_max=True),
    part=st.floats(0, LEAST_PART, exclude_max=True),
    speakers=st.sampled_from(["same-speaker", "other-speaker", "unknown-speaker"]),
    days=st.none() | st.integers(0, 100),
    flags=st.tuples(*[st.booleans()] * 8),
)
def test_no_rule_holds_below_what_is_weighed_at_all(
    weight: int, stems: int, whole: float, part: float, speakers: str, days: int | None, flags: tuple[bool, ...]
) -> None:
    evidence = Evidence(stems, weight, whole, part, speakers, None, days, *flags, toll=False)
    assert not any(holds(evidence) for holds in RULES.values())


@pytest.mark.parametrize(
    ("title", "alike"),
    [
        ("العثور على 4 بحارة قرب الزاهرة بعد يومين من البحث عنهم في عرض المتوسط", True),
        ("العثور على 3 بحارة قرب الزاهرة بعد يومين من البحث عنهم في عرض المتوسط", False),
        ("وصول 4 حافلات إلى مدينة الزاهرة", False),
    ],
)
def test_a_title_without_speaker_is_what_the_lead_tells_of_its_figure(title: str, alike: bool) -> None:
    lead = (
        "عثر خفر السواحل مساء الأحد على أربعة بحارة من الجنسية الهندية قرب ميناء الزاهرة غرق مركبهم في العاصفة الأخيرة"
    )
    short = make_face(title, "1")._replace(titled=True)
    like = compare_claims(short, make_face(lead, "2")._replace(article_id=short.article_id))
    assert (like is not None) is alike
    assert like is None or like.evidence[0] == "in-short-and-figure"


@pytest.mark.parametrize(("kind", "same"), [("neutral", True), ("deny", False)])
def test_no_tie_said_or_denied_is_one_negation(kind: str, same: bool) -> None:
    none, some = "لا علاقة لميناء الزاهرة بالبواخر الأجنبية الغارقة", "علاقة ميناء الزاهرة بالبواخر الأجنبية الغارقة"
    left = make_face(some, "1", "سليم الراوي", stance="denial")
    right = make_face(none, "2", "سليم الراوي", stance="denial", kind=kind)
    assert (left.polarity == right.polarity) is same
