"""Marks the lines that repeat a headline with something around it: its site, a trail of sections, a picture's text."""

import re
from collections import Counter
from itertools import pairwise

from service.core.pages.furniture import Mark, next_line
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_media_name

_LONG = 5  # words that a headline has more than which the next line lengthens
_FEW = 3  # words of a headline that others repeat with more around it
SUFFIX = re.compile(r"\s[|\-–—]\s(?=[^|\-–—]{2,40}\Z)")
_PREFIX = re.compile(r"(?P<site>[^|\-–—:»›>/]{2,40}?)(?:\s?[|:»›>]\s?|\s[\-–—/]\s)")
_STEPS = re.compile(r"\s[/»›>]\s")  # part a trail
_TRAIL = 6  # parts of a trail of sections before a headline


def mark_repeats(layout: Layout, end: int, keys: Counter[str], knowledge: PageKnowledge) -> None:
    """Mark such lines above line `end`, and count them among the keys of lines."""
    _mark_suffixed(layout, end, keys, knowledge)
    _mark_lengthened(layout, end, keys)


def _mark_suffixed(layout: Layout, end: int, keys: Counter[str], knowledge: PageKnowledge) -> None:
    """Count a headline that stands with the site's name and without it as repeated."""
    for i in filter(layout.free, range(end)):
        if prefix := _find_prefix(layout.lines[i].text, keys):
            keys[phrase_key(layout.lines[i].text[prefix.end() :])] += 1
            layout.marks[i] = Mark("title-repeated", _prefix_reason(prefix["site"], keys, knowledge))
            continue
        if full := _find_trailed(layout, i, knowledge) or _find_behind_sections(layout.lines[i].key, keys, knowledge):
            keys[full] += 1
            layout.marks[i] = Mark("title-repeated", "with-its-trail")
            continue
        suffix = SUFFIX.search(layout.lines[i].text)
        head = phrase_key(layout.lines[i].text[: suffix.start()]) if suffix else ""
        rest = phrase_key(layout.lines[i].text[suffix.end() :]) if suffix else ""
        if not head or head not in keys or len(head.split()) < _FEW:
            continue
        if rest in knowledge.places:
            layout.marks[i] = Mark("outlet", "name-and-place")
            continue
        keys[head] += 1
        reason = "with-a-label" if rest in knowledge.phrases.labels else "with-its-site"
        layout.marks[i] = Mark("title-repeated", reason)


def _mark_lengthened(layout: Layout, end: int, keys: Counter[str]) -> None:
    """Count a headline that the next line has again with a picture's text behind it as repeated."""
    for i, below in pairwise(range(end)):
        line, longer = layout.lines[i], layout.lines[below]
        again = layout.free(i) and layout.free(below) and longer.key.startswith(f"{line.key} ") and not longer.stop
        if again and line.words > _LONG:
            keys[line.key] += 1
            layout.marks[below] = Mark("title-repeated", "with-more")


def _find_prefix(text: str, keys: Counter[str]) -> re.Match[str] | None:
    """Return what stands before a headline that another line holds alone: a site's name, a label, a trail of them."""
    end = 0
    for _ in range(_TRAIL):
        prefix = _PREFIX.match(text, end)
        if prefix is None:
            return None
        end, behind = prefix.end(), phrase_key(text[prefix.end() :])
        if behind in keys and len(behind.split()) >= _FEW:
            return prefix
    return None


def _find_trailed(layout: Layout, i: int, knowledge: PageKnowledge) -> str | None:
    """Return the headline right below a trail of sections that ends with its beginning ("الرئيسية / أخبار / …")."""
    parts = [phrase_key(part) for part in _STEPS.split(layout.lines[i].text)]
    if len(parts) < _FEW or parts[0] not in knowledge.phrases.home or len(parts[-1].split()) < _FEW:
        return None
    below = next_line(layout.lines, i)
    return layout.lines[below].key if below and layout.lines[below].key.startswith(f"{parts[-1]} ") else None


def _find_behind_sections(key: str, keys: Counter[str], knowledge: PageKnowledge) -> str | None:
    """Return the headline of another line that bare sections stand before ("الرئيسية محليات …")."""
    words = key.split()
    if not words or words[0] not in knowledge.phrases.home:
        return None
    heads = (" ".join(words[size:]) for size in range(1, min(_TRAIL, len(words) - _LONG)))
    return next((head for head in heads if head in keys), None)


def _prefix_reason(site: str, keys: Counter[str], knowledge: PageKnowledge) -> str:
    """A known name, a medium's by its form or one that stands alone twice is the site's."""
    key = phrase_key(site)
    named = key in knowledge.outlets or is_media_name(key, knowledge) or keys[key] > 1
    return "after-its-site" if named and key not in knowledge.phrases.sections else "with-a-label"
