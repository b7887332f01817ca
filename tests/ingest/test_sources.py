"""The pages that a user names are found each once, in time that grows with their number."""

from pathlib import Path

import pytest

from service.cli import _find
from tests.work import calls_of


def _folder(place: Path, pages: int) -> Path:
    place.mkdir()
    for number in range(pages):
        (place / f"{number:04}.txt").touch()
    return place


def test_a_large_folder_costs_by_its_pages(tmp_path: Path) -> None:
    small, large = _folder(tmp_path / "small", 100), _folder(tmp_path / "large", 800)
    assert calls_of(lambda: _find((str(large),))) < 12 * calls_of(lambda: _find((str(small),)))


def test_a_page_named_twice_is_found_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _folder(tmp_path / "pages", 3)
    files, missing = _find((str(folder / "0001.txt"), str(folder), "-", "-", str(tmp_path / "none")))
    assert [file and file.name for file in files] == ["0001.txt", "0000.txt", "0002.txt", None]
    assert missing
    assert "none" in capsys.readouterr().err
