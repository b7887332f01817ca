"""Runs the service as users do: pages in by the command line or at once, gunicorn in front, answers over HTTP."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import read_one
from service.ingest.sources import find_files, read_pages
from service.lexicon.loading import load_lexicon
from service.store.corpus import create_corpus
from service.store.engine import open_engine
from tests.servers import free_port, stop, wait_until

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
_MOST = 1 << 20  # bytes of a page


def environment(database_url: str, **more: str) -> dict[str, str]:
    """Return an environment in which the service works on that database and is told nothing else."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "DATABASE_URL": database_url, **more}


def ingest(database_url: str, *paths: Path | str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `flask ingest` on the paths and return how it ended and what it printed."""
    command = [BIN / "flask", "--app", "service", "ingest", *paths]
    return subprocess.run(
        command, cwd=ROOT, env=environment(database_url, **more), capture_output=True, text=True, check=False
    )


def take_in_samples(database_url: str) -> None:
    """Take the sample corpus in by this process, which has the lexicon already: a command loads it anew."""
    engine = open_engine(database_url)
    create_corpus(engine)
    pages = [page for file in find_files([str(ROOT / "corpus")]) for page in read_pages(file, _MOST)]
    read = [read_one(page, load_lexicon()) for page in pages]
    written = write_batch(engine, [one for one in read if isinstance(one, Prepared)], load_lexicon())
    assert written.articles == len(pages)
    engine.dispose()


@contextmanager
def running_service(database_url: str, folder: Path, **more: str) -> Iterator[str]:
    """Serve the database with gunicorn on a free port of the loopback and yield its address; folder takes the log."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = [BIN / "gunicorn", "--config", "config/gunicorn.py", "service.wsgi:app"]
    settings = environment(database_url, **{"PORT": str(port), "WORKERS": "1", **more})
    with (folder / "service.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)
        try:
            wait_until(lambda: _answers(f"{base}/healthz"), f"see {folder}/service.log", process)
            yield base
        finally:
            stop(process)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
