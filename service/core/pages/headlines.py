"""Finds the headline among the lines above a story, and what repeats it or tells of a picture."""

import re
from collections import Counter
from itertools import pairwise, takewhile

from service.core.arabic.letters import fold
from service.core.arabic.stems import light_stem
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_person
from service.core.pages.repeats import mark_repeats
from service.core.pages.starts import LISTED, LOOSE_WORDS, score_title

_CREDIT = re.compile(r"(?:\s?[|–—]|\s-|-\s|\s\.)\s?(?=[^|\-–—]{2,40}\Z)")
_PICTURE_OF = re.compile(r"[.،(–-]\s?صور[ةه] (?:من|عن) (?:\S+\s?){1,3}\Z")  # "… .. صورة من الإنترنت"
_BOX = "related-label"
_SAME = 0.7  # of the words of a picture's two texts
_MOST_CAPTIONS, _HEAD_LINES = 20, 400
_BEGINNING, _LOOKED_AT = 8, 600  # lines of a story's beginning, characters of each
# Words that a kicker has less than, and above a headline that a name opens; that a summary has at least.
_KICKER, _LONG_KICKER, _LONG_DEK = 7, 9, 12
_LIST = 3  # headlines in a row, beside the last, that are a list
_NAMED = 5  # words of a picture's text in which a name and an office stand
_ECHO = 60  # characters of a summary that a story begins with
_CLEARLY = 3  # words in common, by which another headline tells more of the story
_SHORTEST = 3  # letters of a word's stem that says what a story is about
_WORDS = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")


def mark_captions(layout: Layout) -> None:
    """Mark lines that say nearly what a caption says: a picture's text for those who do not see it."""
    captions = [set(layout.lines[i].key.split()) for i, mark in layout.marks.items() if mark.role == "caption"]
    for words in captions[:_MOST_CAPTIONS]:
        for i, line in enumerate(layout.lines[:_HEAD_LINES]):
            own = set(line.key.split())
            if len(own) >= 4 and layout.free(i) and len(own & words) >= _SAME * max(len(own), len(words)):
                layout.marks[i] = Mark("caption", "same-as-caption")


def mark_title(layout: Layout, start: int | None, knowledge: PageKnowledge) -> None:
    """Mark the headline above the line where the story starts, and the lines that repeat it."""
    end = start if start is not None else len(layout.lines)
    keys = Counter(layout.lines[i].key for i in range(end) if layout.lines[i].key)
    mark_repeats(layout, end, keys, knowledge)
    _mark_credited(layout, end, keys, knowledge)
    _mark_boxed(layout, end, keys)
    scored = [(score_title(layout.lines[i], keys), i) for i in range(end) if layout.free(i)]
    best = max((score for score, _ in scored), default=0)
    if best == 0:
        _mark_labelled(layout, end)
        return
    alike = [i for score, i in scored if score == best]
    others = [i for score, i in scored if 0 < score < best]
    repeated = keys[layout.lines[alike[0]].key] > 1
    if repeated and (telling := _told_by_another(layout, alike[0], others, end)):
        alike, repeated = telling, False
    if not repeated and _lists_others(layout, alike, end):
        return
    alike = [i for i in alike if not _is_portrait(layout.lines[i], knowledge)] or alike
    chosen = alike[0] if repeated else _nearest(layout, _on_topic(layout, alike, others, end), end)
    key = _bare(layout.lines[chosen].key)
    for i, line in enumerate(layout.lines):
        if _bare(line.key) == key and i != chosen and layout.free(i):
            layout.marks[i] = Mark("title-repeated", "same-as-title")
    layout.title = chosen
    layout.marks[chosen] = Mark("title", "repeated-headline" if repeated else "headline-before-story")


def _bare(key: str) -> str:
    """Return a folded line without its marks: a headline is repeated with other dots and quotation marks."""
    return " ".join(_WORDS.findall(key))


def _mark_labelled(layout: Layout, end: int) -> None:
    """Where nothing else can be the headline, it is the line that a label opens ("شاهد: …")."""
    labelled = [i for i in range(end) if i in layout.marks and layout.marks[i] == Mark("related", "label-and-text")]
    if labelled:
        layout.title = labelled[-1]
        layout.marks[labelled[-1]] = Mark("title", "headline-with-a-label")


def _mark_credited(layout: Layout, end: int, keys: Counter[str], knowledge: PageKnowledge) -> None:
    """Mark what stands below a headline and ends with an agency's name: a picture's text."""
    headline = False
    for i in filter(layout.free, range(end)):
        text = layout.lines[i].text
        suffix = _CREDIT.search(text)
        told = layout.lines[i].words > _NAMED and ":" not in text
        sources = knowledge.agencies | knowledge.picture_sources
        credited = _PICTURE_OF.search(text) or suffix and phrase_key(text[suffix.end() :]) in sources
        if headline and told and credited:
            layout.marks[i] = Mark("caption", "credit-behind")
        headline = headline or score_title(layout.lines[i], keys) > 1


def _mark_boxed(layout: Layout, end: int, keys: Counter[str]) -> None:
    """Mark the links under a label of related articles between the headline and the story, up to an empty line."""
    headline = boxed = False
    for i in range(end):
        line, mark = layout.lines[i], layout.marks.get(i)
        boxed = not line.blank and (boxed and not mark or headline and mark is not None and mark.role == _BOX)
        if boxed and not mark:
            layout.marks[i] = Mark("related", "in-a-box-of-others")
        headline = headline or layout.free(i) and score_title(line, keys) > 1


def _on_topic(layout: Layout, alike: list[int], others: list[int], start: int) -> list[int]:
    """Leave out candidates that share far fewer words with the beginning of the story than another does.

    The last, nearest to the story, may be a saying that shares few; others count where none of the likeliest fits.
    """
    if len(alike) == 1 and not others:
        return alike
    told = _told(layout, start)
    shared = {i: len(_stems(layout.lines[i].text) & told) for i in (*alike, *others)}
    most = max(shared[i] for i in alike)
    fitting = [i for i in others if shared[i] > 1]
    if most <= 1 and fitting:
        return fitting
    likeliest = next(at for at, i in enumerate(alike) if shared[i] == most)
    summed = _summed_up(layout, alike[: likeliest + 1], start)
    return [i for i in alike if (4 if i == alike[-1] else 2) * shared[i] >= most or i == summed]


def _summed_up(layout: Layout, alike: list[int], start: int) -> int | None:
    """Return the headline above the last candidate, where that is its summary or lead: long, or as the story begins."""
    if len(alike) == 1:
        return None
    before, last = alike[-2], layout.lines[alike[-1]]
    long = last.words >= max(_LONG_DEK, layout.lines[before].words) and _is_dek(layout, before, alike[-1])
    told = layout.lines[start].key.startswith(last.key[:_ECHO])
    common = _stems(layout.lines[before].text) & (_told(layout, start) | _stems(last.text))
    return before if (long or _is_lead(layout, before, alike[-1])) and (told or common) else None


def _told_by_another(layout: Layout, repeated: int, others: list[int], start: int) -> list[int]:
    """Return the headlines that share far more words with the story than a repeated line does: a picture's text."""
    told = _told(layout, start)
    least = 2 * len(_stems(layout.lines[repeated].text) & told) + _CLEARLY
    return [i for i in others if len(_stems(layout.lines[i].text) & told) >= least]


def _told(layout: Layout, start: int) -> set[str]:
    """Return the stems of the words in a story's beginning."""
    lines = layout.lines[start : start + _BEGINNING]
    return {stem for line in lines for stem in _stems(line.text[:_LOOKED_AT])}


def _lists_others(layout: Layout, alike: list[int], start: int) -> bool:
    """Tell whether the headlines above a story are a list of others: several in a row, none on what it tells of."""
    listed = [i for i, after in pairwise(alike) if all(layout.lines[j].blank for j in range(i + 1, after))]
    if len(listed) < _LIST:
        return False
    told = _told(layout, start)
    return max(len(_stems(layout.lines[i].text) & told) for i in alike) <= 1


def _is_portrait(line: PageLine, knowledge: PageKnowledge) -> bool:
    """Tell whether a line names a person and an office only, either of them first: a picture's text."""
    words = line.text.split()
    keys = [phrase_key(word) for word in words]
    if len(keys) > 2 * _NAMED:
        return False
    if keys[0] in knowledge.offices:
        sizes = (size for size in (2, 3, 4) if all(key.startswith("ال") for key in keys[1:-size]))
        return any(is_person(" ".join(words[-size:]), knowledge) for size in sizes if size < len(words))
    at = next((i for i, key in enumerate(keys[:_NAMED]) if key in knowledge.offices), 0)
    return at >= 2 and is_person(" ".join(words[:at]), knowledge)


def _stems(text: str) -> set[str]:
    return {stem for word in _WORD.findall(fold(text)) if len(stem := light_stem(word)) >= _SHORTEST}


def _is_lead(layout: Layout, before: int, last: int) -> bool:
    """Tell whether a long line right below a headline is its story's first one, though it has no stop."""
    between = (layout.lines[i].blank or i in layout.marks for i in range(before + 1, last))
    return layout.lines[last].words >= LOOSE_WORDS > layout.lines[before].words and all(between)


def _is_dek(layout: Layout, before: int, last: int) -> bool:
    """Tell whether a headline is the summary right below another one: of two in a row; more are links to others.

    Few words above a line that is no long one are a kicker; above what a surname alone opens ("الحمداوي: …") more.
    """
    name, mark, _ = layout.lines[last].text.partition(":")
    least = _LONG_KICKER if mark and len(name.split()) == 1 else _KICKER
    if layout.lines[before].words < least and layout.lines[last].words < _LONG_DEK:
        return False
    between = (layout.marks.get(i) for i in range(before + 1, last) if not layout.lines[i].blank)
    if any(mark is None or mark.role != "counter" for mark in between):
        return False
    above = next((i for i in range(before - 1, -1, -1) if not layout.lines[i].blank), None)
    return above is None or not layout.free(above) or score_title(layout.lines[above], Counter()) <= 1


def _shows(line: PageLine) -> bool:
    """Tell a line that is neither empty nor one of the points below a headline."""
    return not line.blank and not line.text.startswith(LISTED)


def _nearest(layout: Layout, alike: list[int], end: int) -> int:
    """Return the candidate nearest to the story; but what stands below a headline and its day is a picture's text."""
    if len(alike) > 1 and _is_lead(layout, alike[-2], alike[-1]):
        alike = alike[:-1]
    if len(alike) > 1 and _is_dek(layout, alike[-2], alike[-1]):
        return alike[-2]
    last, dates = alike[-1], [i for i in layout.dates if i < end]
    if len(alike) == 1 or not dates or last < dates[-1]:
        return last
    above = list(takewhile(lambda i: i < dates[-1], alike))
    shown = [i for i in range(above[-1] + 1, dates[-1]) if _shows(layout.lines[i])] if above else [last]
    return last if shown else above[-1]
