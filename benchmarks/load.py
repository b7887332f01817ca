"""Requests a second of a running server: by wrk where it is installed, else by keep-alive clients of our own."""

import http.client
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

CONNECTIONS = 16


def generator() -> str:
    """Return which load generator is used."""
    return "wrk" if shutil.which("wrk") else f"{CONNECTIONS // 4} Python processes of 4 keep-alive connections"


def requests_per_second(url: str, seconds: float, headers: Mapping[str, str] | None = None) -> float:
    """Ask for url as fast as CONNECTIONS connections can, for so many seconds, after a short warm-up."""
    measure = _by_wrk if shutil.which("wrk") else _by_python
    measure(url, 1, headers or {})
    return measure(url, seconds, headers or {})


def _by_wrk(url: str, seconds: float, headers: Mapping[str, str]) -> float:
    given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(int(seconds), 1)}s", *given, url]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in printed:
        raise RuntimeError(printed)
    found = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    assert found, printed
    return float(found.group(1))


def _by_python(url: str, seconds: float, headers: Mapping[str, str]) -> float:
    given = [f"{name}={value}" for name, value in headers.items()]
    command = [sys.executable, "-m", "benchmarks.load", url, str(seconds), *given]
    clients = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(CONNECTIONS // 4)]
    return sum(float(client.communicate()[0]) for client in clients)


def _ask_over_and_over(url: str, seconds: float, headers: Mapping[str, str]) -> float:
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    connections = [http.client.HTTPConnection(parts.netloc) for _ in range(4)]
    answered, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for connection in connections:
            connection.request("GET", path, headers=dict(headers))
        for connection in connections:
            connection.getresponse().read()
        answered += len(connections)
    return answered / (time.perf_counter() - began)


if __name__ == "__main__":
    extra = dict(pair.split("=", 1) for pair in sys.argv[3:])
    print(_ask_over_and_over(sys.argv[1], float(sys.argv[2]), extra))
