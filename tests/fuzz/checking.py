"""Reads a page as the service does and holds what must be true of any reading."""

import orjson

from service.core.knowledge import Lexicon
from service.core.records import Page, Rejection
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one

_CODES = {"empty", "binary", "not-arabic", "malformed", "too-large", "no-article"}


def check_page(page: Page, lexicon: Lexicon) -> Prepared | Rejection:
    """Return how a page is read; fail where the reading breaks a promise."""
    outcome = read_one(page, lexicon)
    if isinstance(outcome, Rejection):
        assert outcome.code in _CODES, outcome.code
        outcome.reason.encode()
        return outcome
    article = outcome.article
    fields = {"title": article.title or "", "body": article.body}
    for document in (outcome.lines, *(claim.document for claim in outcome.claims)):
        _check_spans(orjson.loads(document), fields)
    for entity in outcome.entities:
        _check_spans(orjson.loads(entity.spans), fields)
    _check_storable(outcome)
    return outcome


def _check_spans(value: object, fields: dict[str, str]) -> None:
    if isinstance(value, list):
        for item in value:
            _check_spans(item, fields)
    elif isinstance(value, dict):
        if {"field", "start", "end", "text"} <= value.keys():
            assert fields[value["field"]][value["start"] : value["end"]] == value["text"]
        for inner in value.values():
            _check_spans(inner, fields)


def _check_storable(prepared: Prepared) -> None:
    """PostgreSQL keeps neither null characters nor a long word in an index; nothing keeps half a surrogate pair."""
    names = [entity.form.name for entity in prepared.entities]
    for text in (prepared.article.body, prepared.article.title or "", prepared.page.name, *names):
        text.encode()
        assert "\x00" not in text
    for word in " ".join((prepared.terms, *(claim.terms for claim in prepared.claims))).split():
        assert len(word.encode()) < 2000, len(word)
    for name in names:
        assert len(name.encode()) < 2000, len(name)
