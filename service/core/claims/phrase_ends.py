"""Tells where the noun phrase of a source ends: behind its role, its name, and what belongs to them."""

from service.core.claims.anonymity import hides_name
from service.core.claims.beginnings import is_act_of
from service.core.claims.knowledge import ClaimKnowledge, Particles
from service.core.claims.manners import ITS, THE_SAME, is_own_talk, tells_manner, tells_of_document
from service.core.claims.media import as_hearer, is_told_person
from service.core.claims.passages import Passage
from service.core.claims.spelled_names import speaks_for_him
from service.core.claims.verb_forms import is_past

ACCUSATIVE = ("اً", "ًا", "ةً", "ءً")  # how an adverb alone ends ("متوجهاً إلى", "برلمانياً"), and no source
_THEM = ("هما", "هم")
_OF_ISSUERS = ("عن", "الي")
_SENT = ("مبعوث", "موفد", "سفير", "مندوب")  # somewhere: المبعوث الأممي إلى ليبيا
_EACH, _OF = "كل", "من"  # كل من الوزير والنائب, أربعة من أعضاء اللجنة
_COMPARED, _PERCENT = ("اكثر", "اقل"), ("%", "٪")
_COMMAS = frozenset({"،", ","})
CLOSERS = frozenset({".", ":", "؛", ";", "!", "؟", "?", "-", "–", ")", "..", "..."})
_LONGEST_NAME_IN_MARKS = 7
_CLOSE_TO = "مقرب"  # مصدر مقرب منه
_ABOUT, _HOW = "حول", "كيف"
_HOURS = ("ساعه", "وقت")  # في ساعة متأخرة
_DAYS = 3  # words by which a day may be told


def find_end(passage: Passage, start: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind the noun phrase of a source that begins at a token."""
    j = start
    while j < limit:
        if j in passage.quotes:
            if j > start and passage.quotes[j].closing - j > _LONGEST_NAME_IN_MARKS:
                return j
            j = min(passage.behind_quote(j), limit)
            continue
        if passage.word(j) == "(" and j > start:
            closing = next((k for k in range(j, min(j + 8, limit)) if passage.word(k) == ")"), None)
            if closing is None:
                return j
            j = closing + 1
            continue
        behind = _behind_reason(passage, start, j, knowledge)
        if behind > j:
            j = min(behind, limit)
            continue
        if j > start and j not in passage.held and _ends_phrase(passage, start, j, limit, knowledge):
            return j
        j += 1
    return limit


def _ends_phrase(passage: Passage, start: int, j: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(j)
    if passage.word(j - 1) in THE_SAME and word not in _COMMAS and j not in passage.names:
        return True  # المصدر ذاته
    if word in CLOSERS:
        return word != "." or len(passage.word(j - 1)) != 1
    if word in _COMMAS:
        return not _is_apposition(passage, j, limit, knowledge)
    if j == start + 1 and passage.word(start).removeprefix("ال") in knowledge.words.media_heads:
        if passage.word(start).startswith("ال") and not word.startswith("ال"):
            return True
    if word in knowledge.particles.with_pronouns and passage.word(start) in knowledge.words.documents:
        return False  # وثائق حصلت عليها الوكالة
    if word == "في":
        chapter = passage.word(start).startswith("ال") and passage.word(start) in knowledge.words.documents
        return chapter or _begins_adjunct(passage, j, knowledge)  # أكدت الوثيقة في باب الحريات أن
    return not _has_rank(passage, j, knowledge.particles) and _begins_other(passage, start, j, limit, knowledge)


def _behind_reason(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> int:
    """طلب عدم الكشف عن هويته belongs to a source without name."""
    head, words = passage.word(start), knowledge.words
    return hides_name(passage, j, knowledge) if head in words.unnamed_person or head in words.unnamed_group else j


def _has_rank(passage: Passage, j: int, particles: Particles) -> bool:
    """أول belongs to the rank before it."""
    word = passage.word(j)
    return word in particles.ranked and passage.word(j - 1).removeprefix("ال") in particles.rankable


def _begins_other(passage: Passage, start: int, j: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    word, particles = passage.word(j), knowledge.particles
    before = passage.word(j - 1)
    issued = word in _OF_ISSUERS and (before in particles.issued or before in particles.representing)
    issued = issued or word == "عن" and _represents(passage, start, j, knowledge) or speaks_for_him(passage, j)
    counted = word == _OF and (before in particles.counts or before == _EACH) and j == start + 1
    counted = counted or word == _OF and _counts_people(passage, start, j)
    studied = word == _ABOUT and before.startswith("لل")  # جمعية النساء للبحث حول التنمية
    if issued or counted or studied:
        return False
    reporter = word in knowledge.words.reporters and passage.word(start) not in knowledge.words.roles
    if reporter or word == _HOW or word in particles.reaffirming:  # أفاد مصدر مراسل الإذاعة أن; جدد التأكيد على أن
        return True
    if word in particles.adjuncts and j not in passage.named and not passage.is_first_name(j):
        return word not in particles.inside_roles or not _stays_in_role(passage, start, j, knowledge)
    timed = word in knowledge.words.times and not (word in particles.terms and before in knowledge.words.roles)
    inside = _is_issued(passage, j, knowledge) or j == start + 1 and _is_construct(passage, start, word)
    called = j == start + 1 and passage.word(start).startswith("الم") or before.startswith(_CLOSE_TO)
    called = called or before in particles.called
    called = called and word in particles.with_pronouns
    if timed and inside or called:  # بيان صادر اليوم عن الوزارة, المشتبه به
        return False
    apart = word in particles.demonstratives or passage.written(j).endswith(ACCUSATIVE)
    if apart and passage.ends_person(j) or word in particles.with_pronouns or timed and not word.startswith("ب"):
        return True
    if passage.phrase(j, knowledge.words.sources, limit) > j or is_told_person(passage, j, knowledge):
        return True
    if tells_manner(passage, j, knowledge) or tells_of_document(passage, start, j, knowledge):
        return True
    return passage.word(j - 1) not in particles.office_words and as_hearer(passage, j, limit, knowledge) is not None


def _counts_people(passage: Passage, start: int, j: int) -> bool:
    """Tell both من of "أكثر من 75% من السكان"."""
    if j == start + 1:
        return passage.word(start) in _COMPARED and passage.is_number(j + 1)
    return passage.word(j - 1) in _PERCENT


def _represents(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """النائب بمجلس الشعب عن حزب …: behind عن stands a body or a place."""
    represents = passage.word(start) in knowledge.particles.representing
    return represents and (j + 1 in passage.names or passage.word(j + 1) in knowledge.particles.constituencies)


def _is_issued(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    near = range(max(0, j - _DAYS), j)
    told = any(passage.word(k) in knowledge.particles.issued for k in near)
    return told and any(passage.word(k) == "عن" for k in range(j + 1, j + _DAYS + 1))


def _is_construct(passage: Passage, start: int, word: str) -> bool:
    """خطيب الجمعة: a head without article is completed by the day behind it."""
    return word.startswith("ال") and start not in passage.named and not passage.word(start).startswith("ال")


def _begins_adjunct(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """A "في" belongs to a role (مسؤول في الوزارة) until the person is named; a venue is never part of it."""
    following = passage.word(j + 1)
    told = (knowledge.words.places_of_saying, knowledge.words.documents, knowledge.words.times, _HOURS)
    if any(following in words for words in told) or is_own_talk(passage, j + 1, knowledge):
        return True
    return passage.ends_person(j) or j in passage.name_ends and passage.written(j + 1).endswith(ITS)


def _stays_in_role(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    head = passage.word(start)
    words = knowledge.words
    sent = passage.word(j) == "الي" and head.removeprefix("ال").removesuffix("ه") in _SENT
    follows = sent or passage.word(j) in ("من", "لدي") or passage.word(j) == "مع" and "علاق" in passage.word(j - 1)
    known = head in words.unnamed_group or head in words.unnamed_person or head in words.roles
    if head in words.documents:
        return _comes_from_body(passage, start, j, knowledge)
    return follows and known and not passage.ends_person(j) and not is_act_of(passage, j + 1, knowledge)


def _comes_from_body(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whose a document is, right behind it: بيانات من وزارة الطاقة."""
    if passage.word(j) != _OF or any(passage.word(k) in _COMMAS for k in range(start, j)):
        return False
    name = passage.names.get(j + 1)
    body = passage.word(j + 1).removeprefix("ال") in knowledge.words.institutions
    return body or name is not None and name.type == "organization"


def _is_apposition(passage: Passage, comma: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    """A comma inside a source is followed by more of it: a name or a title, and then by a comma or the limit."""
    i = comma + 1
    if i >= limit or not passage.is_word(i):
        return False
    word = passage.word(i)
    words = knowledge.words
    adjunct = word in knowledge.particles.adjuncts and not passage.is_first_name(i)
    if word in words.complementisers or word in words.times or adjunct or word in ("في", "ما"):
        return False
    if is_own_talk(passage, i, knowledge) or is_past(passage, i, knowledge):  # معارضون، أطلقوا على أنفسهم
        return False
    verb = any(form.shape == "perfect" for form in knowledge.forms.get(word[1:], ()))
    if word[0] == "و" and (verb or word.endswith(_THEM) and i not in passage.names):  # "…، وأحالهما إلى"
        return False
    adds = word.endswith("ا") and any(form.shape == "participle" for form in knowledge.forms.get(word, ()))
    if adds and hides_name(passage, i, knowledge) == i:  # المصدر الأمني، مضيفا أن
        return False
    if word in words.no_complement_after or word.startswith("بال") and i not in passage.named:
        return False
    if passage.phrase(i, words.sources, limit) > i or passage.phrase(i, words.turns, limit) > i:
        return False
    return as_hearer(passage, i, limit, knowledge) is None
