"""Reads a subject that stands before its verb: at the clause's beginning, or as what a relative clause tells of."""

from service.core.claims.anonymity import hides_name
from service.core.claims.antecedents import read_antecedent
from service.core.claims.cues import CueHit
from service.core.claims.headline_subjects import find_subject
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.reasons import read_answering, read_reasoning
from service.core.claims.speakers import read_subject
from service.core.claims.verb_first import is_helping_verb, once_before, points_back, read_verb_first
from service.core.claims.verb_forms import is_verb, opens_with_verb

_APPOSED = frozenset({"وهو", "وهي", "من", "احد", "احدي"})  # open what a person named before is
_LONGEST_AGE = 6  # tokens in brackets behind a name
_AS_FOR, _SO = "اما", "ف"  # أما الوزير فقال
_STILL = ("زال", "زالت", "يزال", "تزال", "زالوا", "يزالون")
_HAD, _TO = "قد", "ل"
_THAT, BUTS = "ان", ("الا", "غير", "بيد")
_BEFORE_THAT = ("قبل", "ان")  # قبل أن يضيف: whoever spoke
_REGARDING = ("يتعلق", "يخص")  # "فيما يتعلق ب…" opens no clause
_STOPS, _SLASH = ("؛", ";", ":", "|"), "/"
_DATELINE = (":", "-", "–", "/")
_MOST_AUXILIARIES = 4
_FARTHEST = 25
_NEAREST_DOCUMENT, _NEAREST_TIDING = 8, 2  # tokens before what it says
_LONGEST_HIDING = 16


def read_left_subject(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the noun phrase before a verb that is its subject, or None where it is left out (إثر وصفه للمدرب)."""
    told = _read_told_document(passage, start, cue, knowledge) or _read_showing(passage, start, cue, knowledge)
    told = told or read_reasoning(passage, start, cue, knowledge) or read_answering(passage, start, cue)
    told = told or find_subject(passage, cue, start, knowledge) or _read_left(passage, start, cue, knowledge)
    return None if told and _opens_source(passage, told.start, knowledge) else told


def _opens_source(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell وحسب الوكالة يطالب المحتجون: by whom it is known, not who asks."""
    word = passage.word(i)
    return word in knowledge.source_starts or word[:1] == "و" and word[1:] in knowledge.source_starts


def _read_left(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    once = once_before(passage, cue.at)
    if once is not None:
        return _read_once(passage, start, once, cue, knowledge)
    end = cue.at
    between = knowledge.particles.between_subject_and_verb
    while end > max(start, cue.at - _MOST_AUXILIARIES) and (
        passage.word(end - 1) in between or _is_comma(passage, end - 1)
    ):
        end -= 1
    end = _before_turn(passage, _before_hiding(passage, end, knowledge), knowledge)
    if passage.word(end - 1) in knowledge.particles.relatives:
        return None if cue.form.pronoun else read_antecedent(passage, start, end - 1, knowledge)
    so = any(passage.word(i).startswith(_SO) for i in (cue.at, cue.at - 1))  # فقال, فقد قال
    if so and passage.word(start).removeprefix("و") == _AS_FOR:
        phrase = read_subject(passage, start + 1, end, knowledge)
        return phrase if phrase and phrase.start == start + 1 and phrase.end > phrase.start else None
    if (
        cue.joined
        or passage.word(cue.at - 1) in ("كما", "ما")
        or (passage.word(cue.at - 2), passage.word(cue.at - 1)) == _BEFORE_THAT
        or cue.form.pronoun
        and passage.word(cue.at - 1) in knowledge.particles.adjuncts
        or passage.word(end - 1) in knowledge.particles.instead_of_subjects
    ):
        return None
    begin = _clause_start(passage, start, end, knowledge)
    phrase = _read_noun_first(passage, (start, begin, end), cue, knowledge)
    if not is_verb(passage, begin, knowledge):
        return phrase
    back = points_back(passage, cue, knowledge) and opens_with_verb(passage, begin, knowledge)
    if phrase is None and not back:
        return None
    return read_verb_first(passage, begin, cue, knowledge) or _read_described(passage, cue, knowledge)


def _read_described(passage: Passage, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return somebody without article of whom a verb right behind tells: قضت المحكمة بسجن ناشط دعا إلى …."""
    at, words = cue.at - 1, knowledge.words
    told = passage.word(at) in words.unnamed_person or passage.word(at) in words.roles
    return NounPhrase(at, at + 1, at + 1) if told and not cue.form.feminine and not cue.form.plural else None


def _read_once(passage: Passage, start: int, once: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Read who said something once: سبق للوزير أن أعلن …, أما الوزير فسبق له أن أعلن …."""
    if passage.word(once + 1) not in knowledge.particles.with_pronouns:
        phrase = read_subject(passage, once + 1, cue.at - 1, knowledge)
        return phrase if phrase and phrase.start == once + 1 else None
    if passage.word(start).removeprefix("و") != _AS_FOR:
        return None
    phrase = read_subject(passage, start + 1, once, knowledge)
    return phrase if phrase and phrase.start == start + 1 else None


def _before_turn(passage: Passage, end: int, knowledge: ClaimKnowledge) -> int:
    """Return where words such as من جانبه begin that stand between a subject and its verb, or end without them."""
    turns = (k for k in (end - 3, end - 2) if passage.phrase(k, knowledge.words.turns, end) == end)
    return next(turns, end)


def _before_hiding(passage: Passage, end: int, knowledge: ClaimKnowledge) -> int:
    """Return the comma before what hides a subject's name (…، طلب حجب اسمه لأنه غير مخول،), or end without it."""
    near = range(end - 1, max(0, end - _LONGEST_HIDING), -1)
    hidden = (k for k in near if _is_comma(passage, k) and hides_name(passage, k + 1, knowledge) > k + 1)
    return next(hidden, end) if _is_comma(passage, end) else end


def _read_told_document(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return a document that a verb right behind it tells of: حصلت على وثيقة سرية تفيد بأن …."""
    if cue.joined or cue.form.pronoun or cue.form.shape != "imperfect":
        return None
    near = range(cue.at - 1, max(start, cue.at - _NEAREST_DOCUMENT) - 1, -1)
    head = next((k for k in near if _is_tiding(passage, k, cue.at, knowledge)), None)
    return NounPhrase(head, cue.at, cue.at) if head is not None else None


def _read_showing(passage: Passage, start: int, cue: CueHit, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the document that begins the clause of a verb of documents: استطلاعا للرأي أجرته الجامعة أظهر أن …."""
    if cue.joined or not cue.form.verb.of_documents or cue.form.shape != "perfect":
        return None
    begin = _clause_start(passage, start, cue.at, knowledge)
    head = passage.word(begin)
    between = range(begin + 1, cue.at)
    if not knowledge.words.documents & {head, head.removesuffix("ا")} or any(_is_comma(passage, k) for k in between):
        return None
    phrase = read_subject(passage, begin, cue.at, knowledge)
    return phrase if phrase and phrase.start == begin and not phrase.is_empty else None


def _is_tiding(passage: Passage, k: int, at: int, knowledge: ClaimKnowledge) -> bool:
    """Tell tidings right before their verb, or a letter farther off in the accusative (كتابا من الوزارة يفيد بـ)."""
    word = passage.word(k)
    letter = word.endswith("ا") and word[:-1] in knowledge.words.documents
    return letter or at - k <= _NEAREST_TIDING and word in knowledge.particles.tidings


def _read_noun_first(
    passage: Passage, place: tuple[int, int, int], cue: CueHit, knowledge: ClaimKnowledge
) -> NounPhrase | None:
    """Return the subject with which a clause begins; place: where its sentence starts, where it begins and ends."""
    start, begin, end = place
    begin = _behind_still(passage, begin)
    phrase = None if is_helping_verb(passage, begin, cue, knowledge) else read_subject(passage, begin, end, knowledge)
    if phrase is None or phrase.start == phrase.end or phrase.start != begin:
        return None
    prepared = passage.word(begin).removeprefix("و") in knowledge.particles.prepositions
    verbal = _is_comma(passage, cue.at - 1) and passage.word(begin)[:1] == "ي"  # "… ما كان يحدث، أضاف"
    told_there = passage.source.field != "title" and begin > start and begin == _behind_town(passage, start)
    if prepared or verbal and begin not in passage.names or told_there:
        return None
    if any(passage.word(i) in knowledge.words.complementisers for i in range(begin, end)):
        return None
    behind = phrase.end + _is_comma(passage, phrase.end)
    told = passage.word(behind) in knowledge.particles.relatives and _is_comma(passage, end)
    apposed = _is_comma(passage, end) and _is_apposed(passage, begin, phrase.end, knowledge)
    if (told or apposed) and cue.form.shape == "perfect":
        return phrase  # "الوزير الذي …، قال", "فلان، الوزير …، قال"
    rest = range(phrase.end, end)
    return phrase if all(passage.word(i) in knowledge.words.times or _is_comma(passage, i) for i in rest) else None


def _behind_still(passage: Passage, i: int) -> int:
    """Step over what tells that an act goes on: وما زال المفوض يطالب بـ."""
    negated = passage.word(i).removeprefix("و") in ("ما", "لا")
    return i + 2 if negated and passage.word(i + 1) in _STILL else i


def _is_apposed(passage: Passage, begin: int, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a name behind which a comma opens what the person is: the minister, "وهو تاجر", "من سكان الحي"."""
    name = passage.names.get(begin)
    if name is None:
        return False
    aged = passage.word(name.end) == "("  # (42 عاما)
    last = next((i for i in range(name.end, name.end + _LONGEST_AGE) if passage.word(i) == ")"), end) if aged else end
    comma = next((i for i in range(begin, last + 2) if _is_comma(passage, i)), begin)
    told = passage.word(comma + 1)
    is_person = name.type == "person" and (told in _APPOSED or told in knowledge.words.roles)
    return comma > begin and (told.startswith("ال") or is_person)


def behind_dateline(passage: Passage, start: int) -> int:
    """Return the token behind the town where it was told and the outlet: القاهرة: «الوادي» اتهم …."""
    behind = _behind_town(passage, start)
    if behind == start:
        return start
    if behind in passage.quotes:
        return passage.behind_quote(behind)
    outlet = passage.names.get(behind)
    return outlet.end if outlet and outlet.type == "organization" else behind


def _behind_town(passage: Passage, start: int) -> int:
    """Return where the outlet stands behind the town with which a page opens, or start where there is no town."""
    place = passage.names.get(start)
    opens = place is not None and place.type == "place" and passage.word(place.end) in _DATELINE
    return place.end + 1 if place and opens else start


def _clause_start(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    i = end
    while i > max(start, end - _FARTHEST):
        opens = passage.word(i - 1) in knowledge.particles.clause_openers and passage.word(i) not in _REGARDING
        dated = passage.word(i - 2) in knowledge.words.times  # مارس/آذار
        opens = opens and passage.word(i - 2) not in knowledge.particles.relatives  # الذي كان يتحدث
        if opens or passage.word(i - 1) in _STOPS or passage.word(i - 1) == _SLASH and not dated:
            return i
        i -= 1
    return i


def leads(passage: Passage, start: int, cue: CueHit, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a subject that no noun behind the verb takes the place of: كان الوزير قد أكد …، أما الوزير … فقال."""
    if _opens_clause(passage, cue, subject, knowledge) or once_before(passage, cue.at) is not None:
        return True
    told_of = cue.form.verb.described and subject.end == cue.at  # الوزير وصف الاتفاق بأنه …
    but = passage.word(subject.start - 1) == _THAT and passage.word(subject.start - 2) in BUTS  # إلا أن الوزير رفض
    if cue.form.verb.person or told_of or passage.word(cue.at - 1) == _HAD or but:
        return True
    if subject.start != start + 1 or passage.word(start).removeprefix("و") != _AS_FOR:
        return False
    person = any(i in passage.named for i in range(subject.start, subject.end))  # أما المصنع فقد كشف التقرير عن …
    return person or passage.word(cue.at + 1).startswith(_TO)


def _opens_clause(passage: Passage, cue: CueHit, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a person or an office between أن and the verb (ذكرت الوكالة أن الوزير فلان أكد الموقف …)."""
    opens = passage.word(subject.start - 1) in knowledge.words.complementisers
    if not opens or subject.is_empty or subject.end != cue.at:
        return False
    head, words = passage.word(subject.start), knowledge.words
    return head in words.roles or head.removeprefix("ال") in words.institutions or subject.start in passage.named


def _is_comma(passage: Passage, i: int) -> bool:
    return passage.word(i) in ("،", ",")
