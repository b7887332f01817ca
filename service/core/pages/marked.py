"""The lines of a page while their roles are being found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.core.arabic.dates import WrittenDate, YearlessDay
from service.core.pages.datelines import NOTHING, Dateline
from service.core.pages.furniture import Mark
from service.core.pages.layouts import PageLine


@dataclass(slots=True)
class Layout:
    """The lines of a page while their roles are being found."""

    lines: list[PageLine]
    marks: dict[int, Mark]
    dates: dict[int, list[WrittenDate]] = field(default_factory=dict)
    title: int | None = None
    body: list[int] = field(default_factory=list)
    lead: Dateline = NOTHING
    dek: int | None = None
    address: str = ""
    yearless: dict[int, YearlessDay] = field(default_factory=dict)

    def free(self, i: int) -> bool:
        """Tell whether line i has no role yet."""
        return i not in self.marks

    def days_on(self, i: int) -> Sequence[WrittenDate | YearlessDay]:
        """Return the days that line i is nothing but, written with their year or without."""
        return self.dates.get(i) or ([self.yearless[i]] if i in self.yearless else [])
