"""Reading a page takes time in proportion to its size, whatever it is made of."""

import time

import pytest

from service.core.pages.passages import find_passages
from service.core.pages.read import read_article
from service.core.pages.told_days import find_hints
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

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
}
_SMALL, _TIMES = 16_000, 8  # bytes, and how many times more
_MOST = 24  # times the time: thrice what is in proportion; what is squared takes 64 times


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES.keys())
def test_time_is_in_proportion(shape: str) -> None:
    count = _SMALL // len(shape.encode())
    small = min(_read(shape * count) for _ in range(3))
    assert _read(shape * count * _TIMES) < _MOST * small + 0.05


def _read(text: str) -> float:
    page = Page("page.txt", f"{_HEAD}{text}\n{_STORY}".encode())
    began = time.process_time()
    found = read_article(page, load_page_knowledge())
    if isinstance(found, Article):
        find_passages(found.body)
        find_hints(found, load_page_knowledge().dates)
    return time.process_time() - began
