"""The records that many pages give together: entities over the corpus, claim groups, conflicts."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from service.core.records import Alias, EntityType


class NameForm(NamedTuple):
    """One name of one type over all pages: what linking compares; key is an id made from name, type and country.

    core: what all spellings of the name share (cores.core_of); offices: those that pages give it, as text.
    """

    key: str
    type: EntityType
    name: str
    folded: str
    country: str | None
    core: str
    offices: tuple[str, ...] = ()


# Names that claim one shorter name under one condition. Where more do, it is anybody's name: it decides nothing, and
# its ties are never loaded, so that no frequent name costs by the size of the corpus. Real variants of one person's
# name that differ in middle names are two or three.
MOST_GIVERS = 8


class NameTie(NamedTuple):
    """That a page lets one core stand for another, longer one, on all pages or under an office (with its country)."""

    giver: str
    taker: str
    rule: str
    office: str = ""
    country: str = ""

    @property
    def call(self) -> str:
        """Return the taker and the condition under which it may be taken for the giver, as one key."""
        return make_call(self.taker, self.office)


def make_call(core: str, office: str) -> str:
    """Return the key of a core under an office, or free of any ("")."""
    return f"{core}|{office}"


@dataclass(frozen=True, slots=True)
class LinkedName:
    """A form in its entity: which rule linked it to the entity's name, and how sure that is (0..1)."""

    key: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity of the corpus: an id from its fullest name, and the forms that name it."""

    id: str
    type: EntityType
    name: str
    forms: tuple[LinkedName, ...]
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRole:
    """An office of an entity, how often it is given, and between which days."""

    title: str
    count: int
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it is served."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[Alias, ...]
    roles: tuple[EntityRole, ...]
    country: str | None
    wikidata: str | None
    mentions: int
    articles: int
    claims: int
    first_seen: date | None
    last_seen: date | None


class ClaimFace(NamedTuple):
    """What likeness compares of a claim: everything comes from its own page, nothing from the corpus.

    stems stand in the order of the text, each with its weight; measures are figures by unit and scope stem;
    polarity is 1, -1 or 0 where it cannot be told; stock: the figures tell how many there are at present; position:
    the place among the claims of its page; local: speakers whom only their own page tells apart (الوزارة); copied:
    keys of the passage it stands in, which a copy of that shares; titled: it stands in the title of its page; scene:
    telling words of the page's story, the first most.
    """

    claim_id: str
    article_id: str
    outlet: str | None
    agencies: tuple[str, ...]
    reprint_group: str | None
    published_on: date | None
    said_on: date | None
    text: str
    mode: str
    stance: str
    negated: bool
    cue_kind: str | None
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    figures: tuple[tuple[float, str | None, str | None, str | None], ...]
    stems: tuple[str, ...]
    weights: tuple[int, ...] = ()
    measures: tuple[tuple[float, str, str | None, str | None], ...] = ()
    polarity: int = 0
    adjectives: tuple[str, ...] = ()
    stock: bool = False
    days: tuple[str, ...] = ()
    position: int = 0
    copied: tuple[int, ...] = ()
    local: tuple[str, ...] = ()
    titled: bool = False
    scene: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of an article: the runs of three words of each long passage, and its keys."""

    passages: tuple[frozenset[int], ...]
    keys: tuple[int, ...]

    @property
    def runs(self) -> frozenset[int]:
        """All runs of the article."""
        return frozenset().union(*self.passages)


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, left before right, that share passages; reprint: the text is one."""

    left: str
    right: str
    shared: int
    reprint: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article that shows its own day and shares wording with one that does not."""

    article: str
    outlet: str | None
    day: date
    copy: Copy


@dataclass(frozen=True, slots=True)
class Printed:
    """What orders the articles of a group: its own day, then its id."""

    id: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are (0..1) and the named evidence that made the score."""

    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two groups whose figures, days or polarity for one thing cannot both hold, or only seem not to."""

    left: str
    right: str
    kind: str
    values: tuple[float | str, ...]
    of: str | None
    scope: tuple[str | None, ...]
    comparable: bool
    why: str


class GroupMember(NamedTuple):
    """A claim in its group; similarity is against the group's fullest wording."""

    claim_id: str
    article_id: str
    outlet: str | None
    published_on: date | None
    text: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A word diff of a member against the fullest wording: ("=" | "+" | "-", words).

    mode and cue_class: that of the fullest wording and the member's own, None where they are the same.
    """

    claim_id: str
    diff: tuple[tuple[str, str], ...]
    mode: tuple[str, str] | None = None
    cue_class: tuple[str | None, str | None] | None = None


class ClaimGroup(NamedTuple):
    """The claims that report one statement; its id comes from its earliest claim (by day, then id)."""

    id: str
    text: str
    speakers: tuple[str, ...]
    members: tuple[GroupMember, ...]
    differences: tuple[Difference, ...]
    outlets: int
    independent_origins: int
    first_seen: date | None
    last_seen: date | None
