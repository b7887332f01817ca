"""Requests a second of a running server: by wrk where it is installed, else by keep-alive clients of our own."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 16
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def generator() -> str:
    """Return which load generator is used."""
    return "wrk" if shutil.which("wrk") else f"{CONNECTIONS // 4} Python processes of 4 keep-alive connections"


def requests_per_second(
    url: str, seconds: float, headers: Mapping[str, str] | None = None, body: Path | None = None
) -> float:
    """Ask for url as fast as CONNECTIONS connections can, for so many seconds, after a short warm-up.

    With a body, a file of JSON, it is posted.
    """
    measure = partial(_by_python, body=body) if body or not shutil.which("wrk") else _by_wrk
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


def _by_python(url: str, seconds: float, headers: Mapping[str, str], body: Path | None) -> float:
    given = [f"{name}={value}" for name, value in headers.items()]
    command = [sys.executable, "-m", "benchmarks.load", url, str(seconds), str(body or ""), *given]
    clients = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(CONNECTIONS // 4)]
    return sum(float(client.communicate()[0]) for client in clients)


def _ask_over_and_over(url: str, seconds: float, headers: Mapping[str, str], body: bytes) -> float:
    parts = urlsplit(url)
    asked = _request(f"{parts.path}?{parts.query}".rstrip("?"), {"Host": parts.netloc, **headers}, body)
    connections = [socket.create_connection((parts.hostname, parts.port)) for _ in range(4)]
    buffer = bytearray(1 << 16)
    answered, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for connection in connections:
            connection.sendall(asked)
        for connection in connections:
            _read_answer(connection, buffer)
        answered += len(connections)
    return answered / (time.perf_counter() - began)


def _request(path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    fields = {"Accept-Encoding": "identity", **headers}
    if body:
        fields |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def _read_answer(connection: socket.socket, buffer: bytearray) -> None:
    """Read an answer whole; what it says is not looked at, for it is the server that is measured."""
    read, head = 0, -1
    while head < 0:
        read += _received(connection.recv_into(memoryview(buffer)[read:]))
        head = buffer.find(b"\r\n\r\n", 0, read)
    if buffer.startswith(b"HTTP/1.1 304"):
        return
    if not buffer.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(bytes(buffer[:head]))
    length = _LENGTH.search(buffer, 0, head)
    if length is None:
        _read_chunks(connection, bytes(buffer[head:read]))
        return
    missing = int(length[1]) - (read - head - 4)
    while missing > 0:
        missing -= _received(connection.recv_into(buffer, min(missing, len(buffer))))


def _received(count: int) -> int:
    if not count:
        raise ConnectionResetError("the server hung up")
    return count


def _read_chunks(connection: socket.socket, read: bytes) -> None:
    while not read.endswith(b"\r\n0\r\n\r\n"):
        more = connection.recv(1 << 16)
        _received(len(more))
        read = read[-8:] + more


if __name__ == "__main__":
    extra = dict(pair.split("=", 1) for pair in sys.argv[4:])
    posted = Path(sys.argv[3]).read_bytes() if sys.argv[3] else b""
    print(_ask_over_and_over(sys.argv[1], float(sys.argv[2]), extra, posted))
