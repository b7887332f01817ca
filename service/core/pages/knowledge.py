"""What the page reader knows: stock phrases of furniture, labels, outlets, agencies, the words of dates."""

from dataclasses import dataclass
from typing import NamedTuple

from service.core.arabic.calendars import DateWords


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded stock phrases of a page; labels tells the role of a line that is one of them and nothing else."""

    labels: dict[str, str]
    related: frozenset[str]
    staff: frozenset[str]
    home: frozenset[str]
    sections: frozenset[str]
    opinion: frozenset[str]
    share_names: frozenset[str]
    credit_labels: frozenset[str]
    caption_labels: frozenset[str]
    published_labels: frozenset[str]
    updated_labels: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]
    calls: tuple[str, ...]
    box_openings: tuple[str, ...]
    box_invitations: tuple[str, ...]
    box_endings: tuple[str, ...]
    caption_starts: tuple[str, ...]
    occasions: tuple[str, ...]
    title_before: tuple[str, ...]
    title_after: tuple[str, ...]
    title_tags: frozenset[str]


class Brand(NamedTuple):
    """The name that a page gives itself, folded as well, and how it shows that it is its own."""

    name: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageKnowledge:
    """All that page reading looks up; names are keyed by their folded spelling."""

    phrases: Phrases
    dates: DateWords
    agencies: frozenset[str]
    picture_sources: frozenset[str]
    media_words: frozenset[str]
    media_ends: frozenset[str]
    masthead_words: frozenset[str]
    masthead_ends: frozenset[str]
    masthead_owners: frozenset[str]
    masthead_voices: frozenset[str]
    masthead_days: frozenset[str]
    everybody: frozenset[str]
    site_ends: frozenset[str]
    other_sites: frozenset[str]
    section_heads: frozenset[str]
    section_ends: frozenset[str]
    beside_outlets: frozenset[str]
    ends_beside: frozenset[str]
    share_labels: tuple[str, ...]
    signing: frozenset[str]
    signing_alone: frozenset[str]
    signing_persons: frozenset[str]
    professions: frozenset[str]
    offices: frozenset[str]
    unsigned: frozenset[str]
    owners: frozenset[str]
    outlets: dict[str, str]
    domains: dict[str, str]
    places: frozenset[str]
    given_names: frozenset[str] = frozenset()
    brand: Brand | None = None
