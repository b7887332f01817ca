"""A table of plain sentences, one for each way of attributing: who says what, and who carries it."""

from pathlib import Path

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import Said, claims_of

_LINES = Path(__file__).with_name("plain_sentences.tsv").read_text(encoding="utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("claims", "sentence"), _ROWS, ids=[row[1] for row in _ROWS])
def test_sentence(claims: str, sentence: str, lexicon: Lexicon) -> None:
    said = [_show(row) for row in claims_of(sentence, lexicon)]
    assert (" | ".join(said) or "-") == claims


def _show(said: Said) -> str:
    speakers = " + ".join(name or "-" for name in said.speakers)
    return f"{speakers or '-'} > {', '.join(said.via) or '-'} > {said.content}"
