"""How many processes read pages changes nothing of the corpus: same ids, links and groups."""

from pathlib import Path

import pytest

from service.store.engine import open_engine
from tests.properties.test_ingest_order import dump_corpus
from tests.running import ingest


@pytest.fixture(scope="module")
def of_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return _made_by(1, tmp_path_factory.mktemp("one"))


@pytest.mark.parametrize("workers", [2, 5])
def test_any_number_of_readers_makes_the_same_corpus(
    workers: int, of_one: dict[str, list[str]], tmp_path: Path
) -> None:
    made = _made_by(workers, tmp_path)
    for name, rows in of_one.items():
        assert made[name] == rows, name


def _made_by(workers: int, place: Path) -> dict[str, list[str]]:
    url = f"sqlite:///{place}/isnad.sqlite"
    run = ingest(url, "--workers", str(workers), "corpus")
    assert run.returncode == 0, run.stderr
    engine = open_engine(url)
    try:
        return dump_corpus(engine)
    finally:
        engine.dispose()
