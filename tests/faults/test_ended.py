"""What is ended from outside in the midst of work: reading processes, serving processes, the room on the disk."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.faults.rounds import only_thorough
from tests.faults.test_killed import running_with
from tests.running import BIN, ROOT, environment, ingest, running_service


def _write_pages(folder: Path, count: int) -> Path:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "corpus").glob("*.txt"))]
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:04}.txt").write_text(f"{texts[n % len(texts)]}\nصفحة {n}\n", encoding="utf-8")
    return folder


@only_thorough
def test_a_killed_reading_process_is_told_and_made_good(tmp_path: Path, held: Callable[..., None]) -> None:
    folder, url = _write_pages(tmp_path / "killed-reader", 300), f"sqlite:///{tmp_path}/isnad.sqlite"
    command = [sys.executable, "-m", "flask", "--app", "service", "ingest", "--workers", "2", folder]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(url), stderr=subprocess.PIPE, text=True)
    while len(found := running_with(str(folder))) < 3 and process.poll() is None:
        time.sleep(0.01)
    os.kill(max(found), signal.SIGKILL)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "reading process was ended" in told
    assert "Traceback" not in told
    again = ingest(url, folder)
    assert again.returncode == 0, again.stderr
    held("reading process killed: told, completed by a second ingest")


def test_a_full_disk_is_told_and_leaves_the_corpus_whole(tmp_path: Path, held: Callable[..., None]) -> None:
    url = f"sqlite:///{tmp_path}/isnad.sqlite"
    assert ingest(url, ROOT / "corpus" / "01-madar-strike.txt").returncode == 0
    room = (tmp_path / "isnad.sqlite").stat().st_size + 300_000
    command = [BIN / "flask", "--app", "service", "ingest", "--quiet", _write_pages(tmp_path / "pages", 20)]
    full = subprocess.run(command, cwd=ROOT, env=environment(url), capture_output=True, text=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))  # fmt: skip
    assert full.returncode == 1, full.stderr
    assert "The database failed" in full.stderr
    assert "Traceback" not in full.stderr
    report = subprocess.run([BIN / "flask", "--app", "service", "report"], cwd=ROOT, env=environment(url),
                            capture_output=True, text=True, check=True).stdout  # fmt: skip
    assert "articles" in report
    completed = ingest(url, tmp_path / "pages")
    assert completed.returncode == 0, completed.stderr
    held("disk full during ingest: told, corpus whole, completed when there was room")


def test_a_killed_worker_is_replaced_under_load(
    sample_url: str, tmp_path: Path, rounds: int, held: Callable[..., None]
) -> None:
    with running_service(sample_url, tmp_path, WORKERS="2", LOG_REQUESTS="0") as base:
        for _ in range(min(rounds, 10)):
            workers = _children_of(base)
            os.kill(workers[0], signal.SIGKILL)
            lost = 0
            for n in range(60):
                status = _status(f"{base}/claims?limit={n % 90 + 1}")
                assert status in {200, None}
                lost += status is None
                assert lost <= 8  # connections that the dead one had taken
            deadline = time.monotonic() + 20
            while len(_children_of(base)) < 2 and time.monotonic() < deadline:
                time.sleep(0.05)
            assert len(_children_of(base)) == 2
            held("serving process killed under load: others answer, it is replaced")


def _status(url: str) -> int | None:
    try:
        return httpx.get(url, timeout=10).status_code
    except httpx.TransportError:
        return None


def _children_of(base: str) -> list[int]:
    port = base.rpartition(":")[2]
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"PORT={port}".encode() in (place / "environ").read_bytes().split(b"\0") and b"gunicorn" in (
                place / "cmdline").read_bytes():  # fmt: skip
                found.append(int(place.name))
        except OSError:
            continue
    return sorted(found)[1:]
