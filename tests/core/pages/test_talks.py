"""Whom people speak to in a story without masthead is its outlet, unless the story is an agency's."""

import pytest

from tests.core.pages.reading import read_text

STORY = "قال وزير النقل إن الميناء سيستأنف العمل صباح يوم الأحد المقبل بعد اتفاق مع النقابة على الأجور المتأخرة."


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("وأضاف الوزير لـ«الخليج» أن الأجور المتأخرة ستدفع كاملة.", "الخليج"),
        ("وأضاف الوزير ل#187;الخليج#171; أن الأجور المتأخرة ستدفع كاملة.", "الخليج"),
        ("وأضاف الوزير لالخليج أن الأجور المتأخرة ستدفع كاملة.", "الخليج"),
        ("وأضاف الوزير ل الخليج، أن الأجور المتأخرة ستدفع كاملة.", "الخليج"),
        ("وأضاف الوزير أن دول الخليج ستشارك ل الخليج القادم.", None),
        ("وأضاف الوزير لـ«الخليج» أن الأجور المتأخرة ستدفع كاملة. (د .ب .أ)", None),
        ("وأضاف الوزير لـ«الخليج» و لـ«عكاظ» أن الأجور المتأخرة ستدفع كاملة.", None),
    ],
)
def test_the_outlet_that_was_told(told: str, outlet: str | None) -> None:
    found = read_text(f"{STORY}\n{told}\n{STORY}\n{told}")
    assert found.outlet == outlet
