"""Tells a quotation that a verb takes from marks around a name or a term."""

from service.core.claims.knowledge import ClaimKnowledge, Verb
from service.core.claims.passages import Passage

_COMMAS = ("،", ",")
_LONGEST_NAME_IN_MARKS = 3
_LONGEST_NAME = 8
_LONGEST_SHORT_NAME, _LONGEST_ASIDE = 2, 12  # tokens of an acronym in marks, and from it to the clause behind


def quotes_speech(passage: Passage, i: int, verb: Verb, knowledge: ClaimKnowledge) -> bool:
    """Marks around a name or a term are no quotation: few words, and the sentence runs on."""
    quote, before = passage.quotes[i], passage.word(i - 1)
    length = quote.closing - quote.opening - 1
    if (
        before.removeprefix("ل") in knowledge.particles.titled | knowledge.words.media_heads
        or before in knowledge.words.institutions  # تنظيم «…»
        or before == "ل"
        or _completes_office(passage, i, knowledge)
        or _names_body(passage, i, knowledge)
        or _is_short_name(passage, i)
    ):
        return False
    if not (verb.clause or before in verb.prepositions):
        return False
    if length > _LONGEST_NAME_IN_MARKS or before in verb.prepositions and not verb.of_acts:
        return True
    whole = before in ("،", ",") or i in passage.name_ends or knowledge.introduces(before)
    near = range(quote.closing + 2, quote.closing + 2 + (_LONGEST_ASIDE if length <= _LONGEST_SHORT_NAME else 1))
    clause = any(passage.word(k) in knowledge.words.complementisers for k in near)  # قال فلان "أبو فلان"، إن
    return whole and passage.word(quote.closing + 1) in (".", "،", "") and not clause


def _names_body(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """وقالت «هيئة الأسرى» إن …: marks around an institution or a medium, and the clause behind."""
    first, words = passage.word(i + 1).removeprefix("ال"), knowledge.words
    if first not in words.institutions and first not in words.media_heads:
        return False
    closing = passage.quotes[i].closing
    inside = (passage.word(k) for k in range(i + 1, closing))
    behind = [passage.word(k) for k in range(closing + 1, closing + 1 + _LONGEST_NAME)]
    clause = any(word in words.complementisers for word in behind)
    return clause and not any(word in words.complementisers for word in inside)


def _is_short_name(passage: Passage, i: int) -> bool:
    """وكالة الأنباء السودانية "سونا"، …: one word in marks behind a body's name, where the sentence goes on."""
    closing = passage.quotes[i].closing
    if closing != i + 2 or i not in passage.name_ends or passage.word(closing + 1) not in _COMMAS:
        return False
    before = (passage.names.get(k) for k in range(max(0, i - _LONGEST_NAME), i))
    return any(name is not None and name.end == i and name.type == "organization" for name in before)


def _completes_office(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """أعلن رئيس "شركة النور للغزل والنسيج" فلان أن: the marks hold whose office it is, the clause comes later."""
    before, first = passage.word(i - 1), passage.quotes[i].closing + 1
    if before not in knowledge.words.roles or before.startswith("ال"):
        return False
    for k in range(first, first + _LONGEST_NAME):
        word = passage.word(k)
        if word in knowledge.words.complementisers:
            return True
        if word in _COMMAS or word == "." or word.removeprefix("و") in knowledge.forms:
            return False
    return False
