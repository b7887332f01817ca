"""Tells what kind of source remains unnamed, and the reason that the page gives for it."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import find_hearer
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.linking.roles import head_of
from service.core.records import Anonymity

_PLURALS = ("ون", "ين")
_SHORTEST_PLURAL = 6  # letters with the article: المعنيين is people, القرون may be anything
_WIDEST = 14  # words behind a source within which the reason stands
_LONGEST_REASON = 8
_COMMAS, _WHO_IS = ("،", ","), ("وهو", "وهي")
_STOPS = (".", ":", "؛", '"', "«", "“")
_DUALS = ("تان", "تين", "يان", "يين")


def tell_anonymity(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> Anonymity:
    """Return what kind of source an unidentified noun phrase is; institutions are named."""
    known, first = knowledge.words, phrase.start + (passage.word(phrase.start) in knowledge.particles.same)
    whole = phrase.end > first + 1
    parts = knowledge.particles.parts_of_documents | knowledge.particles.latest
    first += whole and passage.word(first) in parts  # نص البيان, آخر الاستطلاعات
    head = passage.word(first)
    if first in passage.names and passage.names[first].type == "organization":
        return "named"
    told = known.documents | knowledge.particles.laws
    if head in told or "ال" + head.removeprefix("لل") in told:
        return "document"
    if head in known.unnamed_group or is_crowd(passage, first, knowledge):
        return "unnamed_group"
    if head in known.unnamed_person:
        return "unnamed_person"
    if head in known.roles or first not in passage.names and head_of(head, knowledge.offices.roles):
        body = whole and head in known.institutions - known.everywhere  # مؤسسة كهرباء الساحل: no founder
        return "named" if body else "role_only"
    if _may_be_named(passage, first, phrase, knowledge):
        return "named"
    several = head in knowledge.particles.counts or whole and head.endswith(_DUALS)  # منظمتان يمينيتان
    return "unnamed_group" if several or head.endswith((*_PLURALS, "ات", "ه")) else "unnamed_person"


def is_crowd(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """A sound plural of people with the article (المعنيون، الخاطفين) or before a noun (مسؤولو الميناء), no name."""
    word = passage.word(i)
    if word.endswith("و") and word + "ن" in knowledge.words.unnamed_group:
        return True
    return i not in passage.names and word.startswith("ال") and word.endswith(_PLURALS) and len(word) > _SHORTEST_PLURAL


def _may_be_named(passage: Passage, first: int, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a source that holds a name, an institution, or words that no list has for common ones."""
    if any(_bears_name(passage, i, knowledge) or passage.is_first_name(i) for i in range(first, phrase.end)):
        return True
    head = passage.word(first)
    if phrase.end == first + 1 and head.startswith("ال") and head.endswith("ي"):  # a surname
        return True
    return head.removeprefix("لل").removeprefix("ل").removeprefix("ال") in knowledge.words.institutions


def _bears_name(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a name from the place where somebody without one is: "تاجر في سوق المدينة"."""
    name, before = passage.names.get(i), passage.word(i - 1)
    where = name is not None and name.type == "place" and before in knowledge.particles.prepositions
    return name is not None and not where


def find_reason(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> str | None:
    """Return the words by which a source stays unnamed (طلب عدم نشر اسمه، شريطة عدم الكشف عن هويته), or None."""
    start, end = _find_hiding(passage, phrase, knowledge)
    return passage.span(start, end).text if end > start else None


def with_description(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> NounPhrase:
    """Return an unnamed source with the words that hide its name, or that tell who it is between commas (وهو شاب)."""
    if tell_anonymity(passage, phrase, knowledge) in ("document", "named"):
        return phrase
    start, end = _find_hiding(passage, phrase, knowledge)
    if end and find_hearer(passage, phrase.end, start, knowledge):  # مصدر أمني للصحيفة، شريطة عدم ذكر اسمه
        return phrase
    if end == 0 and passage.word(phrase.end) in _COMMAS and passage.word(phrase.end + 1) in _WHO_IS:
        near = range(phrase.end + 1, min(len(passage.tokens), phrase.end + _WIDEST))
        end = next((k for k in near if passage.word(k) in _COMMAS), 0)
    return phrase._replace(tail=max(phrase.tail, end))


def _find_hiding(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> tuple[int, int]:
    """Return the range of the words that hide a source's name, nothing where none do."""
    last = min(len(passage.tokens), phrase.end + _WIDEST)
    for i in range(phrase.start + 1, last):
        if passage.word(i) in _STOPS or passage.word(i) in knowledge.words.complementisers:
            break
        end = hides_name(passage, i, knowledge)
        if end > i:
            return i, end
    return 0, 0


def hides_name(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind words such as طلب عدم نشر اسمه that begin at token i, or i where none do."""
    particles = knowledge.particles
    if passage.word(i) not in particles.hiding_verbs or passage.word(i + 1) not in particles.hiding:
        return i
    last = min(len(passage.tokens), i + _LONGEST_REASON)
    return next((k + 1 for k in range(i + 1, last) if passage.word(k) in particles.identity), i)
