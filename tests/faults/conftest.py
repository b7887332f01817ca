"""Fixtures and the tally of the fault tests: how often each harm was done, and how often the service held."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.faults.rounds import ROUNDS
from tests.running import take_in_samples
from tests.servers import Server, running_postgres, running_redis

_held: Counter[str] = Counter()


@pytest.fixture
def rounds() -> int:
    """Return how often to try."""
    return ROUNDS


@pytest.fixture
def held() -> Callable[..., None]:
    """Return what counts a harm that was held against."""
    return lambda what: _held.update({what: 1})


@pytest.fixture
def own_redis() -> Iterator[Server]:
    """Run a Redis to be harmed."""
    with running_redis() as server:
        yield server


@pytest.fixture
def own_postgres() -> Iterator[Server]:
    """Run a PostgreSQL to be harmed."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a corpus of the sample pages that no test changes."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sample')}/isnad.sqlite"
    take_in_samples(url)
    return url


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was held against, and how often."""
    for what, times in sorted(_held.items()):
        terminalreporter.write_line(f"held {times:>6,} x {what}")
