"""The commands, run as a user runs them: what they print, and with what status they end."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command on a database of the test's own."""

    def run_command(
        *words: str | Path, stdin: bytes | None = None, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/isnad.sqlite", **settings}
        command = [sys.executable, "-m", "flask", "--app", "service", *map(str, words)]
        done = subprocess.run(command, cwd=ROOT, env=environment, input=stdin, capture_output=True, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command


def reported(output: str) -> dict[str, int]:
    """Return the numbers of a closing report by their names."""
    lines = (line.split() for line in output.splitlines())
    return {words[0]: int(words[1].replace(",", "")) for words in lines if len(words) == 2 and words[1].isdigit()}


def test_a_folder_is_taken_in_once(run: Run) -> None:
    first, second = run("ingest", CORPUS), run("ingest", CORPUS)
    assert first.returncode == second.returncode == 0, first.stderr
    read = reported(first.stdout)["read"]
    assert read > 5
    assert reported(second.stdout)["read"] == 0
    assert reported(second.stdout)["unchanged"] >= read
    assert f"{read:,}" in run("report").stdout


def test_bad_pages_are_told_and_the_others_taken_in(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    good = next(iter(sorted(CORPUS.glob("*.txt"))))
    (folder / "good.txt").write_bytes(good.read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "english.txt").write_text("The harbour was closed on Monday.\n" * 30)
    (folder / "large.txt").write_bytes("كلمة ".encode() * 4_000_000)
    (folder / "codepage.txt").write_bytes(good.read_text(encoding="utf-8").encode("cp1256", "replace"))
    done = run("ingest", folder, tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere: there is no such file or folder" in done.stderr
    assert reported(done.stdout)["read"] >= 1
    for name in ("empty.txt", "picture.txt", "english.txt", "large.txt"):
        assert f"rejected {name}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_readable_is_a_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    assert run("ingest", tmp_path / "empty.txt").returncode == 1


def test_standard_input_is_a_page(run: Run) -> None:
    page = next(iter(sorted(CORPUS.glob("*.txt"))))
    done = run("ingest", "-", stdin=page.read_bytes())
    assert done.returncode == 0, done.stderr
    assert reported(done.stdout)["read"] == 1


def test_rebuild_makes_the_same_corpus_of_the_pages_it_keeps(run: Run) -> None:
    run("ingest", CORPUS)
    before = run("report").stdout.splitlines()[1:]
    done = run("rebuild", "--quiet")
    assert done.returncode == 0, done.stderr
    assert run("report").stdout.splitlines()[1:] == before


def test_explain_shows_lines_names_and_claims(run: Run) -> None:
    page = next(iter(sorted(CORPUS.glob("*.txt"))))
    shown = run("explain", page).stdout
    assert page.name in shown
    assert "\nlines\n" in shown
    assert "\nnames\n" in shown
    assert "\nclaims\n" in shown
