"""Reading a page costs in proportion to its size, whatever it is made of."""

import pytest

from service.core.pages.passages import find_passages
from service.core.pages.read import read_article
from service.core.pages.told_days import find_hints
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge
from tests.work import calls_of

_HEAD = "عنوان الخبر عن الميناء القديم\n2023-08-06 | 10:00\n"
_STORY = "قال وزير المرافئ إن العمل سيستأنف صباح الأحد في الأرصفة السبعة بعد اتفاق مع النقابة.\n"
_SHAPES = {
    "one line": "قال إن العمل سيستأنف في الميناء ",
    "sentences": "قال إن العمل سيستأنف. ",
    "one letter": "ب",
    "quotes": '"',
    "short lines": "خبر قصير\n",
    "blank lines": "\n",
    "dates": "الأحد 6 آب 2023\n",
    "dates in one line": "السابع من نيسان 2023 أو 6/8/2023 ",
    "labels": "اقرأ أيضا\n",
    "captions": "التعليق على الصورة\nعمال في ميناء الريحان قبل العمل\n",
    "names of media": "صحيفة المرفأ - الريحان\n",
    "paragraphs": _STORY,
    "broken lines": "قال وزير المرافئ إن العمل سيستأنف صباح الأحد في الأرصفة السبعة بعد\n",
}
_SMALL, _TIMES = 8_000, 8  # bytes, and how many times more
_MOST = 16  # times the calls: twice what is in proportion; what is squared takes 64 times
_LEAST = 4_000  # calls that any page takes


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES.keys())
def test_calls_are_in_proportion(shape: str) -> None:
    count = _SMALL // len(shape.encode())
    assert _calls(shape * count * _TIMES) < _MOST * max(_calls(shape * count), _LEAST)


def _calls(text: str) -> int:
    page = Page("page.txt", f"{_HEAD}{text}\n{_STORY}".encode())
    knowledge = load_page_knowledge()

    def read() -> None:
        found = read_article(page, knowledge)
        if isinstance(found, Article):
            find_passages(found.body)
            find_hints(found, knowledge.dates)

    return calls_of(read)
