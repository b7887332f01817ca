"""Text that was broken at a width is joined again; lines that are whole stay as they are."""

import textwrap

from service.core.pages.wrapping import join_broken
from tests.core.pages.reading import read_text

FIRST = (
    "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة منذ ثلاثة "
    "أشهر، وأضاف أن الحكومة رصدت مبلغا لتعويض أصحاب الشاحنات الذين توقفت أعمالهم طوال أيام الإضراب."
)
SECOND = (
    "وأوضحت النقابة في بيان أن أعضاءها صوتوا على الاتفاق بأغلبية كبيرة، وأنها ستراقب تنفيذه خلال الأسابيع الأربعة "
    "المقبلة، محذرة من العودة إلى الإضراب إذا تأخرت الدفعة الأولى عن موعدها."
)
HEADLINES = [
    "النقابة تنهي إضراب الميناء بعد أسبوع من التوقف",
    "وزير النقل يتعهد بدفع الأجور المتأخرة قبل نهاية الشهر الجاري",
    "أصحاب الشاحنات يطالبون بتعويضات عن أيام الإضراب",
    "خبراء: خسائر الموانئ تتجاوز مليوني دينار في اليوم الواحد",
    "لجنة برلمانية تستمع إلى مديرة الميناء في جلسة مغلقة",
    "تأجيل مباراة القمة إلى الأسبوع المقبل بسبب الأمطار",
]


def joined(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text as they are read, numbered."""
    return list(join_broken(text.split("\n")))


def test_paragraphs_broken_at_a_width_are_whole_again() -> None:
    text = "\n".join([HEADLINES[0], *textwrap.wrap(FIRST, 60), *textwrap.wrap(SECOND, 60)])
    assert joined(text) == [(1, HEADLINES[0]), (2, FIRST), (2 + len(textwrap.wrap(FIRST, 60)), SECOND)]


def test_blank_lines_part_broken_paragraphs() -> None:
    text = "\n".join([*textwrap.wrap(FIRST, 72), "", *textwrap.wrap(SECOND, 72)])
    assert [line for _, line in joined(text)] == [FIRST, "", SECOND]


def test_headlines_in_a_row_stay_apart() -> None:
    assert [line for _, line in joined("\n".join(HEADLINES * 3))] == HEADLINES * 3


def test_whole_paragraphs_stay_apart() -> None:
    text = "\n".join([*HEADLINES, FIRST, SECOND, FIRST, SECOND])
    assert [line for _, line in joined(text)] == text.split("\n")


def test_story_broken_at_a_width_is_read_in_paragraphs() -> None:
    first, second = textwrap.wrap(f"عمان (رويترز) - {FIRST}", 70), textwrap.wrap(SECOND, 70)
    page = "\n".join([HEADLINES[0], "4 مايو 2014", *first, "", *second])
    read = read_text(page)
    assert (read.title, read.agencies, read.place) == (HEADLINES[0], ("رويترز",), "عمان")
    assert read.body.split("\n") == [f"عمان (رويترز) - {FIRST}", SECOND]
