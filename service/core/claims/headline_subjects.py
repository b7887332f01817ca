"""Reads whom a headline tells of before its verb: "… وتركيا تنفي", "الوزير يزور الميناء ويؤكد"."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_AND, _HE, _MANY = "و", "ي", "ون"
_LONGEST_SUBJECT = 5
_SHORTEST_VERB = 4
_LONGEST_CROWD = 3  # words of people and whose they are


def find_subject(passage: Passage, cue: CueHit, start: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the subject that و joins to what a headline told before ("… وتركيا تنفي"), or that begins it."""
    if cue.form.shape != "imperfect" or cue.at <= start + 1:
        return None
    if cue.form.plural:
        return _find_people(passage, cue, start, knowledge)
    if passage.source.field != "title":
        return None
    if not cue.joined:
        return _joined_subject(passage, cue.at - 1, start) or _joined_people(passage, cue.at, start, knowledge)
    colons = (k for k in range(cue.at - 1, start, -1) if passage.word(k) == ":")  # الوادي: الوزير يزور …
    return _first_subject(passage, cue, next(colons, start - 1) + 1, knowledge)


def _find_people(passage: Passage, cue: CueHit, start: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return people whom و joins right before their verb ("… وخبراء يؤكدون"), or who act before it ("خبراء يشككون").

    Both stand in headlines and in the line below them.
    """
    if not cue.joined:
        return _joined_people(passage, cue.at, start, knowledge)
    end = _behind_whose(passage, start + 1)
    acts = passage.word(start) in knowledge.words.unnamed_group and _acts_as_many(passage.word(end))
    return NounPhrase(start, end, end) if acts else None


def _joined_people(passage: Passage, end: int, start: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the people, and whose they are, that و joins on and that end at a token ("… وأسر الضحايا تطالب")."""
    for at in range(end - 1, max(start, end - _LONGEST_CROWD - 1), -1):
        word = passage.word(at)
        if word.startswith(_AND) and word[1:] in knowledge.words.unnamed_group and at not in passage.held:
            return NounPhrase(at, end, end) if _behind_whose(passage, at + 1) == end else None
    return None


def _behind_whose(passage: Passage, i: int) -> int:
    """Step over the definite words that complete a noun: سكان المدينة القديمة."""
    last = i + _LONGEST_CROWD
    while i < last and passage.word(i).startswith("ال"):
        i += 1
    return i


def _acts_as_many(word: str) -> bool:
    return word.startswith(_HE) and word.endswith(_MANY)


def _joined_subject(passage: Passage, at: int, start: int) -> NounPhrase | None:
    """Return a name or a definite word that ends at a token and that و joins on, or what stands in marks behind و."""
    for i in range(max(start + 1, at - _LONGEST_SUBJECT), at + 1):
        name, quote = passage.names.get(i), passage.quotes.get(i)
        if name and name.end == at + 1 and name.attached and passage.word(i).startswith(_AND):
            return NounPhrase(i, name.end, name.end)
        if quote and quote.closing == at and passage.word(i - 1) == _AND:
            return NounPhrase(i, at + 1, at + 1)
    free = at > start and at not in passage.held
    return NounPhrase(at, at + 1, at + 1) if free and passage.word(at).startswith("وال") else None


def _first_subject(passage: Passage, cue: CueHit, start: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return whom a headline begins with before another verb: "الوزير يزور الميناء ويؤكد …", "وزير الري يزور …"."""
    name, head = passage.names.get(start), passage.word(start)
    end = name.end if name else start + 1
    if head in knowledge.words.roles and not head.startswith("ال"):
        near = range(end, start + _LONGEST_SUBJECT)
        end = next((k for k in near if not passage.word(k).startswith(("ال", "وال")) and k not in passage.names), end)
    known = name is not None or end > start + 1 or head.startswith("ال")
    verb = passage.word(end)
    long = len(verb) >= _SHORTEST_VERB or verb in knowledge.forms  # يقر
    acts = verb[:1] in ("ي", "ت") and long and end not in passage.names
    agrees = acts and verb.startswith("ت") == cue.form.feminine
    return NounPhrase(start, end, end) if known and agrees and end < cue.at else None
