"""Finds where a story begins: at its first paragraph, also on pages that write no stops."""

import re
from collections import Counter
from itertools import islice, pairwise, takewhile

from service.core.pages.furniture import Mark, next_line
from service.core.pages.layouts import PageLine, is_ticker
from service.core.pages.marked import Layout

LOOSE_WORDS = 14  # of a paragraph without a stop; 3 in 100 headlines are as long
_TICKER_WORDS = 60  # words that no paragraph has without a stop
_RARE = 25  # words to a comma, fewer of which sentences have
_LOOKED_AT = 12  # lines below in which a story's sentences are looked for
_NOTICE = 6  # words of the opening of a notice
_BELOW = 8  # lines below a headline in which its story begins
_STRUNG = Mark("ticker", "many-headlines-in-one-line")
LISTED = ("- ", "– ", "• ")
_TAGGED = re.compile(r"\([^()]{0,12}(?:فيديو|صور|خاص|تحديث)[^()]{0,12}\)\Z")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")


def find_start(layout: Layout) -> int | None:
    """Return the index of the first paragraph of the story, or None."""
    _mark_cut_leads(layout)
    loose = _first_loose_paragraph(layout)
    for i, line in enumerate(layout.lines):
        if i == loose:
            return i
        headline = line.calls and line.words < 20  # of this story, of a poll, or a teaser
        if layout.free(i) and line.paragraph and not headline:
            if not _precedes_headline(layout, i) and not _precedes_sentences(layout, i):
                return i
            layout.marks[i] = Mark("ticker", "headlines-without-stops")
    return _first_lone_paragraph(layout)


def _first_lone_paragraph(layout: Layout) -> int | None:
    """Return the first long line, where a page has no paragraph at all: a short notice, the head of a list."""
    lone = next((i for i, line in enumerate(layout.lines) if layout.free(i) and _is_loose(line)), None)
    if lone is not None:
        return lone
    strung = next((i for i, mark in layout.marks.items() if mark == _STRUNG and _is_below_headline(layout, i)), None)
    if strung is not None:
        del layout.marks[strung]
    return strung if strung is not None else _first_below_day(layout)


def _first_below_day(layout: Layout) -> int | None:
    """Return the line right below a headline and the page's only day, where nothing on the page is long: a notice."""
    if len(layout.dates) != 1:
        return None
    (day,) = layout.dates
    below, above = next_line(layout.lines, day), max((i for i in range(day) if not layout.lines[i].blank), default=None)
    if below is None or above is None or not layout.free(above) or not layout.free(below):
        return None
    notice = layout.lines[below].arabic and layout.lines[below].words >= _NOTICE
    return below if notice and score_title(layout.lines[above], Counter()) > 1 else None


def _is_below_headline(layout: Layout, i: int) -> bool:
    return any(layout.free(j) and score_title(layout.lines[j], Counter()) > 1 for j in range(max(i - _BELOW, 0), i))


def _first_loose_paragraph(layout: Layout) -> int | None:
    """Return the first of two long lines in a row, below a headline, where a page writes no stops."""
    free = [i for i in range(len(layout.lines)) if layout.free(i)]
    loose = {i for i in free if _is_loose(layout.lines[i])}
    if sum(layout.lines[i].paragraph for i in free) >= len(loose):
        return None
    headline = False
    for i, after in pairwise(free):
        key, other = layout.lines[i].key, layout.lines[after].key
        if headline and i in loose and after in loose and not other.startswith(key):
            return i
        headline = headline or score_title(layout.lines[i], Counter()) > 1
    return None


def _is_loose(line: PageLine) -> bool:
    return line.arabic and line.words >= LOOSE_WORDS and not line.stop and not is_ticker(line)


def _precedes_sentences(layout: Layout, i: int) -> bool:
    """Tell whether a very long line without stop or comma, a string of headlines, stands above sentences."""
    line = layout.lines[i]
    if line.words < _TICKER_WORDS or line.stop or line.text.count("،") > line.words // _RARE:
        return False
    below = (layout.lines[j] for j in range(i + 1, len(layout.lines)) if layout.free(j))
    return sum(other.told for other in islice(below, _LOOKED_AT)) > 1


def _mark_cut_leads(layout: Layout) -> None:
    """Mark paragraphs in a row that break off ("…") above the first whole one: the beginnings of other stories."""
    free = (i for i in range(len(layout.lines)) if layout.free(i) and layout.lines[i].words >= LOOSE_WORDS)
    cut = list(takewhile(lambda i: layout.lines[i].text.rstrip(" []").endswith(("...", "…")), free))
    after = next_line(layout.lines, cut[-1]) if cut else None
    apart = len(cut) > 1 or (after is not None and not layout.free(after))  # one, above a masthead
    whole = apart and any(line.told for line in layout.lines[cut[-1] + 1 :][:_LOOKED_AT])
    for i in cut if whole else ():
        layout.marks[i] = Mark("related", "lead-that-breaks-off")


def _precedes_headline(layout: Layout, i: int) -> bool:
    """Tell whether a very long line without stops stands above a dated headline: it strings others together."""
    line = layout.lines[i]
    if line.words < _TICKER_WORDS or line.stop or ". " in line.text:
        return False
    shown = [j for j in range(i + 1, min(i + 16, len(layout.lines))) if not layout.lines[j].blank]
    before = list(takewhile(lambda j: not layout.lines[j].paragraph, shown))
    story = len(before) < len(shown)
    return story and any(score_title(layout.lines[a], Counter()) > 1 and b in layout.dates for a, b in pairwise(before))


def score_title(line: PageLine, keys: Counter[str]) -> int:
    """Say how much a line looks like the headline: repeated, and more than a label; 0 where it cannot be one."""
    words = len(_ARABIC_WORD.findall(line.text))
    if not line.headline or words < 3:
        return 0
    if line.text.endswith(")") and not _TAGGED.search(line.text):
        return 1  # a picture's text, with its credit
    if line.text.startswith(LISTED):
        return 1  # one of the points below a headline
    return 1 + 3 * (keys[line.key] > 1 and words >= 4) + 2 * (words >= 5 and not line.question)
