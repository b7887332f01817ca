"""Workers change and the service stops without a request that fails."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.api.invented import invent_corpus, write_invented
from tests.running import ROOT, environment
from tests.servers import free_port, stop, wait_until

PATHS = ("/claims?limit=50", "/articles", "/entities?sort=name", "/claims?mode=direct&fields=text")


class Load:
    """Asks over and over in threads, half of them on a connection of their own for each request."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.failed: list[str] = []
        self.answered = 0
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=self._ask, args=(number % 2 == 0,)) for number in range(4)]
        for thread in self.threads:
            thread.start()

    def _ask(self, keep: bool) -> None:
        connection = None
        number = 0
        while not self.ended.is_set():
            number += 1
            connection = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            reused = number > 1 and keep
            try:
                connection.request("GET", PATHS[number % len(PATHS)] + f"&limit={number % 90 + 1}" * (number % 4 == 2))
                answer = connection.getresponse()
                body = answer.read()
                if answer.status != 200 or not body.endswith(b"}"):
                    self.failed.append(f"{answer.status} {body[:80]!r}")
                self.answered += 1
                if keep and not answer.will_close:
                    continue
            except (http.client.HTTPException, OSError) as wrong:
                # A kept connection may be closed between two requests: any client then asks again on a new one.
                closed = isinstance(wrong, http.client.RemoteDisconnected | BrokenPipeError | ConnectionResetError)
                if not (reused and closed) and not self.ended.is_set():
                    self.failed.append(repr(wrong))
            connection.close()
            connection, number = None, number if not keep else 0

    def finish(self) -> None:
        """End the threads."""
        self.ended.set()
        for thread in self.threads:
            thread.join(30)


@pytest.fixture
def service(tmp_path: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Run the service with two workers, and return its process and port."""
    url = f"sqlite:///{tmp_path}/isnad.sqlite"
    write_invented(url, invent_corpus())
    port = free_port()
    program = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "service.wsgi:app"]
    with (tmp_path / "log").open("wb") as log:
        told = environment(url, PORT=str(port), WORKERS="2", LOG_REQUESTS="false")
        running = subprocess.Popen(program, cwd=ROOT, env=told, stdout=log, stderr=log)
    wait_until(lambda: _answers(port), "the service", running)
    yield running, port
    if running.poll() is None:
        stop(running)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def workers_of(process: subprocess.Popen[bytes]) -> set[str]:
    return set(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="workers are told apart by /proc")
def test_new_workers_take_over_without_a_failure(service: tuple[subprocess.Popen[bytes], int]) -> None:
    running, port = service
    load = Load(port)
    time.sleep(0.5)
    for _ in range(2):
        old = workers_of(running)
        os.kill(running.pid, signal.SIGHUP)
        wait_until(
            lambda old=old: not old & workers_of(running) and len(workers_of(running)) == 2, "new workers", running
        )
        time.sleep(0.5)
    load.finish()
    assert load.failed == []
    assert load.answered > 50


def test_what_was_begun_is_answered_before_the_end(service: tuple[subprocess.Popen[bytes], int]) -> None:
    running, port = service
    begun = [http.client.HTTPConnection("127.0.0.1", port, timeout=20) for _ in range(4)]
    for connection in begun:
        connection.request("GET", "/claims?format=ndjson")
    time.sleep(0.1)
    os.kill(running.pid, signal.SIGTERM)
    for connection in begun:
        answer = connection.getresponse()
        assert answer.status == 200
        assert len(answer.read().splitlines()) == 50
    assert running.wait(30) == 0
