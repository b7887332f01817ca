"""A corpus that another version wrote: commands and service say what to do, and doing it helps."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update

from service.store.engine import open_engine, writing
from service.store.tables import SCHEMA_VERSION, corpus
from tests.faults.rounds import ROUNDS
from tests.running import BIN, ROOT, environment, ingest, running_service


def _flask(url: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [BIN / "flask", "--app", "service", *words]
    return subprocess.run(command, cwd=ROOT, env=environment(url), capture_output=True, text=True, check=False)


def test_an_older_corpus_is_refused_with_what_to_do(
    database_url: str, tmp_path: Path, held: Callable[..., None]
) -> None:
    if ROUNDS < 10 and database_url.startswith("postgresql"):
        pytest.skip("takes long: make faults")
    assert ingest(database_url, ROOT / "corpus").returncode == 0
    before = _flask(database_url, "report").stdout.splitlines()[1:]
    engine = open_engine(database_url)
    with writing(engine) as db:
        db.execute(update(corpus).values(schema_version=SCHEMA_VERSION - 1))
    engine.dispose()
    for told in (ingest(database_url, ROOT / "corpus"), _flask(database_url, "report")):
        assert told.returncode != 0
        assert "rebuild" in told.stderr
        assert "Traceback" not in told.stderr
    with running_service(database_url, tmp_path) as base:
        assert httpx.get(f"{base}/claims").status_code == 503
    assert _flask(database_url, "rebuild", "--quiet").returncode == 0
    assert _flask(database_url, "report").stdout.splitlines()[1:] == before
    held(f"upgrade over an older store on {database_url.partition(':')[0]}: refused with what to do, then rebuilt")
