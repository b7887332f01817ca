"""How many processes read pages changes nothing of the corpus: same ids, links and groups."""

from pathlib import Path

import pytest

from service.core.knowledge import Lexicon
from service.core.records import Page, Reading, Rejection
from service.ingest import reading
from service.ingest.clean import read_sent
from service.ingest.preparing import Prepared
from service.store.engine import open_engine
from tests.properties.test_ingest_order import dump_corpus
from tests.running import ingest

STORY = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات بعد عام من الأعمال."


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


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_reading_fails_on_ends_no_other(
    workers: int, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(page: Page, known: Lexicon) -> Reading | Rejection:
        if page.name == "2":
            raise IndexError("what nobody thought of")
        return read_sent(page, known)

    monkeypatch.setattr(reading, "read_sent", fail)
    pages = [Page(str(number), f"{STORY} {number}\n".encode()) for number in range(1, 4)]
    first, failed, last = reading.read_all(pages, workers)
    assert isinstance(first, Prepared)
    assert isinstance(last, Prepared)
    assert isinstance(failed, Rejection)
    assert (failed.name, failed.code) == ("2", "fatal")
    assert workers > 1 or "what nobody thought of" in caplog.text  # a forked reader writes to its own log


def _made_by(workers: int, place: Path) -> dict[str, list[str]]:
    url = f"sqlite:///{place}/isnad.sqlite"
    run = ingest(url, "--workers", str(workers), "corpus")
    assert run.returncode == 0, run.stderr
    engine = open_engine(url)
    try:
        return dump_corpus(engine)
    finally:
        engine.dispose()
