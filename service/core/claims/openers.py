"""Tells which cues of a sentence open a content of their own and so end the one before."""

from collections.abc import Iterator, Mapping

from service.core.claims.beginnings import is_sure_head
from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.headline_subjects import find_subject
from service.core.claims.knowledge import ClaimKnowledge, Particles
from service.core.claims.own_words import thinks_on
from service.core.claims.passages import Passage
from service.core.claims.sources import is_known_source
from service.core.claims.subjects import BUTS, read_left_subject

_WHERE, _THEN = "حيث", "ل"
_BY_SAYING, _CONTENT_WITH = "بالقول", ("واكتفي", "واكتفت", "مكتفيا", "مكتفيه")
_FRONTED = 4  # tokens from the beginning of a sentence to the noun of saying in its adverbial
_THAT, _BEFORE = "ان", "قبل"
_LONGEST_SUBJECT = 14  # tokens
_BUT, _HE = "الا", ("انه", "انها", "انهم")
_COMMAS = frozenset({"،", ",", "؛", "..", "...", ".", '"', "»", "”"})


def find_openers(
    passage: Passage, start: int, cues: Mapping[int, CueHit], frames: Mapping[int, Frame], knowledge: ClaimKnowledge
) -> tuple[frozenset[int], tuple[int, ...]]:
    """Return the tokens at which a new content opens, and those participles that open one even inside marks."""
    openers: set[int] = set()
    splitters: list[int] = []
    particles = knowledge.particles
    fronted = passage.word(start) in particles.fronted
    first = next((cues[k] for k in frames if _is_first(passage, start, k)), None)
    for at, frame in frames.items():
        cue = cues[at]
        if at == start or thinks_on(passage, at):
            continue
        if cue.form.shape == "masdar" and at - start < _FRONTED and _begins_setting(passage, start, knowledge):
            openers.update(_first_comma(passage, frame.content))
        if passage.word(at) == _BY_SAYING and passage.word(at - 1) in _CONTENT_WITH:
            openers.add(at - 1)
        if cue.form.shape == "participle":
            told = frame.content == at + 1 and passage.word(at).endswith("ا")  # مؤكدا أهمية …
            if frame.kind != "noun" or passage.word(at - 1) in _COMMAS or frame.preposition or told:
                openers.add(at)
            if frame.kind == "clause" and passage.word(at - 1) in _COMMAS:
                splitters.append(at)
        elif but := _turn_against(passage, start, cue, knowledge):
            openers.add(but)
        elif beside := find_subject(passage, cue, start, knowledge):
            openers.add(at if cue.joined else beside.start)
        elif passage.word(at - 1) == _WHERE:  # حيث أكد الوزير …, حيث قال "…": what is said, not done
            again = passage.word(at - 2) in _COMMAS and frame.kind in ("clause", "quote") and frame.gap_end <= at + 2
            if cue.form.shape == "perfect" and (again or _names_somebody(passage, at + 1, knowledge)):
                openers.add(at - 1)
        elif _opens(passage, cue, frame, fronted, knowledge) or _goes_on(passage, first, cue):
            openers.add(_turn_before(passage, at, particles))
    return frozenset(openers), tuple(splitters)


def _names_somebody(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    head, words = passage.word(i).removeprefix("ال"), knowledge.words
    return head in words.media_heads or head in words.institutions or is_sure_head(passage, i, knowledge)


def _is_first(passage: Passage, start: int, at: int) -> bool:
    """Tell whether a verb opens its sentence, or stands behind the turn that does (في المقابل، ينفي …)."""
    return at == start or at - start <= _FRONTED and passage.word(at - 1) in _COMMAS


def _begins_setting(passage: Passage, start: int, knowledge: ClaimKnowledge) -> bool:
    """Tell رغم تأكيد الوزير أن …، ما زال …: a sentence that begins with an adverbial has its main verb behind it."""
    first, particles = passage.word(start).removeprefix("و"), knowledge.particles
    return first in particles.prepositions or first in particles.adjuncts or first in particles.concessive


def _first_comma(passage: Passage, i: int) -> Iterator[int]:
    while i < passage.size:
        if passage.word(i) in ("،", ","):
            yield i
            return
        i = passage.behind_quote(i) if i in passage.quotes else i + 1


def _opens(passage: Passage, cue: CueHit, frame: Frame, fronted: bool, knowledge: ClaimKnowledge) -> bool:
    """A finite verb opens a content if و joins it on, or a turning word stands before it."""
    particles = knowledge.particles
    if cue.form.shape == "masdar":
        return cue.joined and passage.word(cue.at)[1:].startswith("ال") and passage.word(cue.at - 1) in _COMMAS
    if _turns_back(passage, cue.at):
        return cue.form.shape == "perfect"
    if passage.word(cue.at - 1) in particles.turning:
        return passage.word(cue.at - 1) != "كما" or cue.form.shape == "perfect" or passage.word(cue.at - 2) in _COMMAS
    if fronted and not cue.joined and cue.form.shape in ("perfect", "imperfect"):
        return passage.word(cue.at - 1) in _COMMAS
    if cue.form.shape != "perfect":
        return _adds(passage, cue)
    if not cue.joined and cue.form.verb.inserts and passage.word(cue.at - 1) in _COMMAS:
        somebody = frame.kind == "clause" and _names_somebody(passage, cue.at + 1, knowledge)
        return somebody or frame.kind != "noun" and frame.content <= cue.at + 2
    if not cue.joined or passage.word(cue.at)[0] not in "وف":
        return False
    return frame.kind != "noun" or bool(frame.preposition) or passage.word(cue.at - 1) in _COMMAS


def _adds(passage: Passage, cue: CueHit) -> bool:
    """Tell "…، ويتابع «…»" and "…، ليضيف أن"."""
    adds = cue.form.shape == "imperfect" and cue.joined and cue.form.verb.inserts
    told = cue.at + 1 in passage.quotes or passage.word(cue.at).startswith(_THEN)
    return adds and passage.word(cue.at - 1) in _COMMAS and told


def _goes_on(passage: Passage, first: CueHit | None, cue: CueHit) -> bool:
    """Tell تقول المنظمة إن …، وتتوقع …: both verbs in the imperfect, of one gender, و behind a comma."""
    if first is None or not cue.joined or passage.word(cue.at - 1) not in _COMMAS:
        return False
    return first.form.shape == cue.form.shape == "imperfect" and first.form.feminine == cue.form.feminine


def _turn_against(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> int:
    """Return where "قبل أن" or "إلا أن" begins, behind which somebody says something else; 0 where none does."""
    if passage.word(cue.at - 1) == _THAT and passage.word(cue.at - 2) == _BEFORE:
        return cue.at - 2
    near = range(cue.at - 1, max(start + 1, cue.at - _LONGEST_SUBJECT), -1)
    at = next((k for k in near if passage.word(k) == _THAT or passage.word(k) in _COMMAS), 0)
    if at == 0 or passage.word(at) != _THAT or passage.word(at - 1) not in BUTS or cue.form.shape == "participle":
        return 0
    subject = read_left_subject(passage, start, cue, knowledge)
    if subject is None or subject.start != at + 1:
        return 0
    body = passage.word(at + 1).removeprefix("ال") in knowledge.words.institutions
    return at - 1 if body or is_known_source(passage, subject, knowledge) else 0


def _turn_before(passage: Passage, at: int, particles: Particles) -> int:
    """Return where the turning word before a verb stands, or the verb's own place."""
    if _turns_back(passage, at):
        return at - 2
    return at - 1 if passage.word(at - 1) in particles.turning else at


def _turns_back(passage: Passage, at: int) -> bool:
    """Tell "إلا أنه حث …": the same speaker says something else."""
    return passage.word(at - 1) in _HE and passage.word(at - 2) == _BUT
