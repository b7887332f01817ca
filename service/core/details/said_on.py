"""Finds the day on which something was said, as the words around the cue tell it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from service.core.arabic.dates import find_dates
from service.core.arabic.runs import sentence_at, tokens_between
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.details.counting import follows_phrase
from service.core.details.knowledge import DayWords, Phrase
from service.core.records import Claim, SaidOn

_BEFORE = 90  # characters in front of the cue where a day of saying may stand
_BEHIND = 200
_WEEK = 7


def find_said_on(text: FieldText, claim: Claim, published: date | None, words: DayWords) -> SaidOn | None:
    """Return the day of the saying, that of publication where the page names none, None for some time before."""
    if published is None or claim.cue is None:
        return None
    for start, end in _places(text, claim):
        tokens = tokens_between(text, start, end)
        dated = _written_day(text, start, end, published, words)
        if dated:
            return dated
        for i in range(len(tokens)):
            if any(_follows(tokens, i, phrase) for phrase in _beginning_with(tokens[i].folded, words.vague)):
                return None
            said = _relative(tokens, i, published, words, text) or _weekday(tokens, i, published, words, text)
            if said:
                return said
    return SaidOn(published, "published", None)


def _places(text: FieldText, claim: Claim) -> Iterator[tuple[int, int]]:
    """Yield the stretches around the cue outside the content: behind the cue, then in front of it."""
    cue, first, last = claim.cue, claim.spans[0], claim.spans[-1]
    sentence = sentence_at(text, cue.span.start) if cue and cue.span.field == text.field else None
    if cue is None or sentence is None:
        return
    if cue.span.start < first.start:
        yield cue.span.end, min(first.start, cue.span.end + _BEHIND)
        yield max(sentence.start, cue.span.start - _BEFORE), cue.span.start
    else:
        yield max(cue.span.start, last.end), min(sentence.end, cue.span.end + _BEHIND)


def _written_day(text: FieldText, start: int, end: int, published: date, words: DayWords) -> SaidOn | None:
    for written in find_dates(text.text[start:end], words.calendar):
        if written.day <= published:
            return SaidOn(written.day, "date", written.text)
    return None


def _relative(tokens: Sequence[Token], i: int, published: date, words: DayWords, text: FieldText) -> SaidOn | None:
    fitting = [phrase for phrase in _beginning_with(tokens[i].folded, words.relative) if _follows(tokens, i, phrase)]
    if not fitting:
        return None
    phrase = max(fitting, key=len)
    last = i + len(phrase)
    named = _weekday(tokens, last, published, words, text)
    if named:
        return SaidOn(named.day, "weekday", text.text[tokens[i].start : tokens[last].end])
    day = published + timedelta(days=words.days[phrase])
    return SaidOn(day, "relative", text.text[tokens[i].start : tokens[last - 1].end])


def _weekday(tokens: Sequence[Token], i: int, published: date, words: DayWords, text: FieldText) -> SaidOn | None:
    """A bare weekday is the last such day up to publication; الماضي makes it earlier, القادم no day of saying."""
    if i >= len(tokens):
        return None
    weekday = words.calendar.weekdays.get(_bare(tokens[i].folded, words))
    if weekday is None:
        return None
    following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    if following in words.future:
        return None
    back = (published.weekday() - weekday) % _WEEK
    if following in words.past:
        back = back or _WEEK
    last = i + 1 if following in words.past else i
    return SaidOn(published - timedelta(days=back), "weekday", text.text[tokens[i].start : tokens[last].end])


def _bare(folded: str, words: DayWords) -> str:
    return folded[1:] if folded[:1] == "و" and folded[1:] in words.calendar.weekdays else folded


def _beginning_with(folded: str, phrases: Mapping[str, tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    """Return the phrases that may begin at a word, a particle written onto it or not."""
    return phrases.get(folded, ()) + phrases.get(folded[1:], ())


def _follows(tokens: Sequence[Token], i: int, phrase: tuple[str, ...]) -> bool:
    if follows_phrase(tokens, i, phrase):
        return True
    joined = tokens[i].folded[:1] in "وفبل" and tokens[i].folded[1:] == phrase[0] and len(phrase[0]) > 2
    return joined and follows_phrase(tokens, i + 1, phrase[1:])
