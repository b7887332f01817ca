"""Finds a person's name that recognition does not know, by its place behind an office (سفير فرنسا لدى تونس …)."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.linking.roles import head_of

SPOKESMEN = ("متحدث", "متحدثه", "ناطق", "ناطقه")
_FOR_HIM = ("باسمه", "باسمها", "باسمهم")
_HAMZA = ("أل", "إل")
_FEWEST = 2  # words: a single one may be an adjective or an adverb
_MOST = 5
_PLURALS = ("ات", "ون", "يه")  # and abstract nouns


def find_spelled_name(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the tokens of the name that a source with an office ends in, or None."""
    words = knowledge.words
    head = passage.word(phrase.start)
    office = head in words.roles or head in words.unnamed_person or head_of(head, knowledge.offices.roles)
    if not office or head in knowledge.particles.next_of:  # محامي الوزير فلان
        return None
    for i in range(phrase.start + 1, phrase.end):
        if passage.word(i) in words.documents and passage.word(i - 1) in knowledge.particles.prepositions:
            return None  # "الوالي في بلاغ تلقت …"
        if _closes_office(passage, i - 1) and _may_begin(passage, i, knowledge):
            end = _name_end(passage, i, phrase.end, knowledge)
            if _FEWEST <= end - i <= _MOST:
                return i, end
    return None


def _closes_office(passage: Passage, i: int) -> bool:
    """Behind a definite word, a place, a body or a comma no office goes on by a bare noun."""
    word = passage.word(i)
    return word in ("،", ",") or word.startswith(("ال", "لل", "بال")) or i + 1 in passage.name_ends


def _may_begin(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(i)
    if passage.written(i).startswith(_HAMZA):  # ألفة, ألبير
        return _is_name_like(passage, i, knowledge)
    if word.startswith(("ال", "لل", "بال", "وال", "كال")) or word.endswith("ا"):
        return False
    return _is_name_like(passage, i, knowledge)


def _is_name_like(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    word, words, particles = passage.word(i), knowledge.words, knowledge.particles
    if speaks_for(passage, i):
        return False
    if passage.is_first_name(i):
        return True
    if not passage.is_word(i) or i in passage.names or i in passage.held or word in knowledge.forms or len(word) < 2:
        return False
    common = (
        particles.adjuncts,
        particles.no_names,
        particles.prepositions,
        particles.with_pronouns,
        words.times,
        words.verbal_nouns,
    )
    sources = (words.roles, words.unnamed_person, words.unnamed_group)
    return not word.endswith(_PLURALS) and all(word not in listed for listed in (*common, *sources))


def _name_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    end = i
    while end < limit and _is_name_like(passage, end, knowledge):
        end += 1
    return end


def speaks_for(passage: Passage, i: int) -> bool:
    """Tell باسم behind a spokesman and his adjective, which is no first name."""
    before = (passage.word(at).removeprefix("ال") for at in (i - 1, i - 2))
    return passage.word(i) == "باسم" and any(word in SPOKESMEN for word in before)


def speaks_for_him(passage: Passage, i: int) -> bool:
    """Tell المتحدث باسمه, the spokesman of whoever was named before."""
    spokesman = passage.word(i - 1).removeprefix("ال") in SPOKESMEN
    return spokesman and passage.word(i) in _FOR_HIM
