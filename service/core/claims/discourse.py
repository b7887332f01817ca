"""Keeps who speaks while a text is read, and finds whom a left-out subject, a pronoun or a description means."""

from dataclasses import dataclass, field

from service.core.arabic.letters import fold
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import is_medium, named_medium_end
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject
from service.core.entities.roles import resolve_description
from service.core.records import Anonymity, Article, PageEntity, Span, Speaker, Via

_ENDINGS = ("ون", "ين", "ات", "ه", "ان")
_PLURALS = ("ون", "ين")
_MEMORY = 8  # turns that a description or a left-out subject may reach back
_CLASS_WORDS = 2  # words such as صحيفة or وكالة before the name of a medium


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke, through whom, and the gender his verb had (None where no finite verb tells)."""

    speakers: tuple[Speaker, ...]
    via: tuple[Via, ...]
    feminine: bool | None = None

    @property
    def is_group(self) -> bool:
        """Tell whether the speaker is more than one person."""
        return any(s.anonymity == "unnamed_group" or s.anonymity == "document" for s in self.speakers)


@dataclass(slots=True)
class Discourse:
    """The state of a reading: who spoke last and through whom, which medium was named last, who spoke before."""

    article: Article
    entities: tuple[PageEntity, ...]
    knowledge: ClaimKnowledge
    speakers: tuple[Speaker, ...] = ()
    via: tuple[Via, ...] = ()
    medium: Via | None = None
    past: list[Turn] = field(default_factory=list)

    def remember(self, turn: Turn) -> None:
        """Make these the current speakers."""
        self.speakers, self.via = turn.speakers, turn.via
        self.past.append(turn)

    @property
    def last(self) -> Turn:
        """The turn before this one, or an empty one."""
        return self.past[-1] if self.past else Turn((), ())

    def last_turn(self, feminine: bool, plural: bool) -> Turn:
        """Return the last turn whose speaker agrees with a verb without subject; an empty one where none does."""
        for turn in reversed(self.past[-_MEMORY:]):
            if not turn.speakers:
                continue
            if plural and (turn.is_group or len(turn.speakers) > 1):
                return turn
            if not plural and turn.feminine in (feminine, None):
                return turn
        return Turn((), ())

    def identify(self, passage: Passage, phrase: NounPhrase) -> tuple[Speaker, ...]:
        """Return the speakers whom a noun phrase names or describes."""
        span = passage.span(phrase.start, phrase.end)
        people = _names_in(passage, phrase, "person")
        if people:
            return tuple(self._named(index, span) for index in _main_people(passage, people))
        held = self._recall(passage, phrase)
        if held:
            return tuple(_again(speaker, span) for speaker in held[0])
        medium = self.read_medium(passage, phrase)
        if medium:
            return (Speaker(medium.name, medium.entity, span=span, anonymity="medium", resolved_by="medium"),)
        return (self._unnamed(passage, phrase, span),)

    def _named(self, index: int, span: Span) -> Speaker:
        entity = self.entities[index]
        role = next((role.title for role in entity.roles), None)
        return Speaker(entity.name, index, role, span)

    def _recall(self, passage: Passage, phrase: NounPhrase) -> tuple[tuple[Speaker, ...], tuple[Via, ...]] | None:
        """A definite description means the last source whose words hold its head, or the person of that office."""
        words = tuple(token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word")
        if not words or len(words) > 7:
            return None
        known = self.knowledge.words
        if words[0] in known.media_heads or words[0].removeprefix("ال") in known.media_heads:
            return None
        if words[0].startswith("ال") and (
            words[0] in known.unnamed_group or words[0] in known.unnamed_person or words[0] in known.documents
        ):
            for speakers, via in ((turn.speakers, turn.via) for turn in reversed(self.past[-_MEMORY:])):
                if speakers and speakers[0].anonymous and _same_head(words, speakers[0].name or ""):
                    return speakers, via
        index = resolve_description(
            words, passage.tokens[phrase.start].start, self.entities, passage.source.field, self.knowledge.offices
        )
        if index is None:
            return None
        via = self.via if self.speakers and self.speakers[0].entity == index else ()
        return (Speaker(self.entities[index].name, index, " ".join(words), resolved_by="office"),), via

    def recall_via(self, passage: Passage, phrase: NounPhrase) -> tuple[Via, ...]:
        """Return through whom a described source spoke before."""
        if _names_in(passage, phrase, "person"):
            return ()
        held = self._recall(passage, phrase)
        return held[1] if held else ()

    def _unnamed(self, passage: Passage, phrase: NounPhrase, span: Span) -> Speaker:
        head = passage.word(phrase.start)
        known = self.knowledge.words
        named = self._organisation(passage, phrase)
        kind: Anonymity = "role_only"
        if head in known.documents:
            return Speaker(span.text, named[0] if named else None, span=span, anonymity="document", anonymous=False)
        if head in known.unnamed_group:
            kind = "unnamed_group"
        elif head in known.unnamed_person:
            kind = "unnamed_person"
        elif head not in known.roles:
            if named:
                return Speaker(self.entities[named[0]].name, named[0], span=span)
            return Speaker(span.text, span=span, anonymity="named")
        return Speaker(span.text, span=span, anonymous=True, anonymity=kind)

    def _organisation(self, passage: Passage, phrase: NounPhrase) -> list[int]:
        return [
            name.entity
            for i in range(phrase.start, min(phrase.start + _CLASS_WORDS + 1, phrase.end))
            if (name := passage.names.get(i))
        ]

    def read_medium(self, passage: Passage, phrase: NounPhrase) -> Via | None:
        """Return the medium a noun phrase names; "الصحيفة" is the one named last; the page's own outlet is None."""
        words = [token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word"]
        if not words:
            return None
        known = self.knowledge.words
        first = words[0].removeprefix("ل") if not words[0].startswith("لل") else "ال" + words[0][2:]
        if first.startswith("ال") and first[2:] in known.media_heads and len(words) == 1:
            return self.medium
        rest = words[1:] if first in known.media_heads else [first, *words[1:]]
        names = (" ".join(rest), " ".join(rest[:2]), rest[0] if rest else "")
        if not is_medium(passage, phrase, self.knowledge) and not any(name in known.media_names for name in names):
            return None
        return self._make_medium(passage, phrase)

    def enter_sentence(self, passage: Passage, start: int, end: int) -> tuple[Speaker, ...]:
        """Note a sentence's media, and the person it begins with: a left-out subject's first choice."""
        for i in range(start, end):
            word = passage.word(i)
            bare = word.removeprefix("ل").removeprefix("و").removeprefix("ب")
            if bare in self.knowledge.words.media_heads:
                stop = named_medium_end(passage, i + 1, end, self.knowledge)
                if stop > i + 1:
                    self._make_medium(passage, NounPhrase(i, stop, stop))
        return self._read_topic(passage, start, end)

    def _read_topic(self, passage: Passage, start: int, end: int) -> tuple[Speaker, ...]:
        """A sentence that begins with another kind of verb has its subject next, its second clause's person too."""
        i = start + 1
        first = passage.word(start)
        known = self.knowledge
        if first in known.forms or first[1:] in known.forms or not passage.is_word(start) or first in known.words.roles:
            return ()
        if passage.word(i) not in known.words.roles and not (i in passage.names and passage.names[i].type == "person"):
            return ()
        phrase = read_subject(passage, i, end, known)
        if phrase is None or phrase.is_empty or phrase.start != i:
            return ()
        speakers = self.identify(passage, phrase)
        self.remember(Turn(speakers, ()))
        return speakers

    def _make_medium(self, passage: Passage, phrase: NounPhrase) -> Via | None:
        for i in range(phrase.start, phrase.end):
            name = passage.names.get(i)
            if name and self.entities[name.entity].type == "organization":
                self.medium = Via(self.entities[name.entity].name, name.entity, passage.span(i, name.end))
                return self.medium
        first = phrase.start
        if passage.word(first).removeprefix("ل") in self.knowledge.words.media_heads and phrase.end > first + 1:
            first += 1
        last = phrase.end
        while first < last - 1 and passage.tokens[first].kind == "mark":
            first += 1
        while last - 1 > first and passage.tokens[last - 1].kind == "mark":
            last -= 1
        span = passage.span(first, last)
        self.medium = Via(span.text.removeprefix("ل") if first == phrase.start else span.text, None, span)
        return self.medium

    def speaking_medium(self) -> tuple[Via, ...]:
        """Return the medium that speaks now: what it points at ("لفتت إلى ما أكده …") it carries."""
        return tuple(Via(s.name or "", s.entity, s.span) for s in self.speakers if s.anonymity == "medium")

    def is_own_outlet(self, via: Via) -> bool:
        """Tell whether a medium is the one that published this page."""
        own = {_bare_name(word) for word in fold(self.article.outlet or "").split()}
        words = {_bare_name(word) for word in fold(via.name).split()}
        return bool(own and words) and (own <= words or words <= own)


def _again(speaker: Speaker, span: Span) -> Speaker:
    return Speaker(
        speaker.name, speaker.entity, speaker.role, span, speaker.anonymous, speaker.anonymity, speaker.reason,
        "description",
    )  # fmt: skip


def _names_in(passage: Passage, phrase: NounPhrase, kind: str) -> list[int]:
    return [i for i in range(phrase.start, phrase.end) if (n := passage.names.get(i)) and n.type == kind]


def _main_people(passage: Passage, people: list[int]) -> list[int]:
    """Joint speakers are joined by و; else the first person named is the speaker."""
    chosen = [passage.names[people[0]].entity]
    for i in people[1:]:
        if passage.word(i).startswith("و") and passage.names[i].entity not in chosen:
            chosen.append(passage.names[i].entity)
    return chosen


def _same_head(words: tuple[str, ...], name: str) -> bool:
    """Same noun in the same number: المسؤولون means مسؤولين, not مسؤول; what else is said must have been said."""
    held = fold(name).split()
    head = _bare(words[0]), words[0].endswith(_PLURALS)
    if all(head != (_bare(other), other.endswith(_PLURALS)) for other in held):
        return False
    return {_bare(word) for word in words[1:]} <= {_bare(other) for other in held}


def _bare_name(word: str) -> str:
    return word.removeprefix("ال")


def _bare(word: str) -> str:
    word = word.removeprefix("و").removeprefix("ال")
    return next((word.removesuffix(e) for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), word)
