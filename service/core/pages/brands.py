"""Finds the name of an outlet that nobody knows, where its masthead's form or another line shows it to be one."""

import re
from dataclasses import replace
from itertools import islice

from service.core.arabic.dates import find_dates
from service.core.pages.knowledge import Brand, PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.names import is_media_name, is_person

_TOP = 3  # shown lines at the top, among which a masthead stands
_ENDS = 60  # lines at either end of a page in which its name is looked for again
_MASTHEAD, _NAME = 30, 4  # words of a masthead's line, of a name
_SOURCES = 12  # words of a line of names, towns and a day
_DAY = 8  # words of a line that is a day
_HEAD = 60  # characters of a paragraph that hold its dateline
_SITE_BEHIND = 3  # words of a headline before a site's name
_PARTS = re.compile(r"\s{2,}|[|/›»>•–—:،]|\s-\s|(?<=\w)-\s")
_EDGES = re.compile(r"\s{2,}|[|/–—()،>›]|\s-\s|(?<=\w)-\s")
_ALIAS = re.compile(r"\s?\([^()]{2,20}\)\Z")  # "وكالة … (…)"
_SUFFIX = re.compile(r"\A(?P<title>.{10,200})(?:\s[|\-–—]\s|\s?\|\s?)(?P<name>[^|\-–—:]{3,40})\Z")
_NO_WORD = re.compile(r"\W+")
_RIGHTS = re.compile(r"©|حقوق")
_ARABIC_NAME = re.compile(r"[^\W\d_]{3,}")


def learn_brand(lines: list[PageLine], knowledge: PageKnowledge) -> PageKnowledge:
    """Return what is known with the page's own name among the outlets, where it shows one that nobody knows."""
    brand = _find_brand(lines, knowledge)
    if brand is None:
        return knowledge
    first, _, rest = brand.key.partition(" ")
    refused = (knowledge.places, knowledge.agencies, knowledge.phrases.sections, knowledge.phrases.labels)
    opened = first in knowledge.media_words or first in knowledge.masthead_words
    short = rest and opened and not any(rest in names for names in refused)
    names = dict.fromkeys((brand.key, rest) if short else (brand.key,), brand.name)
    return replace(knowledge, brand=brand, outlets={**names, **knowledge.outlets})


def _find_brand(lines: list[PageLine], knowledge: PageKnowledge) -> Brand | None:
    shown = list(islice((i for i, line in enumerate(lines) if not _is_stock(line, knowledge)), _TOP))
    others = [*range(min(_ENDS, len(lines))), *range(max(_ENDS, len(lines) - _ENDS), len(lines))]
    for at, i in enumerate(shown):
        if lines[i].key in knowledge.outlets:
            return None
        name = _masthead_name(lines[i], at, knowledge)
        if name is None:
            continue
        key = phrase_key(name)
        reason = _form(lines[i], name, at, knowledge)
        if reason is None and any(j > i and lines[j].key == key and _signs_page(lines, j, knowledge) for j in others):
            reason = "named-again"
        if reason is None and any(j != i and _names_again(lines[j], key, knowledge) for j in others):
            reason = "named-again"
        if reason:
            return Brand(name, key, reason)
    return _find_elsewhere(lines, shown, knowledge)


def _find_elsewhere(lines: list[PageLine], shown: list[int], knowledge: PageKnowledge) -> Brand | None:
    """Return the name behind the headline, or beside words for whose report the story is."""
    behind = (_behind_headline(lines[i], knowledge) for i in shown)
    beside = (_beside_source(line, knowledge) for line in lines[:_ENDS])
    bars = (i for i, line in enumerate(lines[:_ENDS]) if line.key.startswith(knowledge.share_labels))
    above = (_above_share_bar(lines, i, knowledge) for i in bars)
    return next((brand for brand in (*behind, *beside, *above) if brand), None)


def _is_stock(line: PageLine, knowledge: PageKnowledge) -> bool:
    """Tell whether a line says nothing of whose page it is: a banner on cookies, a button."""
    phrases = knowledge.phrases
    stock = line.key in phrases.labels or line.key.startswith(phrases.starts)
    return not line.key or stock or any(phrase in line.key for phrase in phrases.holds)


def _masthead_name(line: PageLine, at: int, knowledge: PageKnowledge) -> str | None:
    """Return what may be a name: the first part of the first line, the whole of the next two."""
    if not line.arabic or line.words > _MASTHEAD or line.stop:
        return None
    parts = [part.strip(" -–|") for part in _PARTS.split(_ALIAS.sub("", line.text)) if part.strip()]
    if not parts or (at and len(parts) > 1):
        return None
    media = (part for part in parts if is_media_name(phrase_key(part), knowledge))
    words = next(media, parts[0]).split()
    if len(words) > 2 and phrase_key(words[1]) in knowledge.media_words:
        words = words[1:]  # "أرشيف جريدة …"
    return " ".join(words) if _may_be_name(words, knowledge) else None


def _may_be_name(words: list[str], knowledge: PageKnowledge) -> bool:
    key, phrases = phrase_key(" ".join(words)), knowledge.phrases
    if not words or len(words) > _NAME or not _ARABIC_NAME.search(key) or _has_digits(key, knowledge):
        return False
    refused = (phrases.labels, phrases.sections, phrases.share_names, phrases.title_tags, knowledge.places)
    known = (knowledge.agencies, knowledge.outlets, knowledge.signing, knowledge.dates.weekdays)
    first = phrase_key(words[0])
    return not any(key in names or first in names for names in (phrases.labels, knowledge.signing)) and not (
        any(key in names for names in (*refused, *known)) or key.startswith(phrases.starts)
    )


def _has_digits(key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a name holds digits other than those that names of media end with ("… 24")."""
    head, _, last = key.rpartition(" ")
    return any(char.isdigit() for char in (head if last in knowledge.masthead_ends else key))


def _form(line: PageLine, name: str, at: int, knowledge: PageKnowledge) -> str | None:
    """Return why a line's form alone shows that a name is the page's: its words, or a town behind it."""
    key = phrase_key(name)
    if at < _TOP - 1 and is_masthead_name(key, knowledge):
        return "masthead-word"
    parts = [phrase_key(part) for part in _EDGES.split(line.text)]
    town = len(parts) == 2 and parts[0] == key and parts[1] in knowledge.places
    return "name-and-place" if at == 0 and town and not is_person(name, knowledge) else None


def is_masthead_name(key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a folded name is a medium's by words that tell nothing within a text ("موقع …", "… اليوم")."""
    words = key.split()
    opened = words[0] in knowledge.masthead_words or words[-1] in knowledge.masthead_ends
    return is_media_name(key, knowledge) or (2 <= len(words) <= _NAME and opened)


def is_voice_name(key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether a folded name opens as names of papers do and goes on with a name ("صوت …"), or is a place's day."""
    words = key.split()
    if len(words) == 2 and words[1] in knowledge.masthead_days:
        return words[0] in knowledge.places
    if not 2 <= len(words) < _NAME or words[0] not in knowledge.masthead_voices or words[1] in knowledge.everybody:
        return False
    return words[1] in knowledge.places or any(word.startswith("ال") for word in words[1:])


def _signs_page(lines: list[PageLine], j: int, knowledge: PageKnowledge) -> bool:
    """Tell whether a name that stands alone again is the page's: right above a day, or among its last two lines."""
    below = _next_shown(lines, j, 1)
    if below is lines[j]:
        return True
    last = _next_shown(lines, below.number - 1, 1) is below
    return last or (below.words <= _DAY and bool(find_dates(below.text, knowledge.dates)))


def _names_again(line: PageLine, key: str, knowledge: PageKnowledge) -> bool:
    """Tell whether another line names the outlet: a footer, a rule, a dateline, or beside a headline or a town."""
    if line.paragraph:
        head = re.split(r"[/:–-]", line.text[:_HEAD])[:2]
        return len(head) > 1 and key in {phrase_key(part.strip(" ()")) for part in head}
    if line.key == key or key not in line.key or f" {key} " not in f" {_NO_WORD.sub(' ', line.key)} ":
        return False
    phrases = knowledge.phrases
    if _RIGHTS.search(line.text) or line.key.startswith((*phrases.starts, *phrases.published_labels)):
        return True
    if any(phrase in line.key for phrase in phrases.holds):
        return True
    parts = [phrase_key(part) for part in _EDGES.split(line.text) if part.strip()]
    homes = [part in phrases.home for part in parts]
    if any(homes):
        return parts[0] == key and homes == [False, True]
    if len(parts) > 1 and (key in {parts[0], parts[-1]} or (key in parts and parts[0] in knowledge.places)):
        return True
    town, mark, name = line.text.partition(":")
    if mark and phrase_key(name) == key and phrase_key(town) in knowledge.places:
        return True
    words = line.key.split()
    return (
        1 < len(words) <= _NAME + 1
        and words[0] in knowledge.masthead_owners | knowledge.signing
        and line.key.endswith(f" {key}")
    )


def _behind_headline(line: PageLine, knowledge: PageKnowledge) -> Brand | None:
    """Return the name behind a headline at the top of a page where its words are those of a medium."""
    found = _SUFFIX.match(line.text)
    if found is None or len(found["title"].split()) < _SITE_BEHIND:
        return None
    name = found["name"].strip()
    key = phrase_key(name)
    formed = is_masthead_name(key, knowledge) or is_voice_name(key, knowledge)
    named = formed and _may_be_name(name.split(), knowledge)
    return Brand(name, key, "behind-the-headline") if named else None


def _beside_source(line: PageLine, knowledge: PageKnowledge) -> Brand | None:
    """Return the name that stands on a line with a word for whose report it is ("خاص - …", "… - متابعات")."""
    if line.blank or line.words > _SOURCES or not knowledge.beside_outlets.intersection(line.key.split()):
        return None
    parts = [part for text in _EDGES.split(line.text) if (part := text.strip(" .،-"))]
    others = knowledge.beside_outlets | knowledge.dates.weekdays.keys()
    named = [part for part in parts if phrase_key(part) not in others and part[-1:].isalpha()]
    if len(parts) < 2 or len(named) != 1 or len(named) == len(parts):
        return None
    name, words = named[0], phrase_key(named[0]).split()
    ends = knowledge.masthead_ends | knowledge.ends_beside
    formed = len(words) == 1 or words[-1] in ends or is_masthead_name(" ".join(words), knowledge)
    person = words[-1] not in ends and is_person(name, knowledge)
    known = formed and not person and _may_be_name(name.split(), knowledge)
    return Brand(name, " ".join(words), "beside-a-source") if known else None


def _above_share_bar(lines: list[PageLine], bar: int, knowledge: PageKnowledge) -> Brand | None:
    """Return the name that stands alone between a day and a label to share the page; a person may stand there too."""
    line = _next_shown(lines, bar, -1)
    if line is lines[bar] or line.words >= _NAME or not _may_be_name(line.text.split(), knowledge):
        return None
    day = _next_shown(lines, lines.index(line), -1)
    if day is line or day.words > _DAY or not find_dates(day.text, knowledge.dates):
        return None
    person = is_person(line.text, knowledge) or line.key.split()[0] in knowledge.given_names
    return None if person else Brand(line.text, line.key, "between-day-and-share-bar")


def _next_shown(lines: list[PageLine], i: int, step: int) -> PageLine:
    """Return the next line in a direction that shows something, among the four next to it; else the line itself."""
    near = (lines[j] for j in range(i + step, i + 5 * step, step) if 0 <= j < len(lines))
    return next((line for line in near if not line.blank), lines[i])
