"""Quality never falls unnoticed: each figure on the annotated pages is at least the floor written down for it."""

import json
from pathlib import Path

import pytest

from tests.quality.figures import FLOORS, GOLD, Figures, measure_folder, measure_texts

pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="the annotated pages (../shared/gold) do not lie beside the project"
)
SLACK = 0.005  # figures are rounded to 0.001, and a test set may gain or lose a line


def floors() -> dict[str, Figures]:
    """Return the floors by set and name of the figure."""
    found: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def below(figures: Figures, wanted: Figures) -> list[str]:
    """Return what is under its floor, ready to read."""
    return [
        f"{name}: {figures.get(name)} under {floor}"
        for name, floor in wanted.items()
        if figures.get(name, 0.0) < floor - SLACK
    ]


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_annotated_pages_keep_their_figures(name: str, tmp_path: Path) -> None:
    assert below(measure_folder(name, tmp_path), floors()[name]) == []


def test_sentences_and_saved_pages_keep_their_figures(tmp_path: Path) -> None:
    figures = measure_texts(tmp_path)
    wanted = floors()
    assert {name: below(values, wanted[name]) for name, values in figures.items() if below(values, wanted[name])} == {}


def test_the_users_own_pages_are_read_to_the_letter(tmp_path: Path) -> None:
    figures = measure_folder("seeds", tmp_path)
    exact = ("title", "outlet", "published_on", "spans hold their text")
    assert {name: figures[name] for name in exact} == dict.fromkeys(exact, 1.0)
    assert figures["body f1"] >= 0.97
