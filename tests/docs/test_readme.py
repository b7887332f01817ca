"""The documents say what is so: settings are all listed, links lead somewhere, targets exist, the curl calls answer."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import list_settings
from tests.docs.answers import ask, shown_answers
from tests.running import ROOT, ingest, running_service

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "corpus").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
BASE = "http://127.0.0.1:8000"


def curl_calls() -> list[str]:
    """Return the curl commands of the README that ask the service as `make serve` leaves it."""
    return [line.strip() for line in README.splitlines() if line.strip().startswith("curl ") and BASE in line]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample corpus."""
    place = tmp_path_factory.mktemp("readme")
    database_url = f"sqlite:///{place}/readme.sqlite"
    run = ingest(database_url, "corpus")
    assert run.returncode == 0, run.stderr + run.stdout
    with running_service(database_url, place) as address:
        yield address


def test_readme_holds_curl_calls() -> None:
    assert len(curl_calls()) >= 5


@pytest.mark.parametrize("call", curl_calls())
def test_curl_call_answers(base: str, call: str) -> None:
    words = shlex.split(call.replace(BASE, base).split(" | ")[0])
    run = subprocess.run([*words, "--fail-with-body"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert '"items": []' not in run.stdout
    assert '"items":[]' not in run.stdout


@pytest.mark.parametrize(("call", "shown"), shown_answers())
def test_readme_shows_what_is_answered(base: str, call: str, shown: str) -> None:
    assert ask(call, shown, base) == shown, "python -m tests.docs.answers writes them anew"


@pytest.mark.parametrize("variable", [variable for variable, _, _ in list_settings()])
def test_every_setting_is_listed(variable: str) -> None:
    assert f"| `{variable}` |" in README


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_make_targets_named_in_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {name for document in DOCUMENTS for name in re.findall(r"`?make ([a-z]+)", document.read_text("utf-8"))}
    commands = {name for name in named if re.search(rf"(`|^\s*)make {name}\b", README)}
    assert commands <= targets
    assert {"serve", "ingest", "test", "check", "bench", "train"} <= targets


def test_every_sample_page_is_described() -> None:
    described = (ROOT / "corpus" / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in (ROOT / "corpus").iterdir() if path.suffix != ".md"]
    assert len(pages) >= 10
    assert [name for name in pages if f"`{name}`" not in described] == []
