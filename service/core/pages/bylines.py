"""Reads the name of who signs from one line: behind a signing word, beside a day, an outlet or a town, or alone."""

import re
from typing import NamedTuple

from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_media_name, is_person, part_town, read_name, split_sources

_PARTS = re.compile(r"[|/–—,،؛+]|\s-|-\s|\sـ\s|:(?=\s)|(?<=\D):(?=\D)")
_SIGN = re.compile(r"[\s:\-–—/ـ]+")
_THEN = re.compile(r"[|/،,+(]|\s[\-–—]\s|\s(?:يوم|بتاريخ|في|للنشرة)\s")
_CALENDAR = re.compile(r"(?<!\S)(?:م|مـ|ه|هـ)(?!\S)")  # letters that say whose year it is
_MOST = 6  # words of a signature's name, articles and titles counted
_LATIN = re.compile(r"[A-Z][a-zé]{2,}(?:\s[A-Z][a-zé'’-]{2,}){1,2}(?<!News)(?<!Arabic)(?<!Time)")
_NO_NAME = re.compile(r"[\d@#]|https?:")


class Signed(NamedTuple):
    """Who signs, and how sure the form of the line makes it: 0 is surest."""

    rank: int
    name: str


def read_byline(layout: Layout, i: int, knowledge: PageKnowledge) -> Signed | None:
    """Return who signs the page by its line i."""
    mark, text = layout.marks.get(i), layout.lines[i].text
    if mark is None:
        return None
    if layout.days_on(i):
        return _beside_day(layout, i, knowledge)
    if mark.role == "signature":
        return _behind_agency(text, knowledge)
    if mark.role != "byline":
        return None
    if mark.reason in ("handle", "initial-and-surname"):
        return Signed(1, text.strip("() "))
    if mark.reason == "signing-word":
        return _signed(text.strip(" |"), 0, knowledge)
    if mark.reason == "town-name-agency":
        parts = (part.strip() for part in _PARTS.split(text))
        return next((Signed(0, name) for name in parts if may_sign(name, knowledge)), None)
    rank = 2 if mark.reason == "bare-name" else 0
    parts = (name for part in _PARTS.split(text) for name in part_town(part, knowledge))
    name = next((part for part in parts if is_person(part, knowledge)), None)
    return Signed(rank, read_name(name, knowledge)) if name else None


def _behind_agency(text: str, knowledge: PageKnowledge) -> Signed | None:
    """Return who signs first behind an agency and a slash ("وام/سليم الراوي/هالة العامري")."""
    agency, *names = (part.strip() for part in text.strip(" .()").split("/"))
    signed = bool(names) and phrase_key(agency) in knowledge.agencies and may_sign(names[0], knowledge)
    return Signed(1, names[0]) if signed else None


def _beside_day(layout: Layout, i: int, knowledge: PageKnowledge) -> Signed | None:
    rest = layout.lines[i].text
    for written in reversed(layout.days_on(i)):
        rest = rest[: written.start] + "|" + rest[written.end :]
    for part in re.split(r"[|–—,،+]|\s-|-\s", rest):
        if signs(part.strip(), knowledge):
            return _signed(part.strip(), 0, knowledge)
        name = part.rpartition(": ")[2]
        if is_person(name, knowledge):
            return Signed(1, read_name(name, knowledge))
        if _LATIN.fullmatch(part.strip()) and may_sign(part.strip(), knowledge):
            return Signed(1, part.strip())
    return None


def names_beside_day(layout: Layout, i: int, knowledge: PageKnowledge) -> list[str]:
    """Return the parts of line i beside its days, without the label of a day behind them."""
    labels = knowledge.phrases.published_labels | knowledge.phrases.updated_labels
    rest = layout.lines[i].text
    for written in reversed(layout.days_on(i)):
        rest = rest[: written.start] + "|" + rest[written.end :]
    parts = split_sources(_CALENDAR.sub("|", rest))
    return [name for part in parts if (name := _drop_label(part, labels))]


def _drop_label(part: str, labels: frozenset[str]) -> str:
    words = part.split()
    for size in (3, 2, 1):
        if phrase_key(" ".join(words[-size:])) in labels:
            return " ".join(words[:-size])
    return " ".join(words[-_MOST:])


def signs(text: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a line says who wrote: a signing word, and a name that a mark, a sure word or its form shows."""
    head, _, rest = text.partition(" ")
    key, name = phrase_key(head), _SIGN.split(text, maxsplit=1)[-1]
    if not 2 <= len(text.split()) <= 2 * _MOST or len(_THEN.split(name)[0].split()) > _MOST:
        return False
    if key in knowledge.signing_persons:
        return is_person(_THEN.split(name)[0], knowledge)
    if key not in knowledge.signing:
        return False
    marked = head.endswith((":", "-", "/", "،", ",")) or rest[:1] in {":", "-", "–", "—", "/", "ـ"}
    return marked or key in knowledge.signing_alone or is_person(_THEN.split(name)[0], knowledge)


def _signed(text: str, rank: int, knowledge: PageKnowledge) -> Signed | None:
    """The first part behind the signing word; a town or an agency may follow."""
    rest = _SIGN.split(text, maxsplit=1)[-1]
    name = read_name(next((part for part in _THEN.split(rest) if part.strip()), ""), knowledge)
    return Signed(rank, name) if may_sign(name, knowledge) else None


def may_sign(name: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a name of several words may be a person's: no desk, agency, outlet, town or address signs."""
    key = phrase_key(name)
    known = (knowledge.unsigned, knowledge.agencies, knowledge.outlets, knowledge.places, knowledge.phrases.sections)
    words = key.split()
    if not 2 <= len(words) <= _MOST or _NO_NAME.search(name) or is_media_name(key, knowledge):
        return False
    named = any(phrase_key(part) in names for part in (name, *split_sources(name)) for names in known)
    return not named and words[0] not in knowledge.unsigned


def drop_signing_word(text: str, knowledge: PageKnowledge) -> str:
    """Return a name without the word that signs before it."""
    return _SIGN.split(text, maxsplit=1)[-1] if signs(text, knowledge) else text
