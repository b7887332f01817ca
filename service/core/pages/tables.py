"""Knows lists that belong to a story though they hold no sentence: fixtures, results, prices, telephone numbers."""

import re
from itertools import takewhile

from service.core.arabic.letters import fold
from service.core.arabic.stems import light_stem
from service.core.pages.layouts import PageLine
from service.core.pages.marked import Layout
from service.core.pages.starts import LOOSE_WORDS

_ROWS = 3  # lines in a row that make a table
_VALUES = 2  # clocks or scores of a line that strings rows together
_ROW = re.compile(r"(?=[^\d]*\d).*?[:–*/(-]")
_VALUE = re.compile(r"\d{1,3}\s?[:\-–]\s?\d{1,3}|[:،]\s?\d{2,}|الساعه\s")
_BARRED = re.compile(r"\s{2}|\s[|•●]\s|\s/{2}")  # between headlines
_STRUNG = {("ticker", "many-headlines-in-one-line"), ("ticker", "headlines-far-apart"), ("menu", "parted-by-bars")}
_COMMON = 4  # stems that a paragraph has in common with the story that it ends
_SHORTEST = 3  # letters of a stem that says what a story is about
_LOOKED_AT = 600  # characters of a line whose words are looked at
_WORD = re.compile(r"[^\W\d_]+")


def is_table(story: list[PageLine]) -> bool:
    """Tell whether a story ends with three rows or more of a name and a number each."""
    rows = sum(1 for _ in takewhile(_is_row, reversed(story)))
    return _ROWS <= rows < len(story)


def _is_row(line: PageLine) -> bool:
    return line.words < LOOSE_WORDS and not line.paragraph and _ROW.match(line.text) is not None


def free_tables(layout: Layout, start: int) -> None:
    """Take the mark from lines below a paragraph of the story that string scores, or what stars part, not headlines."""
    before = start
    for i in range(start + 1, len(layout.lines)):
        if layout.lines[i].blank:
            continue
        mark, text = layout.marks.get(i), layout.lines[i].text[:_LOOKED_AT]
        starred = mark is not None and mark.role == "ticker" and _BARRED.search(text) is None
        if mark in _STRUNG and layout.free(before) and (starred or len(_VALUE.findall(fold(text))) >= _VALUES):
            del layout.marks[i]
        before = i


def tells_on(layout: Layout, body: list[int]) -> bool:
    """Tell whether the last line of a story tells of the same as the lines above it."""
    last = _stems(layout.lines[body[-1]])
    above = {stem for i in body[-_ROWS - 1 : -1] for stem in _stems(layout.lines[i])}
    return len(last & above) >= _COMMON


def _stems(line: PageLine) -> set[str]:
    words = _WORD.findall(fold(line.text[:_LOOKED_AT]))
    return {stem for word in words if len(stem := light_stem(word)) >= _SHORTEST}
