"""Reads who was quoted and who carried it: نقلت الوكالة عن المسؤول قوله، نقل مكتب الوزير عنه."""

from collections.abc import Mapping
from dataclasses import replace

from service.core.claims.credited import is_credited
from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import find_hearer, is_medium
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import SourcePhrase, find_sources
from service.core.claims.speakers import read_subject
from service.core.claims.statement import Statement

_FROM = "عن"
_TO, _BY_TONGUE = "الي", ("علي", "لسان")
_OTHER_FROM = {"علم": "من", "نسب": _TO}  # علمت الصحيفة من مصدر أن، نسبت إلى الوزير قوله
_QUOTING = "نقلا"
_COMMAS = ("،", ",")
_MOST_CARRIERS = 3
_FARTHEST = 25  # tokens from a medium's verb to نقلا


def word_before_source(statement: Statement) -> str:
    """Return the preposition behind which the verb of a statement names who was quoted."""
    return _OTHER_FROM.get(statement.verb.lemma, _FROM) if statement.verb else _FROM


def read_relay(statement: Statement, start: int, end: int, knowledge: ClaimKnowledge) -> Statement | None:
    """Return the statement with speaker and carriers among the tokens start to end, or None where عن is missing."""
    passage, origin, particles = statement.passage, word_before_source(statement), knowledge.particles
    pronouns = particles.about_him | (particles.to_him if origin == _TO else frozenset())
    i = start
    while i < end:
        behind = _behind_origin(passage, i, origin, knowledge)
        if behind is not None:
            return _from_carrier(statement, read_subject(passage, start, i, knowledge), behind, end, knowledge)
        if passage.word(i) in pronouns:
            return _from_office(statement, start, i, end, knowledge)
        i = passage.behind_quote(i) if i in passage.quotes else i + 1
    return None


def _behind_origin(passage: Passage, i: int, origin: str, knowledge: ClaimKnowledge) -> int | None:
    """Return where whoever was quoted begins behind the words before him at token i, None where these are not there."""
    if passage.word(i) == origin:
        return i + 1
    if (passage.word(i), passage.word(i + 1)) == _BY_TONGUE:  # أورد الموقع على لسان مسؤول أن
        return i + 2
    return i if origin == _TO and is_credited(passage, i, knowledge) else None  # للوزير: إلى is written onto it


def read_quoting_medium(
    passage: Passage, cues: Mapping[int, CueHit], cue: CueHit, knowledge: ClaimKnowledge
) -> NounPhrase | None:
    """Return the medium whose verb stands before نقلا (أكدت الوكالة، نقلا عن مسؤول، أن)."""
    near = range(cue.at - 1, max(-1, cue.at - _FARTHEST), -1)
    verb = next((at for at in near if at in cues), None)
    medium = read_subject(passage, verb + 1, cue.at, knowledge) if verb is not None else None
    return medium if medium and not medium.is_empty and is_medium(passage, medium, knowledge) else None


def read_quoted_source(statement: Statement, knowledge: ClaimKnowledge) -> Statement:
    """Return the statement of whom its subject quotes behind نقلا عن (ذكرت الوكالة نقلا عن مسؤول أن), or as it is."""
    passage, carrier, trailing = statement.passage, statement.subject, statement.content.source
    sources = (*statement.sources, *((trailing,) if trailing else ()))
    quoted = next((source for source in sources if _quotes(passage, source)), None)
    if carrier is None or carrier.is_empty or quoted is None or quoted.source is None or quoted.source.is_empty:
        return statement
    others = tuple(source for source in statement.sources if source is not quoted)
    if quoted.source.start == carrier.start:  # نقلت الصحيفة، نقلا عن مصدر، قوله
        return replace(statement, sources=others)
    reports = is_medium(passage, carrier, knowledge) or passage.word(carrier.start) in knowledge.words.reporters
    apart = quoted is trailing or quoted.start < statement.cue[0]
    medium = is_medium(passage, quoted.source, knowledge)
    if not reports and (apart or medium):  # what the minister said, as Reuters quotes him
        return statement
    speaker = _read_quoted(passage, quoted.source.start, quoted.source.end, knowledge) or quoted.source
    content = statement.content._replace(source=None if quoted is trailing else trailing)
    return replace(
        statement, subject=speaker, relayed_by=(carrier,), sources=others, content=content, medium=medium
    )  # fmt: skip


def add_fronted_media(statement: Statement, start: int, end: int, knowledge: ClaimKnowledge) -> Statement:
    """Add who carries from before the verb: وفي مقابلة مع رويترز، أكد …, وبحسب رويترز، قال …."""
    passage, found = statement.passage, find_sources(statement.passage, start, end, knowledge)
    media = (source for source in found if source.source and _carries(passage, source, knowledge))
    told = find_hearer(passage, start, end, knowledge)
    talked = told is not None and any(passage.word(k) in knowledge.words.talks for k in range(start, told[0]))
    hearer = statement.hearer or (told if talked else None)
    return replace(statement, sources=(*statement.sources, *media), hearer=hearer)


def _quotes(passage: Passage, source: SourcePhrase) -> bool:
    return passage.word(source.start).removeprefix("و") == _QUOTING


def _carries(passage: Passage, source: SourcePhrase, knowledge: ClaimKnowledge) -> bool:
    return _quotes(passage, source) or source.source is not None and is_medium(passage, source.source, knowledge)


def _from_carrier(
    statement: Statement, carrier: NounPhrase | None, behind: int, end: int, knowledge: ClaimKnowledge
) -> Statement | None:
    """Return the statement of whoever is named from a token on, with those who carry it."""
    passage = statement.passage
    carriers = (carrier,) if carrier and not carrier.is_empty else ()
    speaker = _read_quoted(passage, behind, end, knowledge)
    while speaker and len(carriers) < _MOST_CARRIERS and (further := _behind_medium(passage, speaker, end, knowledge)):
        carriers = (*carriers, speaker)
        speaker = _read_quoted(passage, further + 1, end, knowledge)
    return replace(statement, relayed_by=carriers, subject=speaker) if speaker else None


def _read_quoted(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    return read_subject(passage, start, _before_saying(passage, start, end, knowledge), knowledge)


def _behind_medium(passage: Passage, medium: NounPhrase, end: int, knowledge: ClaimKnowledge) -> int:
    """Return where the عن stands behind which a medium that was quoted quotes another, or 0."""
    at = medium.reach + (passage.word(medium.reach) in _COMMAS)
    told = at < end and passage.word(at) == _FROM and is_medium(passage, medium, knowledge)
    return at if told else 0


def _from_office(statement: Statement, start: int, at: int, end: int, knowledge: ClaimKnowledge) -> Statement:
    """The pronoun means the person whose office it is; else whoever spoke before (ونقلت عنه الوكالة قوله)."""
    passage = statement.passage
    carrier = read_subject(passage, start, at, knowledge)
    if carrier is None or carrier.is_empty:
        behind = _read_quoted(passage, at + 1, end, knowledge)
        carriers = (behind,) if behind and is_medium(passage, behind, knowledge) else ()
        return replace(statement, subject=None, relayed_by=carriers, carries=True)
    held = carrier.end - carrier.start > 1 and passage.word(carrier.start) in knowledge.particles.offices
    person = NounPhrase(carrier.start + 1, carrier.end, carrier.end) if held else None
    return replace(statement, relayed_by=(carrier,), subject=person, carries=person is None)


def _before_saying(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    """The gap ends before قوله or قولهم, if one stands there."""
    for i in range(start, end):
        word = passage.word(i)
        forms = knowledge.forms.get(word, ())
        if any(form.shape == "masdar" and (form.pronoun or word.startswith("ال")) for form in forms):
            return i
    return end
