"""The records that one page gives: what the core hands from step to step, and at last to the store."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Field = Literal["title", "body"]
EntityType = Literal["person", "organization", "place"]
Mode = Literal["direct", "indirect", "mixed", "narration"]
Stance = Literal["assertion", "denial", "demand", "pledge", "threat", "forecast"]
CueClass = Literal["neutral", "affirm", "doubt", "deny", "warn", "predict", "demand", "reveal"]
Anonymity = Literal["named", "role_only", "unnamed_person", "unnamed_group", "document", "medium"]
Qualifier = Literal["about", "at_least", "at_most", "more_than", "less_than"]
DateBasis = Literal["metadata", "timestamp", "dateline", "page_date", "weekday", "corpus", "none"]


@dataclass(frozen=True, slots=True)
class Page:
    """A raw page as it came: its bytes, a name for it, and what the sender said of it."""

    name: str
    data: bytes
    media_type: str = "text/plain"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Code points start to end (half-open) of an article's title or body, with the text they hold."""

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page (numbered from 1): what it is to a reader, and why the reader thinks so."""

    number: int
    text: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """Where the publication day was read: the text, its line on the page, and what disagreed with it.

    A day that other pages fix (basis corpus) names their articles and why.
    """

    basis: DateBasis = "none"
    text: str | None = None
    line: int | None = None
    warnings: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as a careful reader sees it on the page; null where the page does not say."""

    id: str
    source_name: str
    media_type: str
    sha256: str
    title: str | None
    body: str
    lines: tuple[Line, ...] = ()
    subtitle: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    date_evidence: DateEvidence = field(default_factory=DateEvidence)
    author: str | None = None
    agencies: tuple[str, ...] = ()
    place: str | None = None
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Mention:
    """A proper name in the text, without clitics, titles or quotation marks; rule and score say why."""

    span: Span
    type: EntityType
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling under which the page names an entity, how often, and which rule linked it (0..1)."""

    name: str
    count: int
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title that the page gives an entity, as written ("رئيس الوزراء العراقي")."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageEntity:
    """The mentions of one page that name one thing; name is the fullest form, country an ISO 3166-1 code."""

    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The word or phrase that makes content an attribution, with the lemma and class of its verb."""

    span: Span
    verb: str
    kind: CueClass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it; entity is an index into the reading's entities; span null where only a verb carries it."""

    name: str | None
    entity: int | None = None
    role: str | None = None
    span: Span | None = None
    anonymous: bool = False
    anonymity: Anonymity = "named"
    reason: str | None = None
    resolved_by: str = "same-sentence"


@dataclass(frozen=True, slots=True)
class Via:
    """Who carried the words from the speaker to the page; entity is an index into the reading's entities."""

    name: str
    entity: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: value as a plain number, the counted noun and its scope as written."""

    value: float
    of: str | None
    scope: str | None
    qualifier: Qualifier | None
    span: Span


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day of the saying; basis is weekday, relative, date or published."""

    day: date
    basis: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words that the outlet put into somebody else's quotation."""

    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Content that the page attributes to a source, or a figure it states itself (mode narration)."""

    spans: tuple[Span, ...]
    mode: Mode
    stance: Stance = "assertion"
    cue: Cue | None = None
    speakers: tuple[Speaker, ...] = ()
    via: tuple[Via, ...] = ()
    negated: bool = False
    figures: tuple[Figure, ...] = ()
    said_on: SaidOn | None = None
    about: tuple[int, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    rule: str = ""
    confidence: float = 0.5

    @property
    def text(self) -> str:
        """The content as one string; spans of different places are parted by an ellipsis."""
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one page gives: the article, the entities it names, the claims it attributes."""

    article: Article
    entities: tuple[PageEntity, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that cannot be read, with a code for programs and a reason for people."""

    name: str
    code: Literal["empty", "binary", "not-arabic", "too-large", "malformed", "no-article", "fatal"]
    reason: str
