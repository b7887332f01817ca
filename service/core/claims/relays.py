"""Reads who was quoted and who carried it: نقلت الوكالة عن المسؤول قوله، نقل مكتب الوزير عنه."""

from dataclasses import replace

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject
from service.core.claims.statement import Statement


def read_relay(statement: Statement, start: int, end: int, knowledge: ClaimKnowledge) -> Statement | None:
    """Return the statement with speaker and carrier among the tokens start to end, or None where عن is missing."""
    passage = statement.passage
    i = start
    while i < end:
        if passage.word(i) == "عن":
            return _from_carrier(statement, start, i, end, knowledge)
        if passage.word(i) in knowledge.particles.about_him:
            return _from_office(statement, start, i, knowledge)
        i = passage.behind_quote(i) if i in passage.quotes else i + 1
    return None


def _from_carrier(statement: Statement, start: int, at: int, end: int, knowledge: ClaimKnowledge) -> Statement | None:
    passage = statement.passage
    carrier = read_subject(passage, start, at, knowledge)
    speaker = read_subject(passage, at + 1, _before_saying(passage, at + 1, end, knowledge), knowledge)
    if speaker is None:
        return None
    known = carrier if carrier and not carrier.is_empty else None
    return replace(statement, relayed_by=known, subject=speaker)


def _from_office(statement: Statement, start: int, at: int, knowledge: ClaimKnowledge) -> Statement | None:
    """The pronoun means the person whose office it is; else whoever spoke before."""
    passage = statement.passage
    carrier = read_subject(passage, start, at, knowledge)
    if carrier is None or carrier.is_empty:
        return None
    held = carrier.end - carrier.start > 1 and passage.word(carrier.start) in knowledge.particles.offices
    person = NounPhrase(carrier.start + 1, carrier.end, carrier.end) if held else None
    return replace(statement, relayed_by=carrier, subject=person, carries=person is None)


def _before_saying(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    """The gap ends before قوله or قولهم, if one stands there."""
    for i in range(start, end):
        word = passage.word(i)
        forms = knowledge.forms.get(word, ())
        if any(form.shape == "masdar" and (form.pronoun or word.startswith("ال")) for form in forms):
            return i
    return end
