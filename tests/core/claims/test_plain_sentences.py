"""Tables of plain sentences and headlines, one for each way of attributing: who says what, and who carries it."""

from pathlib import Path

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import Said, claims_of

_NO_CLAIM = "وصل الوفد إلى المدينة صباح اليوم."


def _read_rows(table: str) -> list[list[str]]:
    lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("claims", "sentence"), _read_rows("plain_sentences.tsv"))
def test_sentence(claims: str, sentence: str, lexicon: Lexicon) -> None:
    assert _show(claims_of(sentence, lexicon)) == claims


@pytest.mark.parametrize(("claims", "headline"), _read_rows("plain_headlines.tsv"))
def test_headline(claims: str, headline: str, lexicon: Lexicon) -> None:
    assert _show(claims_of(_NO_CLAIM, lexicon, headline)) == claims


def _show(claims: list[Said]) -> str:
    rows = (
        f"{' + '.join(name or '-' for name in said.speakers) or '-'} > {', '.join(said.via) or '-'} > {said.content}"
        for said in claims
    )
    return " | ".join(rows) or "-"
