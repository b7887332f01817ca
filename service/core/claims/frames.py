"""Finds how a cue takes its content: clause, colon, quotation, or a noun phrase with or without preposition."""

from typing import NamedTuple

from service.core.claims.anonymity import hides_name
from service.core.claims.bare_speech import read_bare_speech
from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.gaps import is_adverbial, names_carrier, names_its_object, reports_itself
from service.core.claims.knowledge import ClaimKnowledge, Verb
from service.core.claims.lookalikes import says_oneself
from service.core.claims.noun_frames import read_noun
from service.core.claims.passages import Passage

_WIDEST_GAP = 60  # tokens between a verb and its complement; the widest in 450 treebank sentences has 41
_WIDEST_PARTICIPLE_GAP = 14
_COMMAS = ("،", ",")
_THAT_NOT = ("ألا", "ألّا")  # to be told from إلا by its hamza
_THAT = ("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها")
_FARTHEST_CLAUSE = 25  # tokens from a noun to a complementiser that makes it a part of the subject
_LONGEST_NAME_IN_MARKS = 3
_LONGEST_NAME = 5


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
    return frame or read_bare_speech(passage, cue, limit, knowledge)


def _find_complement(
    passage: Passage, cue: CueHit, limit: int, knowledge: ClaimKnowledge, others: dict[int, CueHit]
) -> Frame | None:
    verb = cue.form.verb
    opens = cue.joined or passage.word(cue.at - 1) in _COMMAS
    bare = _behind_name(passage, cue.at + 1)
    begins = bare == cue.at + 1 or passage.word(bare) not in knowledge.words.complementisers
    if opens and begins and verb.inserts and passage.word(bare) in knowledge.particles.bare_openings:
        return Frame("clause", bare, bare)
    if _quotes_bare(passage, cue, knowledge):
        return Frame("clause", cue.at + 1, cue.at + 1)
    reach = _WIDEST_PARTICIPLE_GAP if cue.form.shape != "perfect" and cue.form.shape != "imperfect" else _WIDEST_GAP
    i, stop = cue.at + 1, min(limit, cue.at + (2 if _is_weak(passage, cue) else reach))
    relative = False
    while i < stop:
        named = i in passage.held or passage.phrase(i + 1, knowledge.words.media_tails, stop) > i + 1
        outside = not named  # شبكة سي إن إن, قناة إن تي في
        frame = outside and _read_complement(passage, i, verb, knowledge) or read_noun(passage, cue, i, knowledge)
        if frame:
            last = min(stop, i + _FARTHEST_CLAUSE)
            return _prefer_clause(Gap(passage, cue, last), frame, knowledge, others) or frame
        if verb.inserts and says_oneself(passage, i, knowledge):
            return Frame("clause", i, i)
        word = passage.word(i)
        relative = (relative or word in knowledge.particles.relatives) and passage.written(i) not in "،,"
        if names_its_object(passage, i, knowledge):
            i += 2
            continue
        if (hidden := hides_name(passage, i, knowledge)) > i:
            i = hidden
            continue
        other = others.get(i)
        relative = relative or other is not None and names_carrier(passage, other, knowledge)
        if other and (not relative or is_adverbial(passage, other)) and reports_itself(passage, other, knowledge):
            return None
        closed = i in passage.quotes and passage.quotes[i].closed
        i = passage.behind_quote(i) if closed else i + 1
    return None


def _behind_name(passage: Passage, i: int) -> int:
    """Step over the person who speaks."""
    name = passage.names.get(i)
    return name.end if name and name.type == "person" else i


def _quotes_bare(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> bool:
    """قائلا … without mark or complementiser: what follows at once is what was said."""
    if passage.word(cue.at) not in ("قائلا", "قائله") or not passage.is_word(cue.at + 1):
        return False
    following, particles = passage.word(cue.at + 1), knowledge.particles
    starts = (knowledge.words.complementisers, particles.prepositions, particles.adjuncts, knowledge.words.times)
    return not following.startswith("ل") and all(following not in words for words in starts)


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
        if passage.word(k - 1) in knowledge.words.no_complement_after:
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


def _is_weak(passage: Passage, cue: CueHit) -> bool:
    """A feminine participle is written like an adjective: without a comma before it its content must follow at once."""
    if cue.form.shape != "participle" or not cue.form.feminine or passage.word(cue.at - 1) in _COMMAS:
        return False
    return passage.word(cue.at + 1) not in cue.form.verb.prepositions


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
    if i in passage.quotes and _quotes_speech(passage, i, verb, knowledge):
        start = i - 1 if before in verb.prepositions else i
        return Frame("quote", start, i, before if start < i else "")
    if verb.clause and passage.written(i) in _THAT_NOT and _governs(passage, i, verb, knowledge):
        return Frame("clause", i, i)
    if verb.asks and word in knowledge.particles.questions:
        return Frame("clause", i, i)
    if before == "كيف" or (word == "كيف" and verb.clause and verb.kind == "reveal"):
        skip = 2 if passage.word(i + 1) in words.complementisers else 1
        return Frame("clause", i, i + skip)
    return None


def _governs(passage: Passage, i: int, verb: Verb, knowledge: ClaimKnowledge) -> bool:
    """Tell ألا behind its verb, or behind the subject of one that does more than say: رجح المصدر ألا تبدأ المحاكمة."""
    before = passage.word(i - 1)
    told = verb.kind != "neutral" and (before.startswith("ال") or i in passage.name_ends)
    return told or before.removeprefix("و") in knowledge.forms


def _read_clause(i: int, before: str, verb: Verb, knowledge: ClaimKnowledge) -> Frame | None:
    if before in knowledge.words.no_complement_after:
        return None
    prepared = before in knowledge.particles.prepositions
    if prepared and before not in verb.prepositions and before not in ("الي", "علي"):
        return None
    if not verb.clause and not prepared:
        return None
    return Frame("clause", i - 1 if prepared else i, i + 1, before if prepared else "")


def _is_clock(passage: Passage, i: int) -> bool:
    around = (passage.tokens[i - 1], passage.tokens[i + 1]) if 0 < i < len(passage.tokens) - 1 else ()
    return len(around) == 2 and all(token.kind == "number" for token in around)


def _quotes_speech(passage: Passage, i: int, verb: Verb, knowledge: ClaimKnowledge) -> bool:
    """Marks around a name or a term are no quotation: few words, and the sentence runs on."""
    quote, before = passage.quotes[i], passage.word(i - 1)
    length = quote.closing - quote.opening - 1
    if (
        before.removeprefix("ل") in knowledge.particles.titled | knowledge.words.media_heads
        or before in knowledge.words.institutions  # تنظيم «…»
        or before == "ل"
        or _completes_office(passage, i, knowledge)
        or _names_body(passage, i, knowledge)
    ):
        return False
    if not (verb.clause or before in verb.prepositions):
        return False
    if length > _LONGEST_NAME_IN_MARKS or before in verb.prepositions and not verb.of_acts:
        return True
    whole = before in ("،", ",") or i in passage.name_ends or knowledge.introduces(before)
    return (
        whole
        and passage.word(quote.closing + 1) in (".", "،", "")
        and passage.word(quote.closing + 2) not in knowledge.words.complementisers  # قال فلان "أبو فلان"، إن
    )


def _names_body(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """وقالت «هيئة الأسرى» إن …: marks around an institution or a medium, and the clause behind."""
    first, words = passage.word(i + 1).removeprefix("ال"), knowledge.words
    if first not in words.institutions and first not in words.media_heads:
        return False
    closing = passage.quotes[i].closing
    inside = (passage.word(k) for k in range(i + 1, closing))
    behind = [passage.word(k) for k in range(closing + 1, closing + 1 + _LONGEST_NAME)]
    clause = any(word in words.complementisers for word in behind)
    return clause and not any(word in words.complementisers for word in inside)


def _completes_office(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """أعلن رئيس "شركة النور للغزل والنسيج" فلان أن: the marks hold whose office it is, the clause comes later."""
    before, first = passage.word(i - 1), passage.quotes[i].closing + 1
    if before not in knowledge.words.roles or before.startswith("ال"):
        return False
    for k in range(first, first + _LONGEST_NAME):
        word = passage.word(k)
        if word in knowledge.words.complementisers:
            return True
        if word in _COMMAS or word == "." or word.removeprefix("و") in knowledge.forms:
            return False
    return False
