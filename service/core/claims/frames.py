"""Finds how a cue takes its content: clause, colon, quotation, or a noun phrase with or without preposition."""

from typing import NamedTuple

from service.core.claims.anonymity import hides_name
from service.core.claims.bare_speech import read_bare_speech
from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.gaps import (
    AS_TOLD,
    is_adverbial,
    is_done_later,
    is_weak,
    names_carrier,
    names_its_object,
    reports_itself,
)
from service.core.claims.knowledge import ClaimKnowledge, Verb
from service.core.claims.manners import THE_SAME
from service.core.claims.noun_frames import read_noun
from service.core.claims.own_words import says_oneself
from service.core.claims.passages import Passage
from service.core.claims.quoted_speech import quotes_speech
from service.core.claims.speech_at_once import read_at_once, speaks_before

_WIDEST_GAP = 60  # tokens between a verb and its complement; the widest in 450 treebank sentences has 41
_WIDEST_PARTICIPLE_GAP = 14
_COMMAS, _AS = ("،", ","), "كما"
_WHAT, _OF_IT, _HOW = "ما", "به", "كيف"
_NEAREST_COMPLEMENT = 10  # tokens
_THAT_NOT = ("ألا", "ألّا")  # to be told from إلا by its hamza
_THAT = ("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "بانهما", "بانهن")
_FARTHEST_CLAUSE = 25  # tokens from a noun to a complementiser that makes it a part of the subject


class Gap(NamedTuple):
    """The tokens behind a cue among which its complement is sought."""

    passage: Passage
    cue: CueHit
    stop: int


def find_frame(
    passage: Passage, cue: CueHit, limit: int, knowledge: ClaimKnowledge, others: dict[int, CueHit]
) -> Frame | None:
    """Return the frame of a cue among the tokens before limit, or None where it takes no content."""
    frame = _find_complement(passage, cue, limit, knowledge, others)
    if frame and not (cue.form.verb.inserts and speaks_before(passage, cue, frame, knowledge)):
        return frame
    return read_bare_speech(passage, cue, limit, knowledge) or frame


def _find_complement(
    passage: Passage, cue: CueHit, limit: int, knowledge: ClaimKnowledge, others: dict[int, CueHit]
) -> Frame | None:
    at_once = read_at_once(passage, cue, knowledge)
    if at_once:
        return at_once
    if passage.word(cue.at - 1) in AS_TOLD and cue.at + 1 in passage.quotes:  # حسبما أوردت "مدار نيوز"
        return None
    of_it = passage.word(cue.at - 1) == _WHAT and passage.word(cue.at + 1) == _OF_IT  # على ما وعد به الوزير، الذي قال
    if of_it or _tells_of_antecedent(passage, cue, knowledge):
        return None
    verb, gap = cue.form.verb, Gap(passage, cue, _gap_end(passage, cue, limit))
    i, relative = cue.at + 1, False
    while i < gap.stop:
        named = i in passage.held or passage.phrase(i + 1, knowledge.words.media_tails, gap.stop) > i + 1
        outside = not (named or _opens_body(passage, i))  # شبكة سي إن إن, قناة إن تي في, شبكة إن بي سي
        frame = outside and _read_complement(passage, i, verb, knowledge) or read_noun(passage, cue, i, knowledge)
        if frame:
            last = min(gap.stop, i + _FARTHEST_CLAUSE)
            return _prefer_clause(gap._replace(stop=last), frame, knowledge, others) or frame
        if verb.inserts and says_oneself(passage, i, knowledge):
            return Frame("clause", i, i)
        if verb.relays and _tells_act(passage, i, knowledge):
            return Frame("noun", i, i + 1)
        relative = (relative or passage.word(i) in knowledge.particles.relatives) and passage.word(i) not in _COMMAS
        if (behind := _behind_beside(gap, i, knowledge, others)) > i:
            i = behind
            continue
        other = others.get(i)
        relative = relative or other is not None and names_carrier(passage, other, knowledge)
        if other and _ends_search(passage, cue, other, relative, knowledge):
            return None
        closed = i in passage.quotes and passage.quotes[i].closed
        i = passage.behind_quote(i) if closed else i + 1
    return None


def _tells_of_antecedent(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """Tell الاعتصام الذي دعت إليه النقابة: what is called for stands before the relative."""
    verb, following, particles = cue.form.verb, passage.word(cue.at + 1), knowledge.particles
    own = not verb.asked_by and following.startswith(tuple(verb.prepositions & {"ب", "الي", "عن", "علي"}))
    return own and following in particles.with_pronouns and passage.word(cue.at - 1) in particles.relatives


def _opens_body(passage: Passage, i: int) -> bool:
    """Tell إن as the first letter of a medium's name."""
    name = passage.names.get(i)
    return name is not None and name.type == "organization" and passage.word(i) == _THAT[0]


def _ends_search(passage: Passage, cue: CueHit, other: CueHit, relative: bool, knowledge: ClaimKnowledge) -> bool:
    """Tell another verb that reports by itself, behind which nothing is the first one's."""
    if is_done_later(passage, cue, other):
        return True
    return (not relative or is_adverbial(passage, other)) and reports_itself(passage, other, knowledge)


def _tells_act(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what somebody did by words, behind who is quoted: نقلت عن مصدر نفيه وجود …."""
    acts = (form.shape == "masdar" and form.pronoun for form in knowledge.forms.get(passage.word(i), ()))
    following = passage.word(i + 1)
    ends = following in knowledge.words.complementisers or following in knowledge.particles.prepositions
    return passage.is_word(i + 1) and not ends and any(acts)


def _gap_end(passage: Passage, cue: CueHit, limit: int) -> int:
    """Return the token before which what a verb takes must begin."""
    reach = _WIDEST_PARTICIPLE_GAP if cue.form.shape != "perfect" and cue.form.shape != "imperfect" else _WIDEST_GAP
    stop = min(limit, cue.at + (2 if is_weak(passage, cue) else reach))
    if cue.form.shape == "imperfect" and passage.word(cue.at - 1) == _AS:  # كما يطالب النواب، …
        return next((k for k in range(cue.at + 1, stop) if passage.word(k) in _COMMAS), stop)
    return stop


def _behind_beside(gap: Gap, i: int, knowledge: ClaimKnowledge, others: dict[int, CueHit]) -> int:
    """Step over what stands beside the subject at token i: another name for an object, a reason, an aside."""
    if names_its_object(gap.passage, i, knowledge):
        return i + 2
    hidden = hides_name(gap.passage, i, knowledge)
    return hidden if hidden > i or gap.passage.word(i) not in _COMMAS else _behind_aside(gap, i, knowledge, others)


def _behind_aside(gap: Gap, comma: int, knowledge: ClaimKnowledge, others: dict[int, CueHit]) -> int:
    """Step over an adverbial between commas where what the verb takes stands behind the second (دعا الوزير، خلال زيارة
    إلى العراق، القادة إلى الحوار)."""
    passage, cue, stop = gap
    first = passage.word(comma + 1)
    if first in knowledge.words.complementisers or first != "في" and first not in knowledge.particles.adjuncts:
        return comma
    closing = next((k for k in range(comma + 1, stop) if passage.word(k) in _COMMAS), stop)
    said = (":", *_THAT)
    if any(k in passage.quotes or passage.word(k) in said for k in range(comma + 1, closing)):
        return comma
    taken = cue.form.verb.prepositions & knowledge.particles.prepositions
    for k in range(closing + 1, min(stop, closing + _NEAREST_COMPLEMENT)):
        if k in others or passage.word(k) in _COMMAS:
            return comma
        if passage.word(k) in taken or passage.word(k) in knowledge.words.complementisers:
            return closing
    return comma


def _prefer_clause(gap: Gap, frame: Frame, knowledge: ClaimKnowledge, others: dict[int, CueHit]) -> Frame | None:
    """أكد الموقع على صفحته، نقلا عن شهود، أن …: a complementiser behind a comma or a bare subject is the verb's own."""
    passage, cue, stop = gap
    if frame.kind == "noun" and cue.form.verb.described and not cue.form.pronoun:
        return _find_description(passage, frame.content + 1, stop)
    if frame.kind != "noun" or not cue.form.verb.clause or cue.form.shape == "masdar":
        return None
    for k in range(frame.content + 1, stop):
        if k in others and others[k].form.shape != "masdar":
            return None
        if passage.word(k - 1).removeprefix("و") in knowledge.words.no_complement_after:
            continue
        if passage.word(k) in _THAT and (passage.word(k - 1) in _COMMAS or _opens_statement(passage, cue, frame, k)):
            return Frame("clause", k, k + 1)
    return None


def _find_description(passage: Passage, start: int, stop: int) -> Frame | None:
    """وصف العرف السائد بإبطال الجلسات بأنه فاسد: what it is like stands behind the ب with أن."""
    those = (k for k in range(start, stop) if passage.word(k) in _THAT and passage.word(k).startswith("ب"))
    return next((Frame("clause", k, k + 1) for k in those), None)


def _opens_statement(passage: Passage, cue: CueHit, frame: Frame, k: int) -> bool:
    """أكد اتحاد العمال أن اليوم …: no comma between, and no verb behind, which only a noun governs (رفض أن يكون)."""
    if frame.preposition or cue.form.verb.described or frame.content > cue.at + 1:
        return False
    if any(passage.word(i) in _COMMAS for i in range(cue.at, k)):
        return False
    following = passage.word(k + 1)
    return passage.word(k) != "ان" or following.startswith("ال") or not following.startswith(("ي", "ت", "ن", "ا"))


def _read_complement(passage: Passage, i: int, verb: Verb, knowledge: ClaimKnowledge) -> Frame | None:
    words = knowledge.words
    tailed = passage.phrase(i - 2, words.media_tails, i) == i  # تي في إن
    word, before = passage.word(i), "" if tailed else passage.word(i - 1)
    if word in words.complementisers and not word.startswith("فان"):
        if verb.described and not verb.clause:
            return Frame("clause", i, i + 1) if word.startswith("با") else None
        return _read_clause(i, before, verb, knowledge)
    if word == ":" and verb.clause and not verb.of_clauses and not _is_clock(passage, i):
        return Frame("colon", i, i + 1)
    if i in passage.quotes and quotes_speech(passage, i, verb, knowledge):
        start = i - 1 if before in verb.prepositions else i
        return Frame("quote", start, i, before if start < i else "")
    if verb.clause and passage.written(i) in _THAT_NOT and _governs(passage, i, verb, knowledge):
        return Frame("clause", i, i)
    if verb.asks and word in knowledge.particles.questions:
        return Frame("clause", i, i)
    return _read_how(passage, i, before, verb, knowledge)


def _read_how(passage: Passage, i: int, before: str, verb: Verb, knowledge: ClaimKnowledge) -> Frame | None:
    """Read what stands behind "how": روى السكان كيف نجحوا, كشف كيف أن …."""
    if before == _HOW and passage.is_word(i + 1):
        return Frame("clause", i, i)
    if passage.word(i) != _HOW or not verb.clause or verb.kind != "reveal":
        return None
    return Frame("clause", i, i + 1 + (passage.word(i + 1) in knowledge.words.complementisers))


def _governs(passage: Passage, i: int, verb: Verb, knowledge: ClaimKnowledge) -> bool:
    """Tell ألا behind its verb, or behind the subject of one that does more than say: رجح المصدر ألا تبدأ المحاكمة."""
    before = passage.word(i - 1)
    crowd = {before, passage.word(i - 2)} & knowledge.words.unnamed_group  # توقعت مصادر برلمانية ألا
    whole = before.startswith("ال") or before in THE_SAME or i in passage.name_ends or passage.closes_quote(i - 1)
    whole = whole or bool(crowd)
    told = verb.kind != "neutral" and whole
    return told or before.removeprefix("و") in knowledge.forms


def _read_clause(i: int, before: str, verb: Verb, knowledge: ClaimKnowledge) -> Frame | None:
    if before.removeprefix("و") in knowledge.words.no_complement_after:
        return None
    prepared = before in knowledge.particles.prepositions
    if prepared and before not in verb.prepositions and before not in ("الي", "علي", "من"):
        return None
    if not verb.clause and not prepared:
        return None
    return Frame("clause", i - 1 if prepared else i, i + 1, before if prepared else "")


def _is_clock(passage: Passage, i: int) -> bool:
    around = (passage.tokens[i - 1], passage.tokens[i + 1]) if 0 < i < len(passage.tokens) - 1 else ()
    return len(around) == 2 and all(token.kind == "number" for token in around)
