"""Whom people speak to in a story without masthead is its outlet, unless the story is an agency's."""

import pytest

from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

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
    found = read_article(Page("page.txt", f"{STORY}\n{told}\n{STORY}\n{told}".encode()), load_page_knowledge())
    assert isinstance(found, Article)
    assert found.outlet == outlet
