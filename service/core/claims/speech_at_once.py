"""Finds what was said right behind a verb or the person who speaks, without mark or complementiser."""

from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.own_words import opens_speech, says_what_was_done, says_what_we_do
from service.core.claims.passages import Passage

_COMMAS = ("،", ",")
_FUTURE = ("سي", "ست")


def read_at_once(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> Frame | None:
    """Return the frame of a verb behind which speech begins at once: وقال لن نغلق …, وأضاف فلان نحترم …."""
    bare = _behind_speaker(passage, cue.at + 1, knowledge)
    opens = cue.joined or passage.word(cue.at - 1) in _COMMAS
    begins = bare == cue.at + 1 or passage.word(bare) not in knowledge.words.complementisers
    if opens and begins and cue.form.verb.inserts:
        if passage.word(bare) in knowledge.particles.bare_openings or _quotes_opening(passage, bare, knowledge):
            return Frame("clause", bare, bare)
        if says_what_we_do(passage, bare, knowledge) or says_what_was_done(passage, bare, knowledge):
            return Frame("bare", bare, bare)
    return Frame("clause", cue.at + 1, cue.at + 1) if _quotes_bare(passage, cue, knowledge) else None


def _quotes_opening(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell «من المحتمل» أن, «إذا حاولت» الشركات: marks around the first words of what was said, that name nobody."""
    return i in passage.quotes and i + 1 not in passage.names and opens_speech(passage, i + 1, knowledge)


def speaks_before(passage: Passage, cue: CueHit, frame: Frame, knowledge: ClaimKnowledge) -> bool:
    """وأضاف الوزير نحترم الاتفاق وندعو الجميع إلى أن …: what "we" do stands before the clause, not behind التي."""
    near = range(cue.at + 1, frame.gap_end)
    told = (k for k in near if k not in passage.names and passage.word(k) in knowledge.particles.our_verbs)
    first = next(told, 0)
    return first > 0 and passage.word(first - 1) not in knowledge.particles.relatives


def _behind_speaker(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Step over the person or the office that speaks, and a comma: وتابع الوزير، علينا …."""
    name = passage.names.get(i)
    office = passage.word(i).startswith("ال") and passage.word(i)[2:] in knowledge.words.roles
    end = name.end if name and name.type == "person" else i + office
    return end + (passage.word(end) in _COMMAS)


def _quotes_bare(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """قائلا … without mark or complementiser: what follows at once is what was said; so is مضيفا الرئيس سيعود."""
    if cue.form.shape == "participle" and cue.form.verb.inserts and passage.word(cue.at + 1).startswith("ال"):
        return passage.word(cue.at + 2)[:2] in _FUTURE
    if passage.word(cue.at) not in ("قائلا", "قائله") or not passage.is_word(cue.at + 1):
        return False
    following, particles = passage.word(cue.at + 1), knowledge.particles
    starts = (knowledge.words.complementisers, particles.prepositions, particles.adjuncts, knowledge.words.times)
    return not following.startswith("ل") and all(following not in words for words in starts)
