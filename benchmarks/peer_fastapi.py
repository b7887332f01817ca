"""A peer: the same claims from the same SQLite file by FastAPI, each answer through a response model."""

import json
import os
import sqlite3
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Span(BaseModel):
    """A part of an article."""

    field: str
    start: int
    end: int
    text: str


class Cue(Span):
    """The words that attribute."""

    verb: str


class Speaker(BaseModel):
    """Who said it."""

    name: str | None
    entity_id: str | None
    role: str | None
    text: str | None
    span: Span | None
    anonymous: bool
    anonymity: str | None
    reason: str | None
    resolved_by: str


class Figure(BaseModel):
    """A quantity."""

    value: float
    of: str | None
    scope: str | None
    qualifier: str | None
    span: Span


class Claim(BaseModel):
    """What somebody said."""

    id: str
    article_id: str
    text: str
    spans: list[Span]
    cue: Cue | None
    speakers: list[Speaker]
    via: list[dict[str, Any]]
    mode: str
    stance: str
    negated: bool
    figures: list[Figure]
    said_on: dict[str, Any] | None
    about: list[str]
    insertions: list[dict[str, Any]]
    group_id: str | None
    rule: str
    confidence: float


class Claims(BaseModel):
    """A page of claims."""

    items: list[Claim]


app = FastAPI()
_db = sqlite3.connect(os.environ["BENCH_SQLITE"], check_same_thread=False)
_QUERY = "SELECT document FROM claims ORDER BY published_on DESC, id DESC LIMIT ?"


@app.get("/claims", response_model=Claims)
async def claims(limit: int = 20) -> dict[str, Any]:
    """Return the latest claims."""
    return {"items": [json.loads(document) for (document,) in _db.execute(_QUERY, (limit,))]}
