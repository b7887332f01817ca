"""What claim finding knows: reporting verbs with class and frame, source phrases, and the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.core.linking.knowledge import LinkingKnowledge
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
    inserts: bool
    bare: bool
    opinion: bool
    asks: bool
    asked_by: str
    within: bool
    of_acts: bool
    of_somebody: bool
    of_documents: bool
    of_causes: bool
    of_amounts: bool
    of_clauses: bool
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
    media_tails: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    the_speaker: frozenset[str] = frozenset()
    the_guest: frozenset[str] = frozenset()
    the_person: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()
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
class Particles:
    """Folded closed words by which a verb, a source and a content are seen to begin and end."""

    prepositions: frozenset[str] = frozenset()
    seconds: frozenset[str] = frozenset()
    even_if: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    after_subject: frozenset[str] = frozenset()
    before_verbs: frozenset[str] = frozenset()
    hiding_verbs: frozenset[str] = frozenset()
    hiding: frozenset[str] = frozenset()
    identity: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    before_reasons: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    issued: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    deniable: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()
    consequences: frozenset[str] = frozenset()
    representing: frozenset[str] = frozenset()
    constituencies: frozenset[str] = frozenset()
    whenever: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    office_words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    laws: frozenset[str] = frozenset()
    of_acts: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    parts_of_documents: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    latest: frozenset[str] = frozenset()
    bare_openings: frozenset[str] = frozenset()
    our_verbs: frozenset[str] = frozenset()
    speech_openings: frozenset[str] = frozenset()
    manners: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    concessive: frozenset[str] = frozenset()
    tidings: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    airwaves: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()
    given_to: frozenset[str] = frozenset()
    spread_by: frozenset[str] = frozenset()
    everybody: frozenset[str] = frozenset()
    authorities: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()
    before_topics: frozenset[str] = frozenset()
    emphases: frozenset[str] = frozenset()
    commenting: frozenset[str] = frozenset()
    done_on: frozenset[str] = frozenset()
    charged: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    unnamed_media: frozenset[str] = frozenset()
    left_unsaid: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    roughly: frozenset[str] = frozenset()
    befalling: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    masculine_amounts: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    next_of: frozenset[str] = frozenset()
    convictions: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    reaffirming: frozenset[str] = frozenset()
    called_for: frozenset[str] = frozenset()
    so_called: frozenset[str] = frozenset()
    masculine_places: frozenset[str] = frozenset()
    plurals_of_things: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    rankable: frozenset[str] = frozenset()
    never_content: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()
    about_him: frozenset[str] = frozenset()
    to_him: frozenset[str] = frozenset()
    qualities_of_bodies: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    source_leads: frozenset[str] = frozenset()
    source_tails: frozenset[str] = frozenset()
    bare_sources: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    no_beginnings: frozenset[str] = frozenset()
    inside_roles: frozenset[str] = frozenset()
    with_pronouns: frozenset[str] = frozenset()
    shared_heads: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    between_subject_and_verb: frozenset[str] = frozenset()
    instead_of_subjects: frozenset[str] = frozenset()
    before_agents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Confidence:
    """Shares of claims that readers found right, by frame and by the way the speaker was found; other: of new kinds."""

    by_frame: Mapping[str, float] = field(default_factory=dict)
    by_speaker: Mapping[str, float] = field(default_factory=dict)
    other: float = 0.8


@dataclass(frozen=True, slots=True)
class ClaimKnowledge:
    """Cues, frames and phrases that claim finding looks up; source_starts: first words of words.sources, with و too;
    outlets: folded names of known outlets, each with the one that it is listed under."""

    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    words: ClaimWords = field(default_factory=ClaimWords)
    particles: Particles = field(default_factory=Particles)
    offices: LinkingKnowledge = field(default_factory=LinkingKnowledge)
    source_starts: frozenset[str] = frozenset()
    confidence: Confidence = field(default_factory=Confidence)
    outlets: Mapping[str, str] = field(default_factory=dict)

    def introduces(self, word: str) -> bool:
        """Tell whether a folded word joins one's next words to what was said before (وأضاف، مضيفا)."""
        if word[:1] == "و":
            return any(form.shape == "perfect" and form.verb.clause for form in self.forms.get(word[1:], ()))
        return word[:1] == "م" and any(f.shape == "participle" and f.verb.clause for f in self.forms.get(word, ()))
