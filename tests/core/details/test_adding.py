"""Stance, negation, day of saying and narration, on claims laid by hand."""

from datetime import date

import pytest

from service.core.arabic.texts import FieldText, read_texts
from service.core.details.adding import complete_claims
from service.core.details.knowledge import FigureKnowledge
from service.core.records import Article, Claim, Cue, CueClass, Stance
from service.lexicon.figures import load_figure_knowledge

THURSDAY = date(2022, 3, 10)


@pytest.fixture(scope="module")
def knowledge() -> FigureKnowledge:
    return load_figure_knowledge()


def lay(text: FieldText, cue: str, content: str, kind: CueClass = "neutral", stance: Stance = "assertion") -> Claim:
    at, start = text.text.index(cue), text.text.rindex(content)
    return Claim(
        (text.span(start, start + len(content)),), "indirect", stance, Cue(text.span(at, at + len(cue)), cue, kind)
    )


def complete(body: str, knowledge: FigureKnowledge, *laid: tuple[str, str], kind: CueClass = "neutral") -> list[Claim]:
    (text,) = read_texts(None, body)
    article = Article("a1", "1.txt", "text/plain", "", None, body, published_on=THURSDAY)
    return list(complete_claims(article, (text,), [lay(text, *part, kind=kind) for part in laid], knowledge))


@pytest.mark.parametrize(
    ("body", "cue", "content", "stance"),
    [
        ("قال الوزير إن الميناء يعمل", "قال", "الميناء يعمل", "assertion"),
        ("شدد الوزير على ضرورة فتح الميناء", "شدد", "ضرورة فتح الميناء", "demand"),
        ("قال الوزير إنه يجب فتح الميناء", "قال", "يجب فتح الميناء", "demand"),
        ("قال الوزير إن على الشركة أن تفتح الميناء", "قال", "على الشركة أن تفتح الميناء", "demand"),
        ('قال الوزير: "سنفتح الميناء"', "قال", "سنفتح الميناء", "pledge"),
        ('قال الوزير: "لن نغلق الميناء"', "قال", "لن نغلق الميناء", "pledge"),
        ("قال الوزير إنه سيعود إلى الميناء", "قال", "سيعود إلى الميناء", "pledge"),
        ("قال الوزير إن بلاده ستواصل البناء", "قال", "بلاده ستواصل البناء", "pledge"),
        ("قال الشاهد إن الحكومة ستواصل البناء", "قال", "الحكومة ستواصل البناء", "assertion"),
        ("جدد الوزير التزامه بفتح الميناء", "جدد", "فتح الميناء", "pledge"),
        ("قال الوزير: مستعدون لفتح الميناء", "قال", "مستعدون لفتح الميناء", "pledge"),
        ("قال الوزير: في الشهر المقبل سنفتح الميناء", "قال", "في الشهر المقبل سنفتح الميناء", "pledge"),
        ("قال الوزير: السفن ترسو كما سنفتح الميناء", "قال", "السفن ترسو كما سنفتح الميناء", "assertion"),
        ("قال الوزير إن الشركة ستغلق الميناء", "قال", "الشركة ستغلق الميناء", "assertion"),
        ("قال الوزير إن من المتوقع أن يفتح الميناء", "قال", "من المتوقع أن يفتح الميناء", "forecast"),
        ("قال الوزير إن الدراسة خاطئة ولا أساس لها", "قال", "الدراسة خاطئة ولا أساس لها", "denial"),
        ("قال الوزير إن الفتح لن يتم على الأرجح", "قال", "الفتح لن يتم على الأرجح", "forecast"),
    ],
)
def test_stance(body: str, cue: str, content: str, stance: str, knowledge: FigureKnowledge) -> None:
    assert complete(body, knowledge, (cue, content))[0].stance == stance


def test_a_warning_with_words_of_possibility_is_a_forecast(knowledge: FigureKnowledge) -> None:
    body = "حذر الوزير من أن المياه قد ترتفع"
    assert complete(body, knowledge, ("حذر", "المياه قد ترتفع"), kind="warn")[0].stance == "forecast"


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("الميناء لم يفتح", True),
        ("عدم فتح الميناء", True),
        ("الميناء لا يزال مفتوحا", False),
        ("ولا يزال الميناء مفتوحا", False),
        ("الميناء الذي لم يفتح", False),
        ("الميناء مفتوح", False),
        ("طائرة من دون طيار قصفت الميناء", False),
        ("دون إغلاق الميناء لا حل", True),
        ("العثور على جثث مسافرين غير نظاميين في الميناء", False),
        ("الميناء يشهد خطوات غير مسبوقة", False),
        ("العاملين غير راضين", True),
        ("الميناء غير مفتوح", True),
        ("خفر السواحل أنقذ 41 بحارا غير مسجل", False),
        ("الركاب الـ41 غير مسجلين", True),
    ],
)
def test_negation(content: str, negated: bool, knowledge: FigureKnowledge) -> None:
    assert complete(f"قال الوزير إن {content}", knowledge, ("قال", content))[0].negated is negated


@pytest.mark.parametrize(
    ("when", "day", "basis"),
    [
        ("", THURSDAY, "published"),
        ("اليوم", THURSDAY, "relative"),
        ("أمس", date(2022, 3, 9), "relative"),
        ("أول من أمس", date(2022, 3, 8), "relative"),
        ("الثلاثاء", date(2022, 3, 8), "weekday"),
        ("أمس الأربعاء", date(2022, 3, 9), "weekday"),
        ("الخميس", THURSDAY, "weekday"),
        ("الخميس الماضي", date(2022, 3, 3), "weekday"),
        ("في 2 مارس 2022", date(2022, 3, 2), "date"),
    ],
)
def test_day_of_saying(when: str, day: date, basis: str, knowledge: FigureKnowledge) -> None:
    said = complete(f"قال الوزير {when} إن الميناء يعمل", knowledge, ("قال", "الميناء يعمل"))[0].said_on
    assert said is not None
    assert (said.day, said.basis) == (day, basis)


def test_some_time_before_is_no_day(knowledge: FigureKnowledge) -> None:
    body = "قال الوزير في وقت سابق إن الميناء يعمل"
    assert complete(body, knowledge, ("قال", "الميناء يعمل"))[0].said_on is None


def test_the_page_s_own_figure_is_narration(knowledge: FigureKnowledge) -> None:
    body = "قال الوزير إن الميناء يعمل. ويعمل في الميناء 340 عاملا، بينهم 12 مهندسا، منذ افتتاحه."
    claims = complete(body, knowledge, ("قال", "الميناء يعمل"))
    assert [claim.mode for claim in claims] == ["indirect", "narration"]
    assert claims[1].text == "ويعمل في الميناء 340 عاملا، بينهم 12 مهندسا"
    assert [figure.value for figure in claims[1].figures] == [340, 12]


def test_a_figure_inside_an_attribution_is_no_narration(knowledge: FigureKnowledge) -> None:
    body = "قال الوزير في جولة مع 20 صحفيا إن الميناء يعمل بطاقة 340 عاملا"
    assert [c.mode for c in complete(body, knowledge, ("قال", "الميناء يعمل بطاقة 340 عاملا"))] == ["indirect"]
