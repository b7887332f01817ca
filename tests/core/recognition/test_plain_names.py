"""A list of plain sentences, one for each form of names: every name in brackets is found, and nothing else."""

import re
from pathlib import Path

import pytest

from tests.core.recognition.finding import found

_CAREFUL = "وصل الوفد إلى الفندق واطلع على الأضرار. "  # shows that the page tells علي from على
_NAME = re.compile(r"\[([pol]) ([^]]+)]")
_TYPES = {"p": "person", "o": "organization", "l": "place"}


def _read_sentences() -> list[str]:
    lines = Path(__file__).with_name("plain_names.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("sentence", _read_sentences())
def test_names_of_a_sentence(sentence: str) -> None:
    names = [(name[2], _TYPES[name[1]]) for name in _NAME.finditer(sentence)]
    assert found(_CAREFUL + _NAME.sub(r"\2", sentence)) == names
