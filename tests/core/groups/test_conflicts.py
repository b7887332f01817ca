"""Conflicts of figures, years and polarity, and what is ruled out."""

from datetime import date
from itertools import combinations

from service.core.groups.conflicts import conflict_keys, find_conflicts
from tests.faces import conflicts_of, make_face

MARCH, JULY = date(2022, 3, 10), date(2022, 7, 20)


def test_two_present_numbers_of_one_population_clash_months_apart() -> None:
    first = make_face("عدد البحارة الأجانب والخبراء الأجنبيين حاليا في الزاهرة لا يتجاوز 250 شخصا", "1", day=MARCH)
    second = make_face("لا يزال هناك نحو 350 شخصا أجنبيا في الزاهرة، بينهم 250 يونانيا", "2", day=JULY)
    assert set(conflict_keys(first)) & set(conflict_keys(second))
    (conflict,) = [c for c in conflicts_of(first, second) if c.comparable]
    assert (conflict.kind, conflict.values, conflict.of) == ("figure", (250, 350), "شخصا")
    assert "at most 250" in conflict.why
    assert "132 days apart" in conflict.why


def test_equal_figures_are_no_conflict() -> None:
    first = make_face("ويوجد في الزاهرة حاليا 250 بحارا يونانيا", "1")
    second = make_face("لا يزال في الزاهرة 250 بحارا يونانيا", "2")
    assert conflicts_of(first, second) == ()


def test_another_population_is_ruled_out_with_the_reason() -> None:
    first = make_face("ويوجد في ميناء الزاهرة حاليا 250 بحارا يونانيا", "1")
    second = make_face("ويوجد في ميناء الزاهرة حاليا 350 بحارا برتغاليا", "2")
    (conflict,) = conflicts_of(first, second)
    assert conflict.comparable is False
    assert conflict.why.startswith("other population")


def test_a_later_toll_is_ruled_out_with_the_reason() -> None:
    first = make_face("أصيب 20 عاملا في حريق مصفاة النخيل قرب ميناء الزاهرة", "1", day=MARCH)
    second = make_face("أصيب 45 عاملا في حريق مصفاة النخيل قرب ميناء الزاهرة", "2", day=JULY)
    (conflict,) = conflicts_of(first, second)
    assert (conflict.comparable, conflict.why.split(":")[0]) == (False, "other date")


def test_a_speaker_against_his_own_earlier_word() -> None:
    first = make_face("ميناء الزاهرة يغلق أبوابه أمام البواخر الأجنبية", "1", "سليم الراوي", MARCH)
    second = make_face("ميناء الزاهرة لن يغلق أبوابه أمام البواخر الأجنبية", "2", "سليم الراوي", JULY)
    (conflict,) = conflicts_of(first, second)
    assert (conflict.kind, conflict.values) == ("polarity", ("affirmed", "denied"))
    assert "one speaker" in conflict.why


def test_two_years_for_one_event_clash() -> None:
    first = make_face("ميناء الزاهرة سيفتح أبوابه أمام البواخر عام 2024", "1")
    second = make_face("ميناء الزاهرة سيفتح أبوابه أمام البواخر عام 2026", "2")
    assert [(c.kind, c.values) for c in conflicts_of(first, second)] == [("date", ("2024", "2026"))]


def test_present_numbers_of_unknown_days_in_the_same_words_clash() -> None:
    wording = "عدد عمال ميناء الزاهرة المضربين عن العمل {} عامل زاهري"
    least, most = (make_face(wording.format(count), count[-4:], day=None) for count in ("بلغ 1200", "لا يتجاوز 900"))
    assert [conflict.comparable for conflict in conflicts_of(least, most)] == [True]


def test_figures_of_unknown_days_and_speakers_are_no_conflict() -> None:
    wording = "أوقفت شرطة الزاهرة {} بحارا خلال حملة تفتيش في مرفأ النخيل وأحواض السفن المجاورة"
    undated = [make_face(wording.format(count), str(count), day=None) for count in (60, 110)]
    dated = [make_face(wording.format(count), str(count)) for count in (60, 110)]
    assert [conflict.comparable for conflict in conflicts_of(*undated)] == [False]
    assert [conflict.comparable for conflict in conflicts_of(*dated)] == [True]


def test_a_story_of_very_many_outlets_keeps_its_clearest_conflict() -> None:
    wording = "قتل {} عاملا في انهيار جسر الرافد الحديدي قرب مرفأ النخيل، حسب إدارة الموانئ، وأغلق {}"
    roads = [(toll, f"طريق{'ابتثجحخدذرزسشصضطظعغف'[place]}{toll}") for toll in (12, 14) for place in range(20)]
    faces = [
        make_face(wording.format(*told), "-".join(map(str, told))) for told in [*roads, (12, "المرفأ"), (14, "المرفأ")]
    ]
    group_of = {face.claim_id: str("14" in face.text) for face in faces}
    pairs = [(a.claim_id, b.claim_id) for a, b in combinations(faces, 2)]
    known = {face.claim_id: face for face in faces}
    found = find_conflicts(known, pairs, group_of)
    assert found == find_conflicts(known, reversed(pairs), group_of)
    assert ("figure", (12, 14), True) in [(conflict.kind, conflict.values, conflict.comparable) for conflict in found]
