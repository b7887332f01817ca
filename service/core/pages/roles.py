"""Gives every line of a text page its role: dates, title, body, signature; what is left is furniture."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from service.core.arabic.dates import WrittenDate, find_dates
from service.core.pages.datelines import NOTHING, Dateline, read_dateline
from service.core.pages.furniture import Mark, find_furniture
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key

_DATE_WORDS = 24  # words of a line that may be nothing but a date
_LEFT_OVER = 3  # words beside the date on such a line
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK_WORDS = frozenset(
    ("am", "pm", "gmt", "utc", "ص", "م", "صباحا", "مساء", "في", "الساعه", "بتوقيت", "ه", "هـ", "من", "يوم")
)
_NEWS_WORDS = frozenset(("نيوز", "برس", "للانباء", "news"))  # what outlets' names alone end with
_HANDLE = re.compile(r"\(?@\w{2,30}\)?")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{2,}")
_TICKER_WORDS = 60  # words that no paragraph has without a stop
_SIGNED = 8  # words of a signature line


@dataclass(slots=True)
class Layout:
    """The lines of a page while their roles are being found."""

    lines: list[PageLine]
    marks: dict[int, Mark]
    dates: dict[int, list[WrittenDate]] = field(default_factory=dict)
    title: int | None = None
    body: list[int] = field(default_factory=list)
    lead: Dateline = NOTHING

    def free(self, i: int) -> bool:
        """Tell whether line i has no role yet."""
        return i not in self.marks


def find_roles(lines: list[PageLine], knowledge: PageKnowledge) -> Layout:
    """Return the layout of a page: title, body and dates found, every other line marked."""
    layout = Layout(lines, find_furniture(lines, knowledge.phrases))
    _mark_dates(layout, knowledge)
    _mark_names(layout, knowledge)
    start = _first_paragraph(layout)
    _mark_title(layout, start)
    _mark_body(layout, start, knowledge)
    return layout


def _mark_dates(layout: Layout, knowledge: PageKnowledge) -> None:
    labels = knowledge.phrases.published_labels | knowledge.phrases.updated_labels
    known = {word for label in labels for word in label.split()} | _CLOCK_WORDS
    for i, line in enumerate(layout.lines):
        mark = layout.marks.get(i)
        if line.blank or line.words > _DATE_WORDS or (mark and mark.role in {"related", "rights", "staff"}):
            continue
        found = find_dates(line.text, knowledge.dates)
        if found and _left_over(line, found, known, knowledge) <= _LEFT_OVER:
            layout.dates[i] = found
            layout.marks[i] = Mark("date", found[0].form)


def _left_over(line: PageLine, found: list[WrittenDate], known: set[str], knowledge: PageKnowledge) -> int:
    rest = line.text
    for written in reversed(found):
        rest = rest[: written.start] + " " + rest[written.end :]
    left = [phrase_key(word) for word in _WORD.findall(rest)]
    return sum(word not in known and word not in knowledge.dates.weekdays for word in left)


def _mark_names(layout: Layout, knowledge: PageKnowledge) -> None:
    """Mark lines that are an outlet's name, an agency's or a byline."""
    for i, line in enumerate(layout.lines):
        if _HANDLE.fullmatch(line.text):
            layout.marks[i] = Mark("byline", "handle")
        if not layout.free(i) or line.words > _SIGNED or line.stop:
            continue
        role = _name_role(line, knowledge)
        if role:
            layout.marks[i] = role


def _name_role(line: PageLine, knowledge: PageKnowledge) -> Mark | None:
    parts = [phrase_key(part) for part in re.split(r"[|/–—]|\s-\s|-\s", line.text)]
    parts = [part for part in parts if part]
    if parts and all(_is_name(part, knowledge) for part in parts):
        return Mark("outlet" if parts[0] in knowledge.outlets else "dateline", "known-name")
    if len(parts) > 1 and "|" in line.text and parts[-1] in knowledge.phrases.sections:
        return Mark("outlet", "name-and-section")
    words = line.key.split()
    if len(parts) == 1 and 2 <= len(words) <= 3 and words[-1] in _NEWS_WORDS:
        return Mark("outlet", "media-word")
    head = words[0].rstrip(":-")
    if head in knowledge.signing and 2 <= line.words <= 7:
        return Mark("byline", "signing-word")
    return None


def _is_name(key: str, knowledge: PageKnowledge) -> bool:
    known = (knowledge.outlets, knowledge.agencies, knowledge.places, knowledge.phrases.sections)
    return any(key in names for names in known)


def _first_paragraph(layout: Layout) -> int | None:
    for i, line in enumerate(layout.lines):
        question = line.text.endswith(("؟", "?")) and line.words < 20  # a poll's, or a teaser's
        if layout.free(i) and line.paragraph and not question:
            if not _precedes_headline(layout, i):
                return i
            layout.marks[i] = Mark("ticker", "headlines-without-stops")
    return None


def _precedes_headline(layout: Layout, i: int) -> bool:
    """Tell whether a very long line without stops stands above a dated headline: it strings others together."""
    line = layout.lines[i]
    if line.words < _TICKER_WORDS or line.stop or ". " in line.text:
        return False
    shown = [j for j in range(i + 1, min(i + 16, len(layout.lines))) if not layout.lines[j].blank]
    before = list(takewhile(lambda j: not layout.lines[j].paragraph, shown))
    story = len(before) < len(shown)
    return story and any(
        _title_score(layout.lines[a], Counter()) > 1 and b in layout.dates for a, b in pairwise(before)
    )


def _mark_title(layout: Layout, start: int | None) -> None:
    end = start if start is not None else len(layout.lines)
    keys = Counter(layout.lines[i].key for i in range(end) if layout.lines[i].key)
    scored = [(_title_score(layout.lines[i], keys), i) for i in range(end) if layout.free(i)]
    best = max((score for score, _ in scored), default=0)
    if best == 0:
        return
    alike = [i for score, i in scored if score == best]
    repeated = keys[layout.lines[alike[0]].key] > 1
    chosen = alike[0] if repeated else alike[-1]
    key = layout.lines[chosen].key
    for i, line in enumerate(layout.lines):
        if line.key == key and i != chosen and layout.free(i):
            layout.marks[i] = Mark("title-repeated", "same-as-title")
    layout.title = chosen
    layout.marks[chosen] = Mark("title", "repeated-headline" if repeated else "headline-before-story")


def _title_score(line: PageLine, keys: Counter[str]) -> int:
    """Say how much a line looks like the headline: repeated, and more than a label; 0 where it cannot be one."""
    words = len(_ARABIC_WORD.findall(line.text))
    if not line.headline or words < 3:
        return 0
    caption, question = line.text.endswith(")"), line.text.endswith(("؟", "?"))
    return 1 + 3 * (keys[line.key] > 1 and words >= 4 and not caption) + 2 * (words >= 5 and not question)


def _mark_body(layout: Layout, start: int | None, knowledge: PageKnowledge) -> None:
    if start is None:
        return
    layout.lead = read_dateline(layout.lines[start].text, knowledge)
    _mark_byline(layout, start, knowledge)
    first = _with_dek(layout, start)
    for i in range(len(layout.lines)):
        if i < first and layout.free(i):
            layout.marks[i] = Mark("furniture", "before-the-story")
    body, over, boxed = [], False, False
    for i in range(first, len(layout.lines)):
        mark, line = layout.marks.get(i), layout.lines[i]
        over = over or (mark is not None and mark.role == "ending-label" and i > start)
        if over and (mark is None or mark.role == "title-repeated"):
            layout.marks[i] = Mark("furniture", "after-the-end")
        elif mark is not None:
            boxed = boxed if mark.role in {"blank", "related"} else mark.role == "related-label"
        elif boxed and not line.paragraph:
            layout.marks[i] = Mark("related", "in-a-box-of-others")
        else:
            boxed = False
            body.append(i)
    _trim(layout, body, knowledge)
    for i in body:
        layout.marks[i] = Mark("body", "paragraph" if layout.lines[i].paragraph else "within-the-story")
    layout.body = body


def _mark_byline(layout: Layout, start: int, knowledge: PageKnowledge) -> None:
    """Mark a bare name that stands between title and story, right above the story."""
    for i in range(start - 1, layout.title if layout.title is not None else start, -1):
        name = re.split(r"\s-\s|/", layout.lines[i].text)[0].split()
        if layout.free(i) and 2 <= len(name) <= 4 and phrase_key(name[0]) in knowledge.given_names:
            layout.marks[i] = Mark("byline", "bare-name")
            return


def _with_dek(layout: Layout, start: int) -> int:
    """Return where the body begins: at a summary right above the first paragraph and below the title, if any."""
    if layout.title is None:
        return start
    for i in range(layout.title + 1, start):
        line = layout.lines[i]
        if layout.free(i) and line.arabic and line.words >= 7:
            return i
    return start


def _trim(layout: Layout, body: list[int], knowledge: PageKnowledge) -> None:
    """Take signatures and what is no sentence from the end of the story."""
    while body and not layout.lines[body[-1]].paragraph:
        line = layout.lines[body[-1]]
        signed = _signed(line, knowledge)
        call = line.text.endswith("!") and line.words < 12  # "subscribe now!"
        if not signed and line.stop and line.words >= 4 and not call:
            return
        mark = Mark("signature", "names-its-source") if signed else Mark("furniture", "after-the-end")
        layout.marks[body.pop()] = mark


def _signed(line: PageLine, knowledge: PageKnowledge) -> bool:
    if line.words > _SIGNED:
        return False
    parts = [phrase_key(part) for part in re.split(r"[/\\()،|–—\-:]", line.text)]
    return any(part in knowledge.agencies or part in knowledge.outlets for part in parts if part)
