"""A line of strung headlines above the headline is no paragraph of the story."""

from tests.core.pages.reading import read_text

TICKER = "الوزير يزور المصنع الجديد في الشمال البلدية: افتتاح سوق كبير للخضار " * 6
TITLE = "النقابة تنهي إضراب الميناء بعد أسبوع"
LEAD = "أعلنت نقابة عمال الميناء عودة العمل في جميع الأرصفة بعد اتفاق مع الوزارة على الأجور المتأخرة."


def test_strung_headlines_above_a_dated_headline_are_a_ticker() -> None:
    found = read_text(
        f"وثائق البلدية عن السوق الكبير القديم\n{TICKER}\n{TITLE}\n2020-12-01 | 14:14 519\n{LEAD}\n{LEAD}"
    )
    assert found.title == TITLE
    assert found.body == f"{LEAD}\n{LEAD}"


def test_long_paragraph_with_a_stop_is_the_story() -> None:
    found = read_text(
        f"وثائق البلدية عن السوق الكبير القديم\n{TICKER.strip()}.\n{TITLE}\n2020-12-01 | 14:14 519\n{LEAD}"
    )
    assert found.body.startswith(TICKER.strip())
