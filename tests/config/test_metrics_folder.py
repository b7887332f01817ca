"""The folders of counts: a killed master's is removed by the next master, nobody else's is."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from config.metrics_folder import make_metrics_folder, remove_metrics_folder, remove_stale
from tests.running import running_service


def _dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_only_what_the_dead_left_is_removed(tmp_path: Path) -> None:
    dead, alive = f"isnad-metrics-{_dead_pid()}-a", f"isnad-metrics-{os.getpid()}-b"
    others = ["isnad-metrics-old", "isnad-metrics-x-1", f"other-{_dead_pid()}-a", f"isnad-metrics-{10**30}-c"]
    for name in (dead, alive, *others):
        (tmp_path / name).mkdir()
    remove_stale(tmp_path)
    assert {folder.name for folder in tmp_path.iterdir()} == {alive, *others}


def test_a_folder_that_the_operator_names_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    make_metrics_folder()
    remove_metrics_folder()
    assert os.environ["PROMETHEUS_MULTIPROC_DIR"] == str(tmp_path)
    assert tmp_path.exists()


def test_a_killed_master_leaves_no_folder_for_good(tmp_path: Path) -> None:
    url, place = f"sqlite:///{tmp_path}/isnad.sqlite", tmp_path / "tmp"
    place.mkdir()
    with running_service(url, tmp_path, TMPDIR=str(place)):
        (killed,) = place.glob("isnad-metrics-*")
        os.kill(int(killed.name.split("-")[2]), signal.SIGKILL)
    assert killed.exists()
    with running_service(url, tmp_path, TMPDIR=str(place)) as base:
        (folder,) = place.glob("isnad-metrics-*")
        assert folder != killed
        assert httpx.get(f"{base}/metrics").status_code == 200
    assert not list(place.iterdir())
