"""Keeps who spoke while a text is read: the turns so far, and the media named last."""

from dataclasses import dataclass, field

from service.core.arabic.letters import fold
from service.core.claims.bodies import Heads
from service.core.claims.knowledge import ClaimKnowledge
from service.core.linking.roles import Office
from service.core.records import Article, PageEntity, Speaker, Via

MEMORY = 8  # turns that a description or a left-out subject may reach back


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke, through whom, the gender his verb had (None where no finite verb tells), in what kind of document."""

    speakers: tuple[Speaker, ...]
    via: tuple[Via, ...]
    feminine: bool | None = None
    document: str = ""

    @property
    def is_group(self) -> bool:
        """Tell whether the speaker is more than one person."""
        return any(s.anonymity == "unnamed_group" for s in self.speakers)


@dataclass(slots=True)
class Discourse:
    """The state of a reading: the turns so far, the medium named last by its word of kind ("" for any), those named
    without being recognised; heads: the page's organisations by their words of kind."""

    article: Article
    entities: tuple[PageEntity, ...]
    knowledge: ClaimKnowledge
    media: dict[str, Via] = field(default_factory=dict)
    past: list[Turn] = field(default_factory=list)
    named: list[tuple[Speaker, Office | None]] = field(default_factory=list)
    heads: Heads = field(default_factory=dict)
    _body_words: frozenset[str] | None = None

    def remember(self, turn: Turn) -> None:
        """Make these the current speakers."""
        self.past.append(turn)

    @property
    def last(self) -> Turn:
        """The turn before this one, or an empty one."""
        return self.past[-1] if self.past else Turn((), ())

    def last_turn(self, feminine: bool, plural: bool) -> Turn:
        """Return the last turn whose speaker agrees with a verb without subject; an empty one where none does."""
        for turn in reversed(self.past[-MEMORY:]):
            if not turn.speakers:
                continue
            if plural and (turn.is_group or len(turn.speakers) > 1):
                return turn
            if not plural and turn.feminine in (feminine, None):
                return turn
        return Turn((), ())

    def says(self, word: str) -> bool:
        """Tell whether the body has a folded word by itself."""
        if self._body_words is None:
            self._body_words = frozenset(fold(self.article.body).split())
        return word in self._body_words

    def note_medium(self, via: Via, kind: str) -> Via:
        """Remember a medium as the one named last, also by the word of kind it was named with, or without one ("")."""
        self.media[""] = self.media[kind] = via
        return via

    def speaking_medium(self) -> tuple[Via, ...]:
        """Return the medium that speaks now: what it points at ("لفتت إلى ما أكده …") it carries."""
        return tuple(Via(s.name or "", s.entity, s.span) for s in self.last.speakers if s.anonymity == "medium")

    def is_own_outlet(self, via: Via) -> bool:
        """Tell whether a medium is the one that published this page."""
        listed, outlets = fold(self.article.outlet or ""), self.knowledge.outlets
        if listed in outlets and outlets[listed] == outlets.get(fold(via.name)):
            return True
        own = {_bare_name(word) for word in fold(self.article.outlet or "").split()}
        words = {_bare_name(word) for word in fold(via.name).split()}
        return bool(own and words) and (own <= words or words <= own)


def _bare_name(word: str) -> str:
    return word.removeprefix("ال")
