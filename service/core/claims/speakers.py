"""Reads the noun phrase that names a source: role and name, joint sources, appositions between commas."""

from service.core.claims.anonymity import hides_name
from service.core.claims.beginnings import is_act_of, is_sure_head, may_begin
from service.core.claims.knowledge import ClaimKnowledge, Particles
from service.core.claims.manners import ITS, THE_SAME, is_own_talk, tells_manner, tells_mood, tells_of_document
from service.core.claims.media import as_hearer, find_hearer, is_told_person
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_ACCUSATIVE = ("اً", "ًا", "ةً", "ءً")  # how an adverb alone ends ("متوجهاً إلى", "برلمانياً"), and no source
_TO = "ل"
_THEM = ("هما", "هم")
_OF_ISSUERS = ("عن", "الي")
_EACH, _OF = "كل", "من"  # كل من الوزير والنائب, أربعة من أعضاء اللجنة
_COMMAS = frozenset({"،", ","})
_CLOSERS = frozenset({".", ":", "؛", ";", "!", "؟", "?", "-", "–", ")", "..", "..."})
_LONGEST_NAME_IN_MARKS = 7
_CLOSE_TO = "مقرب"  # مصدر مقرب منه
_MONTH, _DAY_OF = "شهر", ("يوم", "ليله", "غداه", "عشيه")
_DAYS = 3  # words by which a day may be told


def read_subject(passage: Passage, start: int, limit: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the first noun phrase among tokens start to limit that can be a source; adverbials are stepped over."""
    i = start
    hearer: tuple[int, int] | None = None
    stepped_over = False
    while i < limit:
        step = _skip_adverbial(passage, i, limit, knowledge)
        if step == i:
            break
        stepped_over = stepped_over or step > i + 1 and passage.word(i) in ("في", *knowledge.particles.adjuncts)
        hearer = hearer or as_hearer(passage, i, limit, knowledge)
        i = step
    if stepped_over and not is_sure_head(passage, i, knowledge):
        return NounPhrase(i, i, i, hearer) if hearer else None
    manner = i not in passage.named and (
        passage.word(i) in knowledge.particles.manners or tells_mood(passage, i, knowledge)
    )
    if i >= limit or manner or not may_begin(passage, i, knowledge):
        return NounPhrase(i, i, i, hearer) if hearer else None
    end = _without_stops(passage, i, _find_end(passage, i, limit, knowledge))
    if end == i + 1 and passage.written(i).endswith(_ACCUSATIVE):
        return NounPhrase(i, i, i, hearer) if hearer else None
    rest = hearer or find_hearer(passage, end, limit, knowledge)
    behind = end + (passage.word(end) == _TO)  # a medium whose ل stands apart
    return NounPhrase(i, end, rest[1] if rest and rest[0] == behind else end, rest)


def _without_stops(passage: Passage, start: int, end: int) -> int:
    while end > start + 1 and passage.word(end - 1) in _CLOSERS and passage.word(end - 1) != ")":
        end -= 1
    return end


def _skip_adverbial(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind an adverbial at i (day, venue, turn-taking, hearer), or i where none begins."""
    word = passage.word(i)
    words = knowledge.words
    turn = passage.phrase(i, words.turns, limit)
    if turn > i:
        return turn
    if word in _DAY_OF and passage.word(i + 1).startswith("ال") and passage.word(i + 1) not in words.times:
        return i + 2  # أعلنت يوم الحادثة
    if (
        word in _COMMAS
        or word in knowledge.particles.with_pronouns
        or word in ("(", ")", "-")
        or word in words.times
        and word not in knowledge.particles.adjuncts
    ):
        return i + 1
    if passage.word(i - 1) == _MONTH:  # شهر جانفي الماضي
        return i + 1
    if passage.is_number(i) and passage.word(i - 1) in words.times:  # الجمعة 27 نوفمبر 2015
        return i + 3 if passage.is_number(i + 2) else i + 2
    if as_hearer(passage, i, limit, knowledge):
        stop = next((k for k in range(i + 1, limit) if _ends_hearer(passage, k, knowledge)), limit)
        return _find_end(passage, i, stop, knowledge)
    adjunct = word in knowledge.particles.adjuncts and i not in passage.names  # علي، written على
    if adjunct or word == "في" or word.startswith("ب") and word in words.times:
        return _behind_adjunct(passage, i, limit)
    return i


def _ends_hearer(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a comma, or a source that begins, behind a medium that was told something."""
    word, words = passage.word(k), knowledge.words
    begins = word in words.roles or word in words.unnamed_person and word not in words.reporters
    return word in _COMMAS or begins and not word.startswith("ال")


def _behind_adjunct(passage: Passage, i: int, limit: int) -> int:
    """An adjunct before its subject runs to the next comma; without comma nothing behind it can be told from it."""
    j = i + 1
    while j < limit and passage.word(j) not in _COMMAS:
        j = passage.behind_quote(j) if j in passage.quotes else j + 1
    return j


def _find_end(passage: Passage, start: int, limit: int, knowledge: ClaimKnowledge) -> int:
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
    if word in _CLOSERS:
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
    issued = issued or word == "عن" and _represents(passage, start, j, knowledge)
    counted = word == _OF and (before in particles.counts or before == _EACH) and j == start + 1
    if issued or counted:
        return False
    reporter = word in knowledge.words.reporters and passage.word(start) not in knowledge.words.roles
    if reporter or word in particles.reaffirming:  # أفاد مصدر أمني مراسل الإذاعة أن; جدد الوزير التأكيد على أن
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
    apart = word in particles.demonstratives or passage.written(j).endswith(_ACCUSATIVE)
    if apart and passage.ends_person(j) or word in particles.with_pronouns or timed and not word.startswith("ب"):
        return True
    if passage.phrase(j, knowledge.words.sources, limit) > j or is_told_person(passage, j, knowledge):
        return True
    if tells_manner(passage, j, knowledge) or tells_of_document(passage, start, j, knowledge):
        return True
    return passage.word(j - 1) not in particles.office_words and as_hearer(passage, j, limit, knowledge) is not None


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
    told = (knowledge.words.places_of_saying, knowledge.words.documents, knowledge.words.times)
    if any(following in words for words in told) or is_own_talk(passage, j + 1, knowledge):
        return True
    return passage.ends_person(j) or j in passage.name_ends and passage.written(j + 1).endswith(ITS)


def _stays_in_role(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    head = passage.word(start)
    words = knowledge.words
    follows = passage.word(j) in ("من", "لدي") or passage.word(j) == "مع" and "علاق" in passage.word(j - 1)
    known = head in words.unnamed_group or head in words.unnamed_person or head in words.roles
    return follows and known and not passage.ends_person(j) and not is_act_of(passage, j + 1, knowledge)


def _is_apposition(passage: Passage, comma: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    """A comma inside a source is followed by more of it: a name or a title, and then by a comma or the limit."""
    i = comma + 1
    if i >= limit or not passage.is_word(i):
        return False
    word = passage.word(i)
    words = knowledge.words
    adjunct = word in knowledge.particles.adjuncts and not passage.is_first_name(i)
    if word in words.complementisers or word in words.times or adjunct or word == "في":
        return False
    if is_own_talk(passage, i, knowledge):
        return False
    verb = any(form.shape == "perfect" for form in knowledge.forms.get(word[1:], ()))
    if word[0] == "و" and (verb or word.endswith(_THEM) and i not in passage.names):  # "…، وأحالهما إلى"
        return False
    if word in words.no_complement_after or word.startswith("بال") and i not in passage.named:
        return False
    if passage.phrase(i, words.sources, limit) > i or passage.phrase(i, words.turns, limit) > i:
        return False
    return as_hearer(passage, i, limit, knowledge) is None


def add_relative(passage: Passage, phrase: NounPhrase, limit: int, knowledge: ClaimKnowledge) -> NounPhrase:
    """Return the phrase with the relative clause that stands between it and its content, up to a comma."""
    if passage.word(phrase.end) not in knowledge.particles.relatives:
        return phrase
    ends = (k for k in range(phrase.end, limit) if passage.word(k) in _COMMAS or passage.word(k) in _CLOSERS)
    return phrase._replace(tail=next(ends, limit))
