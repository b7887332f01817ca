"""A story that gives today's date dates its page, where the weekday agrees."""

import pytest

from tests.core.pages.reading import read_text

STORY = "النقابة تنهي إضراب الميناء بعد أسبوع\n{}\nوقال الوزير إن الاتفاق يشمل صرف الأجور المتأخرة على دفعتين{}."


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("أعلنت نقابة عمال الميناء اليوم الأحد (6 آب 2023) عودة العمل في جميع الأرصفة.", "2023-08-06"),
        ("أعلنت نقابة عمال الميناء صباح اليوم الأحد 6 أغسطس 2023، عودة العمل في جميع الأرصفة.", "2023-08-06"),
        ("أعلنت نقابة عمال الميناء أمس السبت 5 أغسطس 2023 عودة العمل في جميع الأرصفة.", "2023-08-06"),
        ("يستأنف عمال الميناء غدا الاثنين 7/8/2023 العمل في جميع الأرصفة بعد توقف طويل.", "2023-08-06"),
        ("أعلنت نقابة عمال الميناء اليوم الأحد 6 أغسطس 2024 عودة العمل في جميع الأرصفة.", None),
        ("أعلنت نقابة عمال الميناء الأحد 6 أغسطس 2023 عودة العمل في جميع الأرصفة.", None),
        ('قال الوزير: "سنعود اليوم الأحد 6 أغسطس 2023 إلى العمل في جميع الأرصفة بلا شروط".', None),
    ],
)
def test_told_day(lead: str, day: str | None) -> None:
    found = read_text(STORY.format(lead, ""))
    assert (str(found.published_on) if found.published_on else None) == day
    assert found.date_evidence.basis == ("weekday" if day else "none")


@pytest.mark.parametrize(
    ("dateline", "outlet", "day"),
    [
        ("القاهرة 5 فبراير شباط (رويترز) - ", "رويترز", None),
        ("الواحة الكبرى 28 أغسطس 2023 (رويترز) ", "رويترز", "2023-08-28"),
        ("الواحة 28 أغسطس 2023 – ", None, "2023-08-28"),
    ],
)
def test_a_dateline_with_its_day_is_the_agency_s_own(dateline: str, outlet: str | None, day: str | None) -> None:
    lead = "أعلنت نقابة عمال الميناء عودة العمل في جميع الأرصفة."
    found = read_text(STORY.format(dateline + lead, ""))
    assert (found.outlet, str(found.published_on) if found.published_on else None) == (outlet, day)


def test_two_told_days_date_nothing() -> None:
    lead = "أعلنت نقابة عمال الميناء اليوم الأحد 6 أغسطس 2023 عودة العمل في جميع الأرصفة."
    story = STORY.format(lead, " اليوم الاثنين 7 أغسطس 2023")
    found = read_text(story)
    assert found.published_on is None


def test_a_stamp_comes_before_what_the_lead_tells() -> None:
    lead = "7 أغسطس 2023\nأعلنت نقابة عمال الميناء اليوم الأحد 6 أغسطس 2023 عودة العمل في جميع الأرصفة."
    found = read_text(STORY.format(lead, ""))
    assert str(found.published_on) == "2023-08-07"
