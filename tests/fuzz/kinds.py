"""The kinds of hostile input, and what tries one of each: pages, corpora, requests, bytes on the wire."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from config.settings import Settings
from service.app import create_app
from service.core.records import Rejection
from service.lexicon.loading import load_lexicon
from tests.fuzz.asking import Asker
from tests.fuzz.checking import check_page
from tests.fuzz.mutating import mutate, seed_pages
from tests.fuzz.relating import Relater
from tests.fuzz.wire import Wire
from tests.running import ROOT, ingest, running_service

Attempts = tuple[Callable[[], None], Counter[str]]  # tries one input; counts what became of all


@dataclass(frozen=True, slots=True)
class Kind:
    """What is tried, how many inputs are usual, how many share a slice, and what opens one: folder, seed."""

    about: str
    usual: int
    slice: int
    open: Callable[[Path, int], AbstractContextManager[Attempts]]


@contextmanager
def opened_pages(_folder: Path, seed: int) -> Iterator[Attempts]:
    """Read random pages by themselves."""
    lexicon, pages, chance, outcomes = load_lexicon(), seed_pages(), Random(seed), Counter[str]()

    def once() -> None:
        found = check_page(mutate(pages, chance), lexicon)
        outcomes[f"refused as {found.code}" if isinstance(found, Rejection) else "read"] += 1

    yield once, outcomes


@contextmanager
def opened_corpora(folder: Path, seed: int) -> Iterator[Attempts]:
    """Relate random pages in a corpus."""
    relater = Relater(folder, seed_pages(), load_lexicon(), Random(seed))
    yield relater.relate, relater.outcomes


@contextmanager
def opened_requests(folder: Path, seed: int) -> Iterator[Attempts]:
    """Ask the application, over the sample corpus and hostile articles."""
    app = create_app(Settings(database_url=_sample(folder), fresh_seconds=0, max_page_bytes=200_000))
    asker = Asker(app.test_client(), seed_pages(), Random(seed))
    yield asker.ask, asker.outcomes
    app.extensions["isnad-jobs"].stop()


@contextmanager
def opened_wire(folder: Path, seed: int) -> Iterator[Attempts]:
    """Send bytes to a running service."""
    with running_service(_sample(folder), folder, LOG_REQUESTS="0") as base:
        wire = Wire(base, Random(seed))
        yield wire.send, wire.outcomes


def _sample(folder: Path) -> str:
    url = f"sqlite:///{folder}/isnad.sqlite"
    run = ingest(url, ROOT / "corpus", ROOT / "tests" / "fuzz" / "hostile.jsonl")
    assert run.returncode == 0, run.stderr
    return url


KINDS = {
    "pages": Kind("pages changed at random, read", 50_000, 5000, opened_pages),
    "corpora": Kind("batches of such pages, written and related, or an article taken out", 2000, 500, opened_corpora),
    "requests": Kind("requests to every endpoint", 50_000, 5000, opened_requests),
    "wire": Kind("bytes that are nearly HTTP, to a running service", 10_000, 5000, opened_wire),
}
