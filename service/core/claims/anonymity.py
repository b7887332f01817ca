"""Tells what kind of source remains unnamed, and the reason that the page gives for it."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.linking.roles import head_of
from service.core.records import Anonymity

_PLURALS = ("ون", "ين")
_SHORTEST_PLURAL = 6  # letters with the article: المعنيين is people, القرون may be anything
_WIDEST = 14  # words behind a source within which the reason stands
_LONGEST_REASON = 8
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
        return "role_only"
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
    if any(i in passage.names or passage.is_first_name(i) for i in range(first, phrase.end)):
        return True
    head = passage.word(first)
    if phrase.end == first + 1 and head.startswith("ال") and head.endswith("ي"):  # a surname
        return True
    return head.removeprefix("لل").removeprefix("ل").removeprefix("ال") in knowledge.words.institutions


def find_reason(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> str | None:
    """Return the words by which a source stays unnamed (طلب عدم نشر اسمه، شريطة عدم الكشف عن هويته), or None."""
    last = min(len(passage.tokens), phrase.end + _WIDEST)
    for i in range(phrase.start + 1, last):
        if passage.word(i) in _STOPS or passage.word(i) in knowledge.words.complementisers:
            return None
        end = hides_name(passage, i, knowledge)
        if end > i:
            return passage.span(i, end).text
    return None


def hides_name(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind words such as طلب عدم نشر اسمه that begin at token i, or i where none do."""
    particles = knowledge.particles
    if passage.word(i) not in particles.hiding_verbs or passage.word(i + 1) not in particles.hiding:
        return i
    last = min(len(passage.tokens), i + _LONGEST_REASON)
    return next((k + 1 for k in range(i + 1, last) if passage.word(k) in particles.identity), i)
