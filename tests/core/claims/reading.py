"""Reads the claims of an invented text by the whole core, in the few words that tests ask about."""

import json
from typing import NamedTuple

from service.core.knowledge import Lexicon
from service.core.pipeline import read_content
from service.core.records import Article, Claim, Reading


class Said(NamedTuple):
    """A claim as a test names it: its content, cue, speakers' names, chain and mode."""

    content: str
    cue: str
    speakers: tuple[str | None, ...]
    via: tuple[str, ...]
    mode: str


def read_text(body: str, lexicon: Lexicon, title: str | None = None, outlet: str | None = None) -> Reading:
    """Return the reading of a clean text."""
    return read_content(Article("a1", "t", "application/json", "", title, body, outlet=outlet), lexicon)


def claims_of(body: str, lexicon: Lexicon, title: str | None = None) -> list[Said]:
    """Return what the text attributes, in order."""
    return [_said(claim) for claim in read_text(body, lexicon, title).claims if claim.mode != "narration"]


def check_only_claim(body: str, content: str, speakers: tuple[str, ...], lexicon: Lexicon) -> None:
    """Assert that the text attributes one content, to these speakers."""
    said = claims_of(body, lexicon)
    assert [(row.content, row.speakers) for row in said] == [(content, speakers)], show(said)


def _said(claim: Claim) -> Said:
    names = tuple(speaker.name for speaker in claim.speakers)
    cue = claim.cue.span.text if claim.cue else ""
    return Said(claim.text, cue, names, tuple(via.name for via in claim.via), claim.mode)


def show(said: list[Said]) -> str:
    """Return claims as JSON lines, for a failing test to print."""
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in said)
