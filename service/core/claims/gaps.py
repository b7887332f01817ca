"""Tells what may stand between a verb and what it says: who carries it, what it was said of, other verbs."""

from service.core.claims.cues import CueHit
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_COMMAS = ("،", ",")
_LONGEST_CARRIER = 14  # tokens
AS_TOLD = ("حسبما", "وفقما", "مثلما")


def names_carrier(passage: Passage, other: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell "بحسب ما أوردته الوكالة" or "، حسبما أفادت الوكالة،" between a verb and what it says."""
    before = passage.word(other.at - 1)
    if before == "كما" and other.form.verb.relays:  # كما نقلت عنه الوكالة
        return passage.word(other.at + 1) in knowledge.particles.about_him
    told = before in ("ما", "لما") and passage.word(other.at - 2) in knowledge.source_starts
    first = other.at - 2 if told else other.at - 1
    near = range(other.at, other.at + _LONGEST_CARRIER)
    behind = next((k + 1 for k in near if passage.word(k) in _COMMAS), other.at)
    apart = passage.word(first - 1) in _COMMAS and passage.word(behind) in knowledge.words.complementisers
    return told and (other.form.pronoun or apart) or before in AS_TOLD and apart


_SHALL = ("سي", "ست")


def names_its_object(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "من وصفهم بالمجرمين", "ما اعتبره تدخلا": what the verb before is said of by another name."""
    if passage.word(i - 1) not in ("من", "ما", "مما", "لما", "بما"):
        return False
    return any(form.verb.described and form.pronoun for form in knowledge.forms.get(passage.word(i), ()))


def reports_itself(passage: Passage, other: CueHit, knowledge: ClaimKnowledge) -> bool:
    """مقابلة نشرت أمس tells of its noun only, معقبا على القرار and علق … قائلا of the manner."""
    if passage.word(other.at) in knowledge.source_starts:  # نقلا عن مصادر
        return False
    if other.form.shape == "masdar" or other.form.shape == "participle" and other.form.verb.lemma == "قال":
        return False
    behind, words = passage.word(other.at + 1), knowledge.words
    if _describes(passage, other, knowledge):
        return False
    if other.form.pronoun and other.form.verb.relays and passage.word(other.at - 1) in words.documents:
        return False  # في بيان نشره فجرا
    if other.form.shape == "participle" and behind in ("علي", "عن"):
        reports = behind in other.form.verb.prepositions or passage.word(other.at + 2) in words.complementisers
        return reports or other.form.feminine
    turned = not passage.is_word(other.at - 1) or passage.word(other.at - 1) in knowledge.particles.turning
    return not other.form.verb.relays or other.joined or turned


def _describes(passage: Passage, other: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell مصادر متابعة للملف, نشرة متابعة: without a comma before it and with nothing said at once, an adjective."""
    said = other.at + 1 in passage.quotes or passage.word(other.at + 1) in knowledge.words.complementisers
    plain = other.form.verb.kind == "neutral" and passage.is_word(other.at - 1)
    return plain and not said and is_weak(passage, other)


def is_weak(passage: Passage, cue: CueHit) -> bool:
    """A feminine participle is written like an adjective: without a comma before it its content must follow at once."""
    if cue.form.shape != "participle" or not cue.form.feminine or passage.word(cue.at - 1) in _COMMAS:
        return False
    return passage.word(cue.at + 1) not in cue.form.verb.prepositions


def is_done_later(passage: Passage, cue: CueHit, other: CueHit) -> bool:
    """Tell ستعلق الدولة المبلغ، قائلة إن: what somebody will do, of which قائلة tells no manner."""
    future = cue.form.shape == "imperfect" and passage.word(cue.at).removeprefix("و").startswith(_SHALL)
    return future and other.form.shape == "participle"


def is_adverbial(passage: Passage, other: CueHit) -> bool:
    """Tell مؤكدا, which belongs to no relative clause before it."""
    return other.form.shape == "participle" and passage.word(other.at).endswith("ا")
