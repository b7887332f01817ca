"""Takes pages into the corpus: reads them in parallel, writes them in batches, reports."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Engine

from service.core.knowledge import Lexicon
from service.core.records import Page, Rejection
from service.ingest.batches import Written, write_batch
from service.ingest.preparing import Prepared
from service.ingest.reading import Outcome, read_all

BATCH = 256  # pages a transaction: what a kill can cost, against what a commit and its look-ups cost


@dataclass(slots=True)
class Report:
    """What an ingest did."""

    read: int = 0
    unchanged: int = 0
    claims: int = 0
    entities: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def pages(self) -> int:
        """Return how many pages were looked at."""
        return self.read + self.unchanged + len(self.rejections)

    def add(self, written: Written, rejections: Iterable[Rejection]) -> None:
        """Count a batch."""
        self.read += written.articles
        self.unchanged += written.unchanged
        self.claims += written.claims
        self.entities += written.entities
        self.rejections += rejections


def ingest_pages(
    engine: Engine, lexicon: Lexicon, pages: Iterable[Page | Rejection], workers: int | None = None,
    advance: Callable[[int], object] = int,
) -> Report:  # fmt: skip
    """Take pages in and return the report; `advance` hears after each batch how many pages it had."""
    report, began = Report(), time.perf_counter()
    for batch in _batches(read_all(pages, workers)):
        prepared = [outcome for outcome in batch if isinstance(outcome, Prepared)]
        rejections = [outcome for outcome in batch if isinstance(outcome, Rejection)]
        report.add(write_batch(engine, prepared, lexicon), rejections)
        advance(len(batch))
    report.seconds = time.perf_counter() - began
    return report


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    while batch := list(islice(outcomes, BATCH)):
        yield batch
