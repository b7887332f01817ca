"""Gives the lines from a story's first paragraph on their roles: body, boxes of other articles, signature."""

import re
from itertools import pairwise, takewhile

from service.core.arabic.dates import find_dates
from service.core.pages.datelines import read_dateline
from service.core.pages.furniture import Mark, next_line
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import drop_title, is_person, split_sources
from service.core.pages.starts import LOOSE_WORDS
from service.core.pages.tables import free_tables, is_table, tells_on

_CREDITED = re.compile(r"[^\d\s.]\s\([^()\d]{2,30}\)\Z")
_OPENS_LIST = 5  # words of the sentence before a list; a label has fewer
_LONGEST_LIST = 60
_GOES_ON = ("و", "كما ", "فيما ", "بينما ", "يذكر ", "يشار ", "جدير ", "الجدير ")  # what no headline begins with
_SURELY_GOES_ON = ("و ", "وذلك ", "وقد ", "وقال ", "وأضاف ", "وكان ", "وكانت ")  # وزير and وفاة open headlines
_NAMED_LINES, _NAMED_WITHIN = 12, 600  # lines of a story, and characters of each, in which a name is looked for
_LEAD, _BOX = 2, 16  # paragraphs above a box in the story, lines below in which it goes on
_TOWN = 2  # words of a town's name before an agency's
_SIGNED, _NAME = 3, 3  # lines of a story that a bare name below may sign, words of that name
_ASKING = 12  # words of a summary that asks; what is shorter is a poll's or a link's
_DEK = 7  # words of a summary; what is shorter is a picture's text or a label
_INTERVIEW = 3  # questions on lines of their own that make a story an interview
_ASKED = ("-", "–", "—", "*", "•", "س ", "س:", "س/", "س-", "سؤال")  # how interviews mark questions
_CUT_LEAD = 8  # words of a lead that breaks off
SIGNED, _SIGNED_BY_MANY = 8, 14  # words of a signature line; of one that says whose they are
DATE_WORDS = 24  # words of a line that may be nothing but a date


def mark_body(layout: Layout, start: int | None, knowledge: PageKnowledge) -> None:
    """Mark the story that begins at a line, and what stands around it."""
    if start is None:
        return
    layout.lead = read_dateline(layout.lines[start].text, knowledge)
    _mark_byline(layout, start, knowledge)
    _mark_columnist(layout, knowledge)
    dek = _find_dek(layout, start)
    layout.dek = dek[0] if dek else None
    for i in range(start):
        if layout.free(i) and i not in dek:
            layout.marks[i] = Mark("furniture", "before-the-story")
    _mark_cut_leads(layout, start)
    free_tables(layout, start)
    body, over, boxed = dek, False, False
    for i in range(start, len(layout.lines)):
        mark, line = layout.marks.get(i), layout.lines[i]
        over = over or (i > start and _ends_story(layout, i, len(body)))
        if over and (mark is None or mark.role == "title-repeated"):
            layout.marks[i] = Mark("furniture", "after-the-end")
        elif mark is not None:
            boxed = boxed or mark.role == "related-label" or line.key in knowledge.phrases.sections
        elif boxed and not line.told:
            layout.marks[i] = Mark("related", "in-a-box-of-others")
        elif body and _is_caption(layout, i, body[-1], knowledge):
            layout.marks[i] = Mark("caption", "credit-behind")
        elif _is_teaser(layout, i, knowledge):
            layout.marks[i] = Mark("related", "headline-and-its-day")
        else:
            boxed = False
            body.append(i)
    _trim(layout, body, knowledge)
    for i in body:
        layout.marks[i] = Mark("body", "paragraph" if layout.lines[i].paragraph else "within-the-story")
    layout.body = body


def _mark_cut_leads(layout: Layout, start: int) -> None:
    """Mark headlines below which a lead breaks off ("…"): other articles."""
    free = [i for i in range(start + 1, len(layout.lines)) if layout.free(i)]
    interview = sum(layout.lines[i].question for i in free) >= _INTERVIEW
    for i, after in pairwise(free):
        headline, lead = layout.lines[i], layout.lines[after]
        if headline.question and (interview or headline.text.startswith(_ASKED)):
            continue
        cut = lead.words >= _CUT_LEAD and lead.text.rstrip(" []").endswith(("...", "…"))
        if (
            cut
            and headline.headline
            and (headline.calls or not headline.paragraph)
            and headline.words >= _OPENS_LIST - 1
        ):
            layout.marks[i] = layout.marks[after] = Mark("related", "headline-and-cut-lead")


def _is_teaser(layout: Layout, i: int, knowledge: PageKnowledge) -> bool:
    """Tell whether a line is a headline with a day behind it: a link to another article, or an old picture."""
    line = layout.lines[i]
    if line.stop or line.words > DATE_WORDS or not line.text[-1:].isdigit():
        return False
    found = find_dates(line.text, knowledge.dates)
    return bool(found) and found[-1].end == len(line.text)


def _is_caption(layout: Layout, i: int, before: int, knowledge: PageKnowledge) -> bool:
    """Tell whether a line between two full sentences is none itself but has a credit at its end ("… (رويترز)")."""
    line, after = layout.lines[i], next_line(layout.lines, i)
    credited = _CREDITED.search(line.text) or phrase_key(line.text.rpartition(" - ")[2]) in knowledge.agencies
    if line.paragraph or line.words < _DEK - 2 or not credited:
        return False
    return after is not None and layout.lines[before].told and layout.lines[after].told


def _mark_byline(layout: Layout, start: int, knowledge: PageKnowledge) -> None:
    """Mark a bare name that stands between title and story, right above the story."""
    for i in range(start - 1, layout.title if layout.title is not None else start, -1):
        parts = re.split(r"\s-\s|/", layout.lines[i].text)
        if not layout.free(i):
            continue
        if is_person(parts[0], knowledge):
            told = _is_told_of(layout, start, parts[0])
            layout.marks[i] = Mark("caption", "named-in-the-story") if told else Mark("byline", "bare-name")
            if not told:
                return
        if len(parts) == 2 and len(parts[0].split()) <= _TOWN and phrase_key(parts[1]) in knowledge.agencies:
            layout.marks[i] = Mark("dateline", "place-and-agency")


def _mark_columnist(layout: Layout, knowledge: PageKnowledge) -> None:
    """Mark a bare name that stands between the name of a section of opinions and the headline."""
    above = (i for i in range((layout.title or 0) - 1, -1, -1) if not layout.lines[i].blank)
    name, section = next(above, None), next(above, None)
    if name is None or section is None or not layout.free(name):
        return
    if layout.lines[section].key in knowledge.phrases.opinion and is_person(layout.lines[name].text, knowledge):
        layout.marks[name] = Mark("byline", "bare-name")


def _is_told_of(layout: Layout, start: int, name: str) -> bool:
    """Tell whether a story names whom a line above it names: a picture shows them, they do not sign."""
    key = phrase_key(drop_title(name))
    story = takewhile(lambda i: not _ends(layout, i), range(start, min(start + _NAMED_LINES, len(layout.lines))))
    return any(key in phrase_key(layout.lines[i].text[:_NAMED_WITHIN]) for i in story)


def _goes_on(layout: Layout, i: int, told: int) -> bool:
    """Tell whether most of a story stands below a label that else ends it: a box was put in behind the lead."""
    if told > _LEAD:
        return False
    return _is_told_below(layout, i)


def _is_told_below(layout: Layout, i: int) -> bool:
    below = [line.told for line in layout.lines[i + 1 : i + 1 + _BOX] if not line.blank]
    return sum(below) > _LEAD and sum(below) * 2 > len(below)


def _ends(layout: Layout, i: int) -> bool:
    return i in layout.marks and layout.marks[i].role == "ending-label"


def _ends_story(layout: Layout, i: int, told: int) -> bool:
    """Tell whether a line ends the story: a label that does, unless most of it stands below; a footer with a year."""
    if _ends(layout, i):
        return not _goes_on(layout, i, told)
    footer = layout.marks.get(i) == ("rights", "name-and-year")
    return footer and not _is_told_below(layout, i)


def _find_dek(layout: Layout, start: int) -> list[int]:
    """Return the lines of the summary between title and story; what stands apart below it tells of a picture."""
    found: list[int] = []
    for i in range(layout.title + 1 if layout.title is not None else start, start):
        line = layout.lines[i]
        if line.blank:
            continue
        told = line.arabic and line.words >= (_ASKING if line.question else _DEK) and not line.text.endswith(")")
        if layout.free(i) and told:
            found.append(i)
        elif found:
            break
    return found


def _trim(layout: Layout, body: list[int], knowledge: PageKnowledge) -> None:
    """Take signatures and what is no sentence from the end of the story."""
    loose = bool(body) and not any(layout.lines[i].paragraph for i in body)
    if is_table([layout.lines[i] for i in body]):
        return
    while body and not layout.lines[body[-1]].paragraph:
        line = layout.lines[body[-1]]
        if _goes_on_loosely(layout, body, loose) or _in_list(layout, body):
            return
        signed = _signed(line, knowledge)
        call = line.text.endswith("!") and line.words < 12  # "subscribe now!"
        if not signed and line.stop and line.words >= 4 and not call:
            return
        mark = Mark("signature", "names-its-source") if signed else Mark("furniture", "after-the-end")
        if not signed and (_is_presented(layout, body[-1], knowledge) or _signs_below(layout, body, knowledge)):
            mark = Mark("byline", "bare-name")
        layout.marks[body.pop()] = mark


def _goes_on_loosely(layout: Layout, body: list[int], loose: bool) -> bool:
    """Tell whether a story's last line without a stop goes on with it: no headline begins with "and" or opens a list.

    A headline is as long as a paragraph in three cases of a hundred, and then tells of something else.
    """
    line = layout.lines[body[-1]]
    if line.words >= _OPENS_LIST - 1 and line.text.startswith(_GOES_ON) and line.text.endswith(":"):
        return True
    if line.words >= _OPENS_LIST and line.text.startswith(_SURELY_GOES_ON):
        return True
    if line.words < LOOSE_WORDS:
        return False
    return loose or line.text.startswith(_GOES_ON) or line.text.endswith("،") or tells_on(layout, body)


def _signs_below(layout: Layout, body: list[int], knowledge: PageKnowledge) -> bool:
    """Tell a bare name right below the last paragraph, of somebody of whom the story does not tell."""
    name = layout.lines[body[-1]]
    if len(body) <= _SIGNED or name.words > _NAME or not layout.lines[body[-2]].paragraph:
        return False
    told = " ".join(phrase_key(layout.lines[i].text) for i in body[:-1])
    return is_person(name.text, knowledge) and phrase_key(drop_title(name.text)) not in told


def _is_presented(layout: Layout, i: int, knowledge: PageKnowledge) -> bool:
    """Tell whether a line is a person's name and the next one says that this person writes ("كاتبة من الأردن")."""
    after = next_line(layout.lines, i)
    words = layout.lines[after].key.split() if after is not None else []
    writes = 0 < len(words) <= SIGNED and words[0] in knowledge.professions
    return writes and is_person(layout.lines[i].text.rstrip("* "), knowledge)


def _in_list(layout: Layout, body: list[int]) -> bool:
    """Tell whether a story's last line is of a list that a sentence ending in a colon opens, nothing else between."""
    last, known = body[-1], set(body[-_LONGEST_LIST:])
    if layout.lines[last].text.endswith(":"):
        return False
    for i in range(last, max(last - 2 * _LONGEST_LIST, -1), -1):
        line = layout.lines[i]
        if i not in known and not line.blank:
            return False
        if line.text.endswith(":") and line.words >= _OPENS_LIST:
            return True
    return False


def _signed(line: PageLine, knowledge: PageKnowledge) -> bool:
    first = phrase_key(line.text.split(maxsplit=1)[0])
    if line.text.startswith("(") and line.text.endswith((")", ").")) and first in knowledge.signing:
        return True  # "(تغطية … - تحرير …)"
    if line.words > (_SIGNED_BY_MANY if first in knowledge.signing_persons else SIGNED):
        return False
    parts = map(phrase_key, split_sources(line.text.replace("-", " - ")))
    return any(part in knowledge.agencies or part in knowledge.outlets for part in parts)
