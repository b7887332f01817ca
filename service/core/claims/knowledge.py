"""What claim finding knows: reporting verbs with class and frame, source phrases, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.records import CueClass, Stance

Shape = Literal["perfect", "imperfect", "participle", "masdar"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its class, the stance it lends, and what it takes as complement."""

    lemma: str
    kind: CueClass
    stance: Stance
    clause: bool
    noun: bool
    person: bool
    described: bool
    relays: bool
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a verb: its shape, agreement, and whether a pronoun hangs on it."""

    verb: Verb
    shape: Shape
    feminine: bool = False
    plural: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Folded words and phrases (words parted by one space) around reporting verbs."""

    complementisers: frozenset[str] = frozenset()
    no_complement_after: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    places_of_saying: frozenset[str] = frozenset()
    media_heads: frozenset[str] = frozenset()
    media_names: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    unnamed_person: frozenset[str] = frozenset()
    unnamed_group: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    verbal_nouns: frozenset[str] = frozenset()
    background: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    no_sources: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    attached_prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClaimKnowledge:
    """Cues, frames and phrases that claim finding looks up."""

    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    words: ClaimWords = field(default_factory=ClaimWords)
    offices: LinkingKnowledge = field(default_factory=LinkingKnowledge)
