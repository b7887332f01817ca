"""Servers to measure, each a process of its own: gunicorn under the project's settings, and the peers."""

import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.load import requests_per_second
from benchmarks.pages import ROOT
from tests.running import BIN
from tests.servers import free_port, stop, wait_until

PEERS = ROOT / ".venv" / "peers" / "bin"


@dataclass(frozen=True)
class Target:
    """A running server, the address to ask it, headers to ask with, and a file of JSON where it is posted."""

    process: psutil.Process
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Path | None = None


@dataclass(frozen=True)
class Rate:
    """Requests a second, and the microseconds of CPU that the server spends on one."""

    requests: float
    cpu: float


@contextmanager
def run_server(command: list[object], path: str, settings: Mapping[str, str], log: Path) -> Iterator[Target]:
    """Run a server that listens on the port put for PORT in its command or settings, until it is no longer needed."""
    port = str(free_port())
    given = [str(part).replace("PORT", port) for part in command]
    with log.open("ab") as sink:
        process = subprocess.Popen(given, cwd=ROOT, env={**settings, "PORT": port}, stdout=sink, stderr=sink)
        url = f"http://127.0.0.1:{port}{path}"
        try:
            wait_until(lambda: _answers(url), f"see {log}", process)
            yield Target(psutil.Process(process.pid), url)
        finally:
            stop(process)


def gunicorn(target: str) -> list[object]:
    """Return the command that serves an application as the service is served."""
    return [BIN / "gunicorn", "--config", "config/gunicorn.py", target]


def _answers(url: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(url, timeout=5):
        return True
    return False


def measure(target: Target, seconds: float) -> Rate:
    """Return how fast a server answers, and at what cost."""
    before, began = _cpu(target.process), time.perf_counter()
    requests = requests_per_second(target.url, seconds, target.headers, target.body)
    spent, took = _cpu(target.process) - before, time.perf_counter() - began
    return Rate(requests, spent / (requests * took) * 1e6)


def _cpu(process: psutil.Process) -> float:
    """Return the seconds of CPU that a server and its workers spent."""
    tree = [process, *process.children(recursive=True)]
    return sum(sum(one.cpu_times()[:2]) for one in tree)
