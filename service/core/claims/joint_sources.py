"""Finds who speaks together in one noun phrase: الوزير فلان والنائب فلان, وزارة الصحة ووزارة النقل, كل من …."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Named, Passage
from service.core.claims.phrases import NounPhrase

_AND = "و"
_BOTH = ("كل", "من")
_NISBA = ("ي", "يه")
_LONGEST_ACRONYM = 6  # tokens, and its brackets


def behind_both(passage: Passage, phrase: NounPhrase) -> NounPhrase:
    """Return a noun phrase without "each of" before the sources that it joins."""
    both = (passage.word(phrase.start), passage.word(phrase.start + 1)) == _BOTH and phrase.end > phrase.start + 2
    return phrase._replace(start=phrase.start + 2) if both else phrase


def join_people(passage: Passage, people: list[int], knowledge: ClaimKnowledge) -> list[int]:
    """Return the entities of joint speakers, given where each person's name begins; else the first one's alone."""
    last = passage.names[people[0]]
    chosen = [last.entity]
    for i in people[1:]:
        joined = passage.word(i).startswith(_AND) and passage.names[i].attached or passage.word(i - 1) == _AND
        if not (joined or _opens_office(passage, last.end, knowledge)):
            continue
        last = passage.names[i]
        if last.entity not in chosen:
            chosen.append(last.entity)
    return chosen


def _opens_office(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell the office of another person behind a person's name: "… والنائب فلان", "… والسوداني فلان"."""
    word = passage.word(i)
    bare = word[1:].removeprefix("ال")
    office = bare in knowledge.words.roles or word.startswith("وال") and word.endswith(_NISBA)
    return word.startswith(_AND) and office


def join_bodies(passage: Passage, phrase: NounPhrase, first: int, knowledge: ClaimKnowledge) -> list[int]:
    """Return the entities of the bodies or places that و joins to the one of a noun phrase that is named first."""
    names = (passage.names[i] for i in range(phrase.start, phrase.end) if i in passage.names)
    last = next((name for name in names if name.entity == first), None)
    chosen: list[int] = []
    while last and (last := _joined(passage, last.end, phrase.end, knowledge)):
        if last.entity != first and last.entity not in chosen:
            chosen.append(last.entity)
    return chosen


def _joined(passage: Passage, i: int, end: int, knowledge: ClaimKnowledge) -> Named | None:
    """Return the name that begins at a token with و, or behind its class word (وحركة …), an acronym passed over."""
    i = _behind_acronym(passage, i)
    word = passage.word(i)
    if i >= end or not word.startswith(_AND):
        return None
    name = passage.names.get(i)
    classed = word[1:] in knowledge.words.media_heads or word[1:] in knowledge.words.institutions
    name = name or (passage.names.get(i + 1) if classed and i + 1 < end else None)
    return name if name and name.type != "person" else None


def _behind_acronym(passage: Passage, i: int) -> int:
    """Return the token behind a name in brackets that begin at a token, else that token."""
    closing = range(i + 2, i + _LONGEST_ACRONYM) if passage.word(i) == "(" else range(0)
    return next((k + 1 for k in closing if passage.word(k) == ")"), i)
