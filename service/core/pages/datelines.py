"""Reads the dateline that opens a story ("مدار/", "السراج من تونس:"): outlet, agencies, place, day."""

import re
from typing import NamedTuple

from service.core.arabic.dates import WrittenDate, find_dates, find_yearless
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.names import is_person, read_name

_LONGEST = 110  # characters that a dateline may take
_PARTS = re.compile(r"[/\\()\[\]:،–—|۔]|--|(?<=\s)-|-(?=\s)|-(?=\()")
_SLASH = re.compile(r"(?P<name>[^\s/،.:()\"«]+(?:\s[^\s/،.:()\"«]+){0,3})/\s?(?=\w)")
_FROM = re.compile(r"(?P<name>\w+(?:\s\w+){0,2})\sمن\s(?P<place>\w+(?:\s\w+){0,2}):\s")
_SIGNED = re.compile(
    r"(?P<author>\w+(?:\s\w+){1,4})\s?[-–]\s?(?P<name>\w+(?:\s\w+)?)\s?[-–]\s?(?P<place>\w+(?:\s\w+){0,2})\s?:\s"
)
_ON_DAY = re.compile(
    r"(?P<place>\w+(?:\s\w+){0,2})\sفي\s\d{1,2}\s[^\d/\n]{2,20}(?:\s\d{4})?\s?/\s?(?P<name>[^/\n]{2,30}?)\s?/"
)
_DAY_WITHIN = 60  # characters of a dateline that hold its day
_BEFORE_DAY = re.compile(r"\s(?:في|يوم)\s?\Z")
_AFTER_DAY = re.compile(
    r"\s?(?:م\s)?[،,]?\s?(?:[(/\-–]\s?(?P<inside>[^()/\-–]{2,30}?)\s?[)/\-–]|(?P<name>[\w.]+(?:\s[\w.]+)?)\s?[\-–:])"
)
_DASH_NEXT, _LONGEST_TOWN = re.compile(r"\s?[\-–—]\s"), 2  # words
_WIRED = re.compile(r"(?P<town>\w+(?:\s\w+)?)\s?\((?P<agency>[^()]{2,30})\)\s?[\-–—:]")
_DASH = re.compile(r"(?P<name>\w+(?:\s\w+){0,3})\s?[\-–]\s{0,3}(?=\w)")
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]{2,90})\)")
_NAME_NEXT = re.compile(r"\s?[\-–/،]\s?(?P<name>[\w.]+(?:\s[\w.]+){0,2})\s?[\-–:/]")
_PLACE_FIRST = re.compile(r"(?P<head>\w+(?:\s\w+){0,2})\s?[،\-–/(]")


class Dateline(NamedTuple):
    """What a dateline names; wire: a town, a day and an agency, as only agencies themselves write it."""

    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    place: str | None = None
    date: WrittenDate | None = None
    author: str | None = None
    wire: bool = False


NOTHING = Dateline()


def read_dateline(text: str, knowledge: PageKnowledge) -> Dateline:
    """Return what the dateline at the start of a line names; nothing where there is none."""
    head = text[:_LONGEST].lstrip()
    found = _FROM.match(head)
    if found and phrase_key(found["place"]) in knowledge.places:
        return Dateline(outlet=_outlet(found["name"], knowledge), place=found["place"])
    found = _SIGNED.match(head)
    if found and phrase_key(found["name"]) in knowledge.outlets:  # "سليم الراوي - الميناء - صور: …"
        return Dateline(_outlet(found["name"], knowledge), (), found["place"], None, found["author"])
    if head.startswith("("):
        inside = _PARENTHESIS.match(head)
        return _read_parts(inside["inside"], knowledge, strange=True) if inside else NOTHING
    dated = _read_dated(head, knowledge)
    if dated is not None:
        return dated
    found = _ON_DAY.match(head)
    if found:
        agencies = _agencies(found["name"], knowledge)
        return Dateline(agencies=agencies, place=found["place"], wire=bool(agencies))
    found = _SLASH.match(head)
    if found:
        return _read_parts(found["name"], knowledge, strange=True)
    return _read_open(head, knowledge)


def _read_dated(head: str, knowledge: PageKnowledge) -> Dateline | None:
    """Read a place, a day and who reports ("تونس 20 سبتمبر 2022 (…) -", "تونس 20 سبتمبر (…)"), or the day alone."""
    days = find_dates(head[:_DAY_WITHIN], knowledge.dates) or find_yearless(head[:_DAY_WITHIN], knowledge.dates)
    if not days:
        return None
    written = days[0] if isinstance(days[0], WrittenDate) else None
    before = head[: days[0].start].strip(" ،-–/")
    place = _BEFORE_DAY.sub("", before)
    named = _AFTER_DAY.match(head, days[0].end)
    known = phrase_key(place) in knowledge.places
    source = (named["inside"] or named["name"]) if named else ""
    agencies = _agencies(source, knowledge)
    town = known or place == before and 0 < len(place.split()) <= _LONGEST_TOWN
    if agencies and town:
        return Dateline(None, agencies, place, written, wire=True)
    if known and named and _is_outlet_only(source, knowledge):
        return Dateline(_outlet(source, knowledge), (), place, written)
    alone = town and _DASH_NEXT.match(head, days[0].end)
    return Dateline(None, (), place if known else None, written) if alone else None


def _read_open(head: str, knowledge: PageKnowledge) -> Dateline:
    found = _PLACE_FIRST.match(head)
    if found is None:
        return NOTHING
    inside, named = _PARENTHESIS.search(head, found.start(), 60), _NAME_NEXT.match(head, found.end("head"))
    known = named is not None and any(
        phrase_key(named["name"]) in names for names in (knowledge.agencies, knowledge.outlets)
    )
    stretch = inside or (named if known else None) or _DASH.match(head)
    end = stretch.end() if stretch else 0
    if (
        inside
        and phrase_key(found["head"]) in knowledge.agencies
        and phrase_key(inside["inside"]) not in knowledge.places
    ):
        return Dateline(_outlet(inside["inside"], knowledge), (found["head"],))
    if phrase_key(found["head"]) in knowledge.places and (inside or re.match(r"\s?[\-–]", head[found.end() - 1 :])):
        read = _read_parts(head[: max(end, found.end())], knowledge, strange=False)
        read = read._replace(author=_author(named["name"], knowledge) if named else None)
        strange = inside is not None and not read.agencies and len(inside["inside"].split()) <= 3
        if inside and _is_outlet_only(inside["inside"], knowledge):
            return read._replace(outlet=read.outlet or _outlet(inside["inside"], knowledge))
        return read._replace(agencies=(inside["inside"],)) if inside and strange else read
    wired = _WIRED.match(head)  # a town that nobody knows, with an agency
    if wired and (agencies := _agencies(wired["agency"], knowledge)):
        return Dateline(None, agencies, wired["town"])
    dash = _DASH.match(head)
    if dash and phrase_key(dash["name"]) in knowledge.outlets:
        return Dateline(_outlet(dash["name"], knowledge), _agency_behind(head, dash.end("name"), knowledge))
    return Dateline(None, _agencies(dash["name"], knowledge)) if dash else NOTHING


def _agency_behind(head: str, end: int, knowledge: PageKnowledge) -> tuple[str, ...]:
    named = _NAME_NEXT.match(head, end)
    return _agencies(named["name"], knowledge) if named else ()


def _read_parts(text: str, knowledge: PageKnowledge, strange: bool) -> Dateline:
    """Sort the parts of a dateline; strange: its first part may be an outlet that nobody knows."""
    dates = find_dates(text, knowledge.dates)
    bare = text[: dates[0].start] + text[dates[0].end :] if dates else text
    outlet, place, agencies = None, None, []
    for part in (part.strip(" .-،") for part in _PARTS.split(bare)):
        key = phrase_key(part)
        if len(key) < 2:
            continue
        if key in knowledge.places and place is None:
            place = part
        elif key in knowledge.outlets and outlet is None and not (key in knowledge.agencies and dates):
            outlet = knowledge.outlets[key]
            agencies += [part] if strange and key in knowledge.agencies else []
        elif key in knowledge.agencies:
            agencies.append(part)
        elif strange and outlet is None and 0 < len(key.split()) <= 4 and not key.isdigit():
            outlet = part
        elif strange and outlet is not None and len(key.split()) <= 3:
            agencies.append(part)
    return Dateline(outlet, tuple(agencies), place, dates[0] if dates else None)


def _is_outlet_only(name: str, knowledge: PageKnowledge) -> bool:
    key = phrase_key(name)
    return key in knowledge.outlets and key not in knowledge.agencies


def _author(name: str, knowledge: PageKnowledge) -> str | None:
    """Return who writes from the place before him: "الريحان - فلان الفلاني: …"."""
    return read_name(name, knowledge) if is_person(name, knowledge) else None


def _agencies(name: str, knowledge: PageKnowledge) -> tuple[str, ...]:
    return (name,) if phrase_key(name) in knowledge.agencies else ()


def _outlet(name: str, knowledge: PageKnowledge) -> str:
    return knowledge.outlets.get(phrase_key(name), name)
