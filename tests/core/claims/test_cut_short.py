"""A paragraph may end anywhere: behind a preposition, a verb, an opening mark."""

from pathlib import Path

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import read_text

TABLES = ("plain_sentences.tsv", "plain_headlines.tsv")
A_TEXT = 400  # paragraphs


def _sentences() -> list[str]:
    rows = [row for name in TABLES for row in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()]
    return [row.rpartition("\t")[2].rstrip(".") for row in rows if row and not row.startswith("#")]


def _cut_short() -> list[str]:
    """Return every sentence of the tables cut behind each of its words."""
    words = [sentence.split(" ") for sentence in _sentences()]
    return [" ".join(row[:end]) for row in words for end in range(1, len(row))]


@pytest.mark.parametrize("part", range(len(_cut_short()) // A_TEXT + 1))
def test_a_paragraph_cut_short_is_read_like_any_other(part: int, lexicon: Lexicon) -> None:
    cut = _cut_short()[part * A_TEXT : (part + 1) * A_TEXT]
    whole = "الطقس صحو في الساحل."
    reading = read_text("\n".join([*cut, whole]), lexicon)
    assert reading.article.body.endswith(whole)
    for claim in reading.claims:
        carriers = {via.entity for via in claim.via if via.entity is not None}
        assert carriers.isdisjoint(speaker.entity for speaker in claim.speakers), "nobody carries his own words"
