"""The first line above the headline is the outlet's name where its form or the story says so."""

import pytest

from tests.core.pages.reading import read_text

STORY = "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة."
SPOKEN = "وأكد مصدر في النقابة للضفاف أن العمال سيعودون إلى أرصفة الميناء مع أول ساعات صباح يوم الأحد المقبل."
TOLD = "وأضاف لـ«الأفق العربي» أن الأجور المتأخرة ستدفع يوم الأحد المقبل كاملة غير منقوصة للعمال جميعهم."
TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"


def outlet(page: str) -> str | None:
    """Return the outlet of a page."""
    article = read_text(page)
    return article.outlet


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("الضفاف", "الضفاف"),
        ("الضفاف الجديدة", "الضفاف الجديدة"),
        ("صوت الضفاف", "صوت الضفاف"),
        ("صدى ضفاف الجنوب", "صدى ضفاف الجنوب"),
        ("الضفاف اليوم", "الضفاف اليوم"),
        ("الضفاف\nسياسة", "الضفاف"),
        ("الرئيسية | سياسة | رياضة\nالضفاف", "الضفاف"),
        ("الضفاف | سياسة | اقتصاد | رياضة", "الضفاف"),
        ("الضفاف  أخبار  تحقيقات  رأي", "الضفاف"),
        ("الضفاف — يومية مستقلة", "الضفاف"),
        ("facebook Twitter Whatsapp\nالضفاف", "الضفاف"),
        ("الرئيسية محليات اقتصاد رياضة\nصوت الضفاف", "صوت الضفاف"),
        ("صوت الضفاف\nعاجل | سياسة | حوادث", "صوت الضفاف"),
        ("طرابلس اليوم | أخبار المحافظات", "طرابلس اليوم"),
        ("الميناء اليوم", "الميناء اليوم"),
        ("سياسة", None),
        ("الشأن المحلي", None),
        ("المشهد السياسي", None),
        ("الهجرة السرية", None),
        ("التصعيد الأخير", None),
        ("أزمة الموانئ", None),
        ("إضراب", None),
        ("صوت", None),
        ("سليم الراوي", None),
        ("القاهرة", None),
        ("الأحد", None),
        ("رويترز", "رويترز"),
        ("الوزير الجديد", None),
        ("العمال على الأرصفة", None),
        ("سياسة | اقتصاد | رياضة", None),
        ("الضفاف | الموانئ | الأرصفة | العمال", None),
    ],
)
def test_the_first_line_names_the_outlet_where_it_is_made_as_a_name(opening: str, expected: str | None) -> None:
    assert outlet(f"{opening}\n{TITLE}\nالأحد 4 مايو 2014\n{STORY}\n{STORY}") == expected


@pytest.mark.parametrize(
    ("opening", "story", "expected"),
    [
        ("ضفاف النهر", STORY, None),
        ("ضفاف", SPOKEN, None),
        ("الضفاف", SPOKEN, "الضفاف"),
        ("ضفاف", SPOKEN.replace("للضفاف", "لضفاف"), "ضفاف"),
    ],
)
def test_the_story_may_show_the_first_line_to_be_whom_they_spoke_to(
    opening: str, story: str, expected: str | None
) -> None:
    assert outlet(f"{opening}\n{TITLE}\nالأحد 4 مايو 2014\n{STORY}\n{story}") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{TITLE} | صوت الضفاف\nالأحد 4 مايو 2014\n{STORY}\n{STORY}", "صوت الضفاف"),
        (f"{TITLE}\nراية الضفاف/ القاهرة\n{STORY}\n{STORY}", "راية الضفاف"),
        (f"{TITLE}\nسليم الراوي/ القاهرة\n{STORY}\n{STORY}", None),
        (f"{TITLE}\nالقاهرة ـ «الأفق العربي»: {STORY}\n{TOLD}", "الأفق العربي"),
        (f"{TITLE}\n{STORY}\n{TOLD}", None),
        (f"{TITLE}\nضفاف نيوز – المينا – من مراسلنا سليم\n{STORY}\n{STORY}", "ضفاف نيوز"),
        (f"{TITLE}\nصوت الضفاف – بيروت – سليم الراوي\n{STORY}\n{STORY}", "صوت الضفاف"),
        (f"{TITLE}\nضفاف نيوز - بيروت: {STORY}\n{STORY}", "ضفاف نيوز"),
        (f"الرئيسية سياسة اقتصاد تطبيق ضفاف نيوز\n{TITLE}\n{STORY}\n{STORY}", "ضفاف نيوز"),
        (f"{TITLE}\n{STORY}\n{STORY}\n\nتابعوا أخبار الضفاف أونلاين عبر تلغرام", "الضفاف أونلاين"),
        (f"{TITLE}\n{STORY}\n{STORY}\n\nتابعونا على جوجل نيوز", None),
        (f"صوت كل العمال\n{TITLE}\n{STORY}\n{STORY}", None),
        (f"أخبار الضفاف  سياسة  محليات  اقتصاد\n{TITLE}\n{STORY}\n{STORY}", "أخبار الضفاف"),
        (f"أخبار الضفاف\n{TITLE}\n{STORY}\n{STORY}", None),
    ],
)
def test_other_places_name_it_too(page: str, expected: str | None) -> None:
    assert outlet(page) == expected


def test_rights_at_the_foot_are_surer_than_the_first_line() -> None:
    page = f"الضفاف الجديدة\n{TITLE}\nالأحد 4 مايو 2014\n{STORY}\n{STORY}\nجميع الحقوق محفوظة © صحيفة النهر"
    assert outlet(page) == "صحيفة النهر"


def test_a_first_line_is_surer_than_the_agency_of_the_dateline() -> None:
    page = f"الضفاف الجديدة\n{TITLE}\nالأحد 4 مايو 2014\nالقاهرة (رويترز) - {STORY}\n{STORY}\nولم يتسن لرويترز التحقق."
    assert outlet(page) == "الضفاف الجديدة"
    assert outlet(f"الضفاف الجديدة\n{TITLE}\nالأحد 4 مايو 2014\nالقاهرة - رويترز\n{STORY}\n{STORY}") == "الضفاف الجديدة"
    assert outlet(f"{TITLE}\nالأحد 4 مايو 2014\nالقاهرة - رويترز\n{STORY}\n{STORY}") == "رويترز"
