"""Gives every line of a text page its role: dates, title, body, signature; what is left is furniture."""

import re
from collections.abc import Sequence
from operator import or_

from service.core.arabic.dates import WrittenDate, YearlessDay, find_dates, find_yearless
from service.core.arabic.letters import fold
from service.core.pages.bodies import DATE_WORDS, SIGNED, mark_body
from service.core.pages.bylines import signs
from service.core.pages.furniture import Mark, find_furniture, next_line
from service.core.pages.headlines import mark_captions, mark_title
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import PageLine, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.names import is_media_name, is_person, part_town, split_sources, town_behind
from service.core.pages.starts import find_start

_YEARLESS = 8  # words of a line that is a day without its year
_LEFT_OVER = 3  # words beside the date on such a line
_PARTS = re.compile(r"[|/–—]|\s-\s|-\s")
_DASHES = re.compile(r"\s?[–—]\s?|\s-\s")
_OF_DATELINE = 3  # parts of a dateline that tells who reports
_MOST_NAMES = 11  # words and dashes of a line of an outlet, a person and an agency
_TOP = 3  # shown lines at the top, among which a masthead with its slogan stands
_DASH, _ORNAMENTS = " - ", " ❖◆◇■□●○▪►»*|"
_INITIAL = re.compile(r"[\u0621-\u064a]\s?\.\s?[\u0621-\u064a]{4,}")  # ك. بلقاسم
_WORD = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+")
_CLOCK_WORDS = frozenset(
    ("am", "pm", "gmt", "utc", "ص", "م", "صباحا", "مساء", "في", "الساعه", "بتوقيت", "ه", "هـ", "من", "يوم")
)
_FOREIGN = Mark("furniture", "not-arabic")
_ISSUE_WORDS = frozenset(("العدد", "عدد", "رقم", "صفحه", "الصفحه", "الموافق", "السنه", "الثانيه", "الثالثه", "الرابعه"))
_PRINTED = ("نشرت هذه الماده", "نشر هذا المقال", "نشر هذا الخبر")  # … في العدد 12 بتاريخ …
_HANDLE = re.compile(r"\(?@\w{2,30}\)?")


def find_roles(lines: list[PageLine], knowledge: PageKnowledge) -> Layout:
    """Return the layout of a page: title, body and dates found, every other line marked."""
    layout = Layout(lines, find_furniture(lines, knowledge.phrases))
    _mark_dates(layout, knowledge)
    _mark_names(layout, knowledge)
    start = find_start(layout)
    mark_captions(layout)
    mark_title(layout, start, knowledge)
    mark_body(layout, start, knowledge)
    return layout


def _mark_dates(layout: Layout, knowledge: PageKnowledge) -> None:
    labels = knowledge.phrases.published_labels | knowledge.phrases.updated_labels
    known = {word for label in labels for word in label.split()} | _CLOCK_WORDS | _ISSUE_WORDS
    for i, line in enumerate(layout.lines):
        mark = layout.marks.get(i)
        if line.blank or line.words > DATE_WORDS or (mark and mark.role in {"related", "rights", "staff"}):
            continue
        found = find_dates(line.text, knowledge.dates)
        left = _left_over(line, found, known, knowledge) if found else 0
        if found and left > 1 and _is_dated_below(layout, i, known, knowledge):
            continue  # a headline with its day ("أبرز أخبار السبت …")
        if found and (left <= _LEFT_OVER or line.key.startswith(_PRINTED)):
            layout.dates[i] = found
            layout.marks[i] = Mark("date", found[0].form)
        elif found and _is_source_and_day(line, found[-1], knowledge):
            layout.marks[i] = Mark("related", "source-and-day")
        elif not found and line.words <= _YEARLESS and mark is None:
            _mark_yearless(layout, i, known, knowledge)


def _is_dated_below(layout: Layout, i: int, known: set[str], knowledge: PageKnowledge) -> bool:
    """Tell whether the next line is nothing but a day."""
    below = next_line(layout.lines, i)
    if below is None or layout.lines[below].words > _YEARLESS:
        return False
    found = find_dates(layout.lines[below].text, knowledge.dates)
    return bool(found) and _left_over(layout.lines[below], found, known, knowledge) == 0


def _is_source_and_day(line: PageLine, last: WrittenDate, knowledge: PageKnowledge) -> bool:
    """Tell whether a line ends with a day and an outlet: the text of a picture or of a link ("… 23.08.2022, …")."""
    source = phrase_key(line.text[last.end :])
    return line.text[last.end :].lstrip()[:1] in {",", "،"} and source in knowledge.outlets


def _mark_yearless(layout: Layout, i: int, known: set[str], knowledge: PageKnowledge) -> None:
    """Mark a line that is nothing but a day without a year, its weekday and a clock beside it."""
    found = find_yearless(layout.lines[i].text, knowledge.dates)
    if len(found) == 1 and _left_over(layout.lines[i], found, known, knowledge) == 0:
        layout.yearless[i] = found[0]
        layout.marks[i] = Mark("date", "without-a-year")


def _left_over(
    line: PageLine, found: Sequence[WrittenDate | YearlessDay], known: set[str], knowledge: PageKnowledge
) -> int:
    """Count the Arabic words beside the days that belong to no date, byline, section or source."""
    rest = line.text
    for written in reversed(found):
        rest = rest[: written.start] + " " + rest[written.end :]
    parts = [part for part in re.split(r"[|،,()]|\s[-–—]\s", rest) if not _is_beside_days(part.strip(), knowledge)]
    left = [phrase_key(word) for part in parts for word in _WORD.findall(fold(part))]
    return sum(word not in known and word not in knowledge.dates.weekdays for word in left)


def _is_beside_days(part: str, knowledge: PageKnowledge) -> bool:
    key = phrase_key(part)
    return (
        signs(part, knowledge)
        or is_person(part, knowledge)
        or is_media_name(key, knowledge)
        or _is_name(key, knowledge)
    )


def _mark_names(layout: Layout, knowledge: PageKnowledge) -> None:
    """Mark lines that are an outlet's name, an agency's or a byline."""
    shown = 0
    for i, line in enumerate(layout.lines):
        shown += not line.blank
        if _HANDLE.fullmatch(line.text):
            layout.marks[i] = Mark("byline", "handle")
        if layout.marks.get(i) == _FOREIGN and line.key in knowledge.outlets:
            layout.marks[i] = Mark("outlet", "known-name")
        if not layout.free(i) or line.words > _MOST_NAMES or line.stop:
            continue
        if line.words > SIGNED:
            role = _reporting_role(line, _name_parts(line, knowledge), knowledge)
        else:
            role = _name_role(line, knowledge) or (_slogan_role(line, knowledge) if shown <= _TOP else None)
        if role:
            layout.marks[i] = role


def _slogan_role(line: PageLine, knowledge: PageKnowledge) -> Mark | None:
    """A masthead says what it is behind its name ("المرفأ - جريدة يومية")."""
    parts = [part for text in _PARTS.split(line.text) if (part := phrase_key(text))]
    named = len(parts) > 1 and len(parts[0].split()) <= _LEFT_OVER
    return Mark("outlet", "name-and-slogan") if named and parts[1].split()[0] in knowledge.media_words else None


def _name_role(line: PageLine, knowledge: PageKnowledge) -> Mark | None:
    parts = _name_parts(line, knowledge)
    if signs(line.text.strip(_ORNAMENTS), knowledge):
        return Mark("byline", "signing-word")
    if _INITIAL.fullmatch(line.text):
        return Mark("byline", "initial-and-surname")
    if not all(_is_name(part, knowledge) for part in parts):
        named = [phrase_key(part) for part in split_sources(line.text)]
        parts = named if all(_is_name(part, knowledge) for part in named) else parts
    if parts and all(_is_name(part, knowledge) for part in parts):
        reason = knowledge.brand.reason if knowledge.brand and knowledge.brand.key in parts else "known-name"
        return Mark("outlet" if _opens_with_outlet(parts, knowledge) else "dateline", reason)
    if len(parts) == 2 and parts[0] in knowledge.places and is_media_name(parts[1], knowledge):
        return Mark("dateline", "place-and-medium")
    if len(parts) == 1 and is_media_name(parts[0], knowledge):
        return Mark("outlet", "media-word")
    sections = [part in knowledge.phrases.sections or part in knowledge.phrases.home for part in parts]
    tagged = parts[0] in knowledge.phrases.title_tags and len(parts) > 2  # "عاجل | محليات | اقتصاد"
    if len(parts) > 1 and all(sections[tagged:]):
        return Mark("menu", "sections")
    if len(parts) > 1 and "|" in line.text and sections[-1] and not sections[0]:
        return Mark("outlet", "name-and-section")
    return _reporting_role(line, parts, knowledge)


def _reporting_role(line: PageLine, parts: list[str], knowledge: PageKnowledge) -> Mark | None:
    """Return the role of a line that tells who reports from where for whom."""
    if _opens_with_town(line, parts, knowledge):
        return Mark("byline", "town-name-agency")
    if _reports(line, knowledge):
        return Mark("dateline", "towns-and-agencies")
    return Mark("byline", "name-and-source") if _signs_beside_source(line, knowledge) else None


def _opens_with_town(line: PageLine, parts: list[str], knowledge: PageKnowledge) -> bool:
    """Tell a town, who reports and for which agency, parted alike: "أربيل / سليم الراوي / الأناضول"."""
    alike = any(line.text.count(mark) == _OF_DATELINE - 1 for mark in ("/", _DASH))
    if len(parts) != _OF_DATELINE or parts[0] not in knowledge.places or not alike:
        return False
    sources = [part in knowledge.agencies or part in knowledge.outlets for part in parts[1:]]
    name = parts[2] if sources[0] else parts[1]
    return sum(sources) == 1 and 2 <= len(name.split()) <= _LEFT_OVER


def _reports(line: PageLine, knowledge: PageKnowledge) -> bool:
    """Tell towns and the agencies behind a dash: "بودابست، بروكسيل – مدار، رويترز"."""
    towns, *behind = _DASHES.split(line.text, maxsplit=1)
    agencies = [phrase_key(name) for name in split_sources(behind[0])] if behind else []
    places = [phrase_key(name) for name in split_sources(towns)]
    few = all(0 < len(place.split()) <= _LEFT_OVER for place in places)
    told = bool(agencies) and all(name in knowledge.agencies for name in agencies)
    return told and few and any(place in knowledge.places for place in places)


def _signs_beside_source(line: PageLine, knowledge: PageKnowledge) -> bool:
    """Tell a line of persons and no fewer towns, outlets or agencies ("بيروت: …", "… (عدن)", "بيروت: … لندن: …")."""
    cut = [part for part in re.split(r"[|/–—:؛]|\s-|-\s|\sـ\s", line.text.strip(_ORNAMENTS)) if part.strip()]
    parts = [name.strip() for part in cut for name in part_town(part, knowledge)]
    persons = [is_person(part, knowledge) for part in parts]
    sources = [_is_name(phrase_key(part), knowledge) for part in parts]
    beside = any(sources) or town_behind(line.text, knowledge) is not None
    alone = sum(persons) == 1 or 0 < sum(persons) <= sum(sources)
    return alone and beside and all(map(or_, persons, sources)) or _signs_from_town(line, parts, persons, knowledge)


def _signs_from_town(line: PageLine, parts: list[str], persons: list[bool], knowledge: PageKnowledge) -> bool:
    """Tell a person behind one word that no list of towns has ("نزوى - …"), but not behind a label ("فيديو - …")."""
    town = phrase_key(parts[0])
    labelled = town in knowledge.phrases.title_tags or town in knowledge.phrases.labels
    return persons == [False, True] and _DASH in line.text and len(town.split()) == 1 and not labelled


def _name_parts(line: PageLine, knowledge: PageKnowledge) -> list[str]:
    """A line's parts by dashes and bars; a dash without blanks parts a town from a name ("طرطوس-وكالة الساحل")."""
    parts = [part for text in _PARTS.split(line.text) if (part := phrase_key(text))]
    town, mark, rest = line.text.partition("-")
    glued = len(parts) == 1 and mark and phrase_key(town) in knowledge.places
    return [phrase_key(town), phrase_key(rest)] if glued else parts


def _opens_with_outlet(parts: list[str], knowledge: PageKnowledge) -> bool:
    """A town before another name is where the report was written, though a paper may be called after it."""
    return parts[0] in knowledge.outlets and not (len(parts) > 1 and parts[0] in knowledge.places)


def _is_name(key: str, knowledge: PageKnowledge) -> bool:
    known = (knowledge.outlets, knowledge.agencies, knowledge.places, knowledge.phrases.sections)
    return any(key in names for names in known)
