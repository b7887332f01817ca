"""Reads sentences whose content comes first or is cut in two: "…"، قال الوزير. — ولهذا، يقول الوزير، تغير الأمر."""

from collections.abc import Iterator, Mapping

from service.core.claims.contents import Content
from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import find_source, is_known_source
from service.core.claims.speakers import read_subject
from service.core.claims.statement import Statement

_COMMAS = frozenset({"،", ","})
_THUS, _ENDS = ("هكذا", "بهذه", "بهذا"), ("،", ",", ".")
_LONGEST_SOURCE = 30
_SHORTEST = 2
_SHORTEST_WHOLE = 4  # tokens before the verb


def read_inversion(
    passage: Passage, start: int, end: int, cues: Mapping[int, CueHit], knowledge: ClaimKnowledge
) -> Iterator[Statement]:
    """Yield the statement whose verb stands behind its content, or between its halves."""
    if spoken := _read_thus(passage, (start, end), cues, knowledge):
        yield spoken
        return
    for at, cue in cues.items():
        if not cue.form.verb.inserts or cue.form.shape not in ("perfect", "imperfect") or at == start:
            continue
        if passage.word(at - 1) not in _COMMAS and not _behind_quote(passage, start, at):
            continue
        if _tells_where(passage, start, knowledge):
            continue
        stop = min(end, at + _LONGEST_SOURCE)
        if not _behind_quote(passage, start, at):
            stop = next((i for i in range(at + 1, stop) if passage.word(i) in _COMMAS), stop)
        subject = read_subject(passage, at + 1, stop, knowledge)
        if subject is None or subject.is_empty or cue.joined:
            continue
        content = _read_halves(passage, start, at, subject, end)
        if content is None and at - start > _SHORTEST_WHOLE and _closes(passage, subject, end, knowledge):
            content = Content(((start, at - 1),), None)
        if content:
            source = find_source(passage, _behind_comma(passage, subject.end), end, knowledge)
            yield Statement(
                passage, (at, at + 1), cue.form.verb, "inverted", content._replace(source=source), subject,
                hearer=subject.hearer,
            )  # fmt: skip
            return


def _read_thus(
    passage: Passage, sentence: tuple[int, int], cues: Mapping[int, CueHit], knowledge: ClaimKnowledge
) -> Statement | None:
    """Return the statement of a quotation behind which a verb of any kind tells whose it is: "…"، هكذا لخص الصياد …."""
    start, end = sentence
    thus = next((k for k in range(start, end) if passage.word(k) in _THUS), start)
    if thus == start or not _behind_quote(passage, start, thus):
        return None
    at = thus + (1 if passage.word(thus) == _THUS[0] else 2)  # بهذه العبارة لخص فلان
    stop = next((k for k in range(at + 1, min(end, at + _LONGEST_SOURCE)) if passage.word(k) in _ENDS), at + 1)
    mood = passage.word(at + 1).startswith("ب") and at + 1 not in passage.names  # هكذا تحدث بحرقة فلان
    subject = read_subject(passage, at + 1 + mood, stop, knowledge)
    if subject is None or subject.is_empty:
        return None
    named = any(i in passage.named for i in range(subject.start, subject.end))
    if not (named or is_known_source(passage, subject, knowledge)):
        return None
    verb = cues[at].form.verb if at in cues else None
    return Statement(passage, (at, at + 1), verb, "inverted", Content(((start, thus),), None), subject)


def _tells_where(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """وفي تصريح للصحيفة، قال الوزير … begins with no content."""
    return passage.word(i).removeprefix("و") == "في" and passage.word(i + 1) in knowledge.words.places_of_saying


def _behind_comma(passage: Passage, i: int) -> int:
    return i + 1 if passage.word(i) in _COMMAS else i


def _behind_quote(passage: Passage, start: int, at: int) -> bool:
    first = (passage.quotes.get(start), passage.quotes.get(start + 1))
    return any(quote is not None and quote.closing in (at - 1, at - 2) for quote in first)


def _read_halves(passage: Passage, start: int, at: int, subject: NounPhrase, end: int) -> Content | None:
    """A quotation before the verb is the whole content; else the halves around the inserted verb are."""
    if _behind_quote(passage, start, at):
        return Content(((start, at),), None)
    after = _behind_comma(passage, subject.end)
    if after == subject.end or end - after <= _SHORTEST:
        return None
    return Content(((start, at - 1), (after, end)), None)


def _closes(passage: Passage, subject: NounPhrase, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a source that ends its sentence, behind the whole content and its verb: "…، يقول الوزير."."""
    goes_on = any(passage.is_word(i) for i in range(max(subject.end, subject.reach), end))
    return not goes_on and is_known_source(passage, subject, knowledge)
