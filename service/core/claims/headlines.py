"""Reads headlines: "source: content", and several statements beside one another ("… .. والحكومة تنفي …")."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.claims.contents import Content
from service.core.claims.cues import find_cues
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import find_hearer, is_medium
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.spelled_names import SPOKESMEN
from service.core.linking.roles import head_of

_LONGEST_SOURCE = 12
_LONGEST_HEADING, _LONGEST_SUMMARY = 16, 26  # tokens of a line between paragraphs, of one below the title
_SHORTEST_CONTENT = 3
_ABOUT = "حول"
_AND = "و"
_DOTS = frozenset({"..", "...", "…"})
_DASHES = ("-", "–", "•")
_OWN = ("سن", "لن", "نحن")  # begin what people say of themselves
_NOT, _WE, _HE = ("لم", "لا"), "ن", "ي"
_PEOPLE, _LEAGUE = "ون", "رابطه"
_TO, _IN, _FROM = "ل", "في", "عن"
_LONGEST_SUBJECT = 5


class Headline(NamedTuple):
    """The source of a headline, its colon, what stands behind it, and a medium that carries it."""

    source: NounPhrase
    colon: int
    content: Content
    carriers: tuple[NounPhrase, ...] = ()


def split_headline(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[tuple[int, int]]:
    """Yield the statements of a headline that dots part; what follows "source: …" without a source is his too."""
    begun = start
    told = False
    for first, last in _between_dots(passage, start, end):
        found = read_headline(passage, first, last, knowledge)
        if first > start and (found or not told or _tells(passage, first, last, knowledge)):
            yield begun, first
            begun, told = first, False
        told = told or found is not None and not _is_quotation(passage, found.colon + 1, last)
    yield begun, end


def _is_quotation(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a quotation is all that stands there: behind it nothing more is told."""
    return start in passage.quotes and passage.quotes[start].closing == end - 1


def _tells(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether what dots part from a source's words begins with somebody else and what he says."""
    near = find_cues(passage, start, min(end, start + _LONGEST_SUBJECT), knowledge)
    return passage.word(start).startswith(_AND) and any(cue.form.shape == "imperfect" for cue in near)


def _between_dots(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if passage.word(i) in _DOTS and not passage.is_quoted(i) and i > first:
            yield first, i
            first = i + 1
    if first < end:
        yield first, end


def read_headline(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Headline | None:
    """Return source, colon and content of a headline, or None; a place or a label before a colon is no source."""
    colon = next((i for i in range(start + 1, min(end, start + _LONGEST_SOURCE)) if passage.word(i) == ":"), None)
    if colon is None or colon + 2 >= end or _has_verb_before(passage, colon, knowledge):
        return None
    content = Content(((colon + 1, end),), None)
    origin = next((i for i in range(start + 1, colon - 1) if passage.word(i) == _FROM), start)
    if origin > start and is_medium(passage, medium := NounPhrase(start, origin, origin), knowledge):
        return Headline(NounPhrase(origin + 1, colon, colon), colon, content, (medium,))  # رويترز عن مسؤول: …
    if not _is_source(passage, start, colon, knowledge):
        return None
    hearer = find_hearer(passage, start + 1, colon, knowledge)
    source = range(start + 1, colon)
    told = next((i for i in source if passage.word(i) == _TO), hearer[0] if hearer else colon)
    venues = knowledge.words.places_of_saying
    told = next((i for i in source if passage.word(i) == _IN and passage.word(i + 1) in venues), told)
    phrase = NounPhrase(start, told, colon, hearer)
    return Headline(phrase, colon, content)


def _has_verb_before(passage: Passage, colon: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "الوزير يعترف: …", which is read as a sentence is."""
    forms = knowledge.forms.get(passage.word(colon - 1).removeprefix(_AND), ())
    return colon - 1 not in passage.names and any(form.shape == "imperfect" and form.verb.clause for form in forms)


def is_heading(passage: Passage) -> bool:
    """Tell a short line between paragraphs, which is written as headlines are: "الوزير: لن نقبل"."""
    longest = _LONGEST_SUMMARY if _is_below_title(passage) or passage.word(0) in _DASHES else _LONGEST_HEADING
    return len(passage.sentences) == 1 and passage.size <= longest and passage.word(passage.size - 1) != "."


def _is_below_title(passage: Passage) -> bool:
    return passage.source.field != "title" and passage.tokens[0].start == 0


def read_heading(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Headline | None:
    """Return source, colon and content of a line between paragraphs whose source is a name, or an office and a name.

    Behind a dash, as summaries are listed, and right below the title it may be any source.
    """
    listed = passage.word(start) in _DASHES
    found = read_headline(passage, start + listed, end, knowledge)
    if found is None or end - found.colon <= _SHORTEST_CONTENT:
        return None
    if listed or _is_below_title(passage):
        return found
    if passage.word(start).removeprefix("ال") in SPOKESMEN:
        return found
    if found.source.end != found.colon:
        return None
    name = passage.names.get(start)
    person = name is not None and name.type == "person" and name.end == found.colon
    person = person or passage.word(start) in knowledge.words.roles and passage.ends_person(found.colon)
    body = found.colon == start + 1 and _is_body(passage.word(start), knowledge)
    return found if person or body else None


def _is_body(word: str, knowledge: ClaimKnowledge) -> bool:
    return word.startswith("ال") and word.removeprefix("ال") in knowledge.words.institutions


def _tells_of_us(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what people say of themselves: لن نقبل, سنرد, لم نقصف, نطالب."""
    word = passage.word(i)
    negated = word in _NOT and passage.word(i + 1).startswith(_WE)
    forms = knowledge.forms.get(_HE + word[1:], ()) if word.startswith(_WE) else ()
    says = any(form.shape == "imperfect" and not form.verb.described for form in forms)  # not نصف
    return negated or says or word.startswith(_OWN)


def _is_office(head: str, knowledge: ClaimKnowledge) -> bool:
    """Tell an institution that speaks from one that is told of (نادي الوادي: …, الرابطة الأولى: …)."""
    bare = head.removeprefix("ال")
    league = bare == _LEAGUE and head != bare
    return bare in knowledge.words.institutions and bare not in knowledge.particles.told_of and not league


def _is_source(passage: Passage, start: int, colon: int, knowledge: ClaimKnowledge) -> bool:
    words = knowledge.words
    marked = start in passage.quotes and passage.quotes[start].closing == colon - 1  # «…»: …
    first = start + marked
    name, head = passage.names.get(first), passage.word(first)
    known = words.roles | words.unnamed_person | words.unnamed_group | words.documents | words.media_heads
    many = head.endswith(_PEOPLE) and colon == first + 1
    beside = colon == first + 1 and _is_body(head[1:], knowledge)  # "….. والنقابة: …"
    joined = first > 0 and head.startswith(_AND) and (head[1:] in known or many or beside)
    head = head[1:] if joined else head  # "….. ومصادر نقابية: …"
    definite = all(passage.word(i).startswith(("ال", "وال")) for i in range(first, colon - marked))
    local = marked and name is None and first + 1 in passage.names and passage.names[first + 1].type == "place"
    if (definite or local) and marked or many and name is None:
        return True  # النواب: …، مختصون: …، «الصحة»: …، «الموارد البشرية والتوطين»: …
    if name and name.end >= colon - marked:
        if name.type == "organization":
            medium = passage.phrase(first, words.media_names, colon) == name.end
            beside = first > 0 and name.attached and head.startswith(_AND)  # "….. والصليب الأحمر: …"
            speaks = bool({head, "ال" + head} & knowledge.particles.bodies) or _is_office(head, knowledge)
            speaks = speaks or passage.word(colon - 1) in knowledge.particles.qualities_of_bodies  # العفو الدولية: …
            return marked or medium or beside or speaks or _tells_of_us(passage, colon + 1, knowledge)
        return name.type != "place" or _tells_of_us(passage, colon + 1, knowledge)
    if not (name and name.type == "person") and any(passage.word(i) == _ABOUT for i in range(start, colon)):
        return False
    particles = knowledge.particles
    if head in particles.labels | particles.adjuncts | particles.prepositions or head == "بين":
        return False
    definite = all(passage.word(i).startswith(("ال", "وال")) for i in range(first + 1, colon))
    ours = definite and _tells_of_us(passage, colon + 1, knowledge)  # أصحاب المصانع: سنغلق أبوابنا
    body = ours or head in particles.bodies and definite  # منظمة البحارة الأحرار: …
    place = passage.names.get(first + 1)
    body = body or "ال" + head in particles.bodies and place is not None and place.end == colon  # صحة جازان: …
    office = head_of(head, knowledge.offices.roles) is not None
    if head in known or "ال" + head in known or body or office or colon == first + 1 and _is_body(head, knowledge):
        return True
    if head in particles.topics:
        return False
    told = any(passage.word(i) == _TO for i in range(start, colon))  # فلان لـ«الوادي»: …
    return told or any(n.type == "person" for i, n in passage.names.items() if start <= i < colon)
