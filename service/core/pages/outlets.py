"""Finds which outlet published a page: by its address, masthead, dateline, signature or rights."""

import re
from collections import Counter
from urllib.parse import urlsplit

from service.core.pages.credits import find_credited_outlet, find_signing_outlet
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.mastheads import find_masthead
from service.core.pages.names import is_media_name, is_person, known_outlet, split_sources
from service.core.pages.owners import find_known_owner, find_written_owner
from service.core.pages.relays import find_own_agency, find_relayed
from service.core.pages.talks import find_told, find_told_by_title

_NAMED = re.compile(r"(?:رأي|موقف|إدارة|إدارة موقع|المصدر:?|صفحة المصدر:?)\s(?P<name>[^\s،.]+(?:\s[^\s،.]+){0,3})")
_OPENING = re.compile(r"(?P<towns>\w[\w\s،,]{1,30}?)\s?[:\-–،]?\s?[«\"“](?P<name>[^»\"”«]{2,40})[»\"”]\s?(?:[:،]|\w)")
_COMMAS = re.compile(r"\s?[،,]\s?")
_DASHES = re.compile(r"[|/–—:-]")
_WITH_SITE = {"with-its-site": -1, "after-its-site": 0}  # which part of such a line is the site's name
_NAME = 4  # words of a name that nobody knows
_TOP = 2  # shown lines at the top, among which a page's brand stands
_OUTSIDE = frozenset(("furniture", "rights", "date", "outlet", "staff", "related", "byline", "signature"))
_SOURCE = "المصدر"
_UNPROVEN = frozenset(("before-the-story", "after-the-end", "parted-by-bars"))  # headlines of others, menus
_AROUND = " .()[]-،•"
_INITIALS = 2  # letters of the parts of a signature by initials
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0621-\u064a]{2}")


def find_outlet(layout: Layout, knowledge: PageKnowledge, url: str | None, site: str | None) -> str | None:
    """Return the outlet by its Arabic name where that is known, else as the page writes it."""
    return (
        known_outlet(site, knowledge)
        or _of_url(url, knowledge)
        or (site if site and _ARABIC.search(site) and phrase_key(site) not in knowledge.phrases.sections else None)
        or _of_line(layout, knowledge)
        or (None if _reports_for_others(layout, knowledge) else layout.lead.outlet)
        or _of_suffix(layout, knowledge)
        or find_relayed(layout, knowledge)
        or find_signing_outlet(layout, knowledge)
        or _of_dateline(layout, knowledge)
        or _of_opening(layout, knowledge)
        or find_known_owner(layout, knowledge)
        or _of_signature(layout, knowledge)
        or _of_policy(layout, knowledge)
        or _of_brand(layout, knowledge)
        or find_told_by_title(layout, knowledge)
        or _of_mentions(layout, knowledge)
        or _of_addresses(layout, knowledge)
        or find_told(layout, knowledge)
        or find_credited_outlet(layout, knowledge)
        or find_written_owner(layout, knowledge)
        or (knowledge.brand.name if knowledge.brand else None)
        or find_masthead(layout, knowledge)
        or find_own_agency(layout, knowledge)
        or layout.lead.outlet
        or (known_outlet(layout.lead.agencies[0], knowledge) if layout.lead.wire else None)
    )


def _reports_for_others(layout: Layout, knowledge: PageKnowledge) -> bool:
    """Tell whether the only name in the dateline is an agency's, from which others take their stories."""
    return any(knowledge.outlets.get(phrase_key(name)) == layout.lead.outlet for name in layout.lead.agencies)


def _of_url(url: str | None, knowledge: PageKnowledge) -> str | None:
    parts = _host(url).split(".") if url else []
    domains = (".".join(parts[i:]) for i in range(len(parts)))
    return next((knowledge.domains[domain] for domain in domains if domain in knowledge.domains), None)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a page may call anything its address
        return ""


def _of_line(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the name that stands alone at the top of the page or beside the title; menus elsewhere hold sections."""
    menu = knowledge.phrases.sections | knowledge.phrases.home
    shown = [
        i
        for i, line in enumerate(layout.lines)
        if not line.blank and not _is_beside(mark := layout.marks.get(i)) and (line.key not in menu or _names(mark))
    ]
    place = {i: at for at, i in enumerate(shown)}
    title = place.get(layout.title, 0) if layout.title is not None else 0
    for i in sorted(i for i, mark in layout.marks.items() if mark.role == "outlet"):
        part = next(iter(split_sources(layout.lines[i].text)), None)
        near = i in place and (place[i] < 3 or abs(place[i] - title) <= 3)
        if part and near:
            parts = (layout.lines[i].text, _DASHES.split(layout.lines[i].text)[0], part)
            return next((known for name in parts if (known := known_outlet(name, knowledge))), part)
    return None


def _names(mark: Mark | None) -> bool:
    return mark is not None and mark.role == "outlet"


def _is_beside(mark: Mark | None) -> bool:
    """Tell whether a line counts for nothing between an outlet's name and the title: staff, advertisements, counts."""
    return mark is not None and (mark.role in {"staff", "counter", "share"} or mark == ("furniture", "phrase"))


def _of_brand(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return a short line from the very top of the page that longer lines outside the story name again."""
    shown = [i for i, line in enumerate(layout.lines) if not line.blank][:_TOP]
    proven = [i for i, mark in layout.marks.items() if mark.role in _OUTSIDE and mark.reason not in _UNPROVEN]
    others = [layout.lines[i].key.replace("،", " ").replace(",", " ") for i in proven]
    owners = {layout.lines[i].key for i in proven if layout.marks[i].role == "rights"}
    tops = Counter(line.key for line in layout.lines[: layout.title or 0])
    before = [i for i in shown if i in layout.marks and layout.marks[i].reason == "before-the-story"]
    for i in before:
        line, key = layout.lines[i], layout.lines[i].key
        if line.words > 4 or is_person(line.text, knowledge) or key in knowledge.dates.weekdays:
            continue
        office = key.partition(" ")[0] in knowledge.offices
        named = (
            key in owners
            or (tops[key] > 1 and not office)
            or any(f" {key} " in f" {other} " for other in others if len(other) > len(key))
        )
        quoted = re.compile(rf"[\"“«]{re.escape(line.text)}[\"”»]")
        if named or any(quoted.search(layout.lines[j].text) for j in layout.body):
            return line.text
    return None


def _of_suffix(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return what stands behind or before the headline where it is repeated with the site's name."""
    for i, mark in layout.marks.items():
        if mark.reason in _WITH_SITE:
            name = _DASHES.split(layout.lines[i].text)[_WITH_SITE[mark.reason]].strip()
            known = known_outlet(name, knowledge)
            if known or (_ARABIC.search(name) and len(name.split()) <= 4):
                return known or name
    return None


def _of_dateline(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the outlet behind a place on a line of its own ("(صنعاء - المرفأ)"); not an agency below a masthead."""
    for i, mark in layout.marks.items():
        if mark.role == "dateline" and (layout.title is None or i > layout.title):
            parts = [part.strip(_AROUND) for part in _DASHES.split(layout.lines[i].text)]
            if len(parts) == 2 and phrase_key(parts[0]) in knowledge.places:
                if phrase_key(parts[1]) in knowledge.agencies and (knowledge.brand or find_masthead(layout, knowledge)):
                    return None
                named = is_media_name(phrase_key(parts[1]), knowledge)
                return known_outlet(parts[1], knowledge) or (parts[1] if named else None)
    return None


def _of_opening(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet in marks behind the towns with which the story opens ("صنعاء - «الخليج»:")."""
    found = _OPENING.match(layout.lines[layout.body[0]].text) if layout.body else None
    towns = _COMMAS.split(found["towns"]) if found else []
    told = any(phrase_key(town) in knowledge.places for town in towns)
    return known_outlet(found["name"], knowledge) if found and told else None


def _of_addresses(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet that the addresses printed on the page lead to, where it is one."""
    addresses = [layout.lines[i].text[:200] for i, mark in layout.marks.items() if mark.reason == "address"]
    found = {name for text in addresses if (name := _of_url(text, knowledge))}
    return found.pop() if len(found) == 1 else None


def _of_mentions(layout: Layout, knowledge: PageKnowledge) -> str | None:
    """Return the known outlet of several words, or of Latin letters, that the page's furniture names most."""
    votes: Counter[str] = Counter()
    for i, mark in layout.marks.items():
        if mark.role in {"furniture", "rights", "share", "staff", "caption"} and layout.lines[i].words <= 40:
            words = [phrase_key(word) for word in layout.lines[i].text.split()]
            runs = (" ".join(words[at : at + n]) for n in (4, 3, 2) for at in range(len(words) - n + 1))
            latin = (word for word in words if word.isascii())
            told = (run for run in (*runs, *latin) if run in knowledge.outlets and run not in knowledge.agencies)
            named = set(told)
            votes.update({knowledge.outlets[run] for run in named})
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _of_signature(layout: Layout, knowledge: PageKnowledge) -> str | None:
    end = layout.body[-1] if layout.body else 0
    for i, mark in layout.marks.items():
        if mark.role == "signature" or (mark.role == "outlet" and i > end):
            names = [part for part in split_sources(layout.lines[i].text) if phrase_key(part) != _SOURCE]
            if names and _may_sign(names[0], knowledge):
                return knowledge.outlets.get(phrase_key(names[0]), names[0])
    return None


def _may_sign(name: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a signature's first name may be an outlet's: few words, no agency's, none for who wrote."""
    words = phrase_key(name).split()
    if all(len(part) <= _INITIALS for part in _LETTERS.findall(name)) and not name.isascii():  # ع.ش
        return False
    return 0 < len(words) <= _NAME and words[0] not in knowledge.signing and " ".join(words) not in knowledge.agencies


def _of_policy(layout: Layout, knowledge: PageKnowledge) -> str | None:
    for i, mark in layout.marks.items():
        text = layout.lines[i].text[:300]
        if mark.role in {"furniture", "rights"}:
            for found in _NAMED.finditer(text):
                words = found["name"].split()
                for size in range(len(words), 0, -1):
                    known = known_outlet(" ".join(words[:size]), knowledge)
                    if known:
                        return known
    return None
