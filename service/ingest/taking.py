"""Takes pages that somebody sent into the corpus, and tells what became of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from service.core.records import Page, Rejection
from service.ingest.preparing import Prepared

Status = Literal["created", "unchanged", "rejected"]


@dataclass(frozen=True, slots=True)
class Taking:
    """How pages are read and written, and how one learns which articles are there; all made by the application."""

    read: Callable[[Page], Prepared | Rejection]
    write: Callable[[Sequence[Prepared]], object]
    holds: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a page: the article it is, or why it is none."""

    source: str
    status: Status
    id: str | None = None
    rejection: Rejection | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as answers and reports tell it."""
        if self.rejection is None:
            return {"source": self.source, "status": self.status, "id": self.id}
        return {
            "source": self.source,
            "status": self.status,
            "code": self.rejection.code,
            "reason": self.rejection.reason,
        }


def take_pages(pages: Sequence[Page], taking: Taking) -> list[Taken]:
    """Read pages and write those that are new in one transaction; the same bytes again change nothing."""
    outcomes = [taking.read(page) for page in pages]
    prepared = {found.article.id: found for found in outcomes if isinstance(found, Prepared)}
    new = {key: found for key, found in prepared.items() if not taking.holds(key)}
    if new:
        taking.write(list(new.values()))
    return [_tell(page, outcome, new.keys()) for page, outcome in zip(pages, outcomes, strict=True)]


def _tell(page: Page, outcome: Prepared | Rejection, new: Any) -> Taken:
    if isinstance(outcome, Rejection):
        return Taken(page.name, "rejected", rejection=outcome)
    return Taken(page.name, "created" if outcome.article.id in new else "unchanged", outcome.article.id)
