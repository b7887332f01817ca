"""One content of one cue in a sentence, before anybody is identified."""

from dataclasses import dataclass

from service.core.claims.contents import Content
from service.core.claims.knowledge import Verb
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import SourcePhrase


@dataclass(frozen=True, slots=True)
class Statement:
    """Ranges count tokens of the passage; carries: its source is whoever spoke before in the sentence."""

    passage: Passage
    cue: tuple[int, int]
    verb: Verb | None
    frame: str
    content: Content
    subject: NounPhrase | None = None
    carries: bool = False
    relayed_by: tuple[NounPhrase, ...] = ()
    hearer: tuple[int, int] | None = None
    sources: tuple[SourcePhrase, ...] = ()
    nested: bool = False
    plural: bool = False
    feminine: bool = False
    medium: bool = False
    impersonal: bool = False

    @property
    def rule(self) -> str:
        """Name the way in which this statement was found."""
        return f"{self.verb.lemma if self.verb else 'source'}:{self.frame}"

    @property
    def quotes(self) -> bool:
        """Tell whether the content begins with a quotation."""
        return self.content.ranges[0][0] in self.passage.quotes

    def holds(self, at: int) -> bool:
        """Tell whether a token stands in the content."""
        return any(start <= at < end for start, end in self.content.ranges)
