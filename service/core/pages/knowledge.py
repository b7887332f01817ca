"""What the page reader knows: stock phrases of furniture, labels, outlets, agencies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageKnowledge:
    """Folded phrases and names that page reading looks up."""
