"""Reads the noun phrase that names a source: role and name, joint sources, appositions between commas."""

from service.core.claims.beginnings import is_sure_head, may_begin
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.manners import tells_mood
from service.core.claims.media import as_hearer, find_hearer
from service.core.claims.passages import Passage
from service.core.claims.phrase_ends import ACCUSATIVE, CLOSERS, find_end
from service.core.claims.phrases import NounPhrase

_NISBAS = ("ي", "يه")
_TO = "ل"
_COMMAS = frozenset({"،", ","})
_PARTS_OF_MONTH = ("اواخر", "اوائل", "مطلع", "منتصف")
_MONTH, _DAY_OF = "شهر", ("يوم", "ليله", "غداه", "عشيه")


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
    end = _without_stops(passage, i, find_end(passage, i, limit, knowledge))
    if _is_object(passage, i, end, knowledge) or end == i + 1 and not passage.is_word(i):
        return NounPhrase(i, i, i, hearer) if hearer else None
    rest = hearer or find_hearer(passage, end, limit, knowledge)
    behind = end + (passage.word(end) == _TO)  # a medium whose ل stands apart
    return NounPhrase(i, end, rest[1] if rest and rest[0] == behind else end, rest)


def _is_object(passage: Passage, i: int, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell ألقى خطاباً مقتضباً from "لكن مصدراً أمنياً"."""
    bare, words = passage.word(i).removesuffix("ا"), knowledge.words
    sure = bare in words.roles | words.unnamed_person | words.documents
    return passage.written(i).endswith(ACCUSATIVE) and not (sure and end > i + 1)


def _without_stops(passage: Passage, start: int, end: int) -> int:
    while end > start + 1 and passage.word(end - 1) in _COMMAS | CLOSERS and passage.word(end - 1) != ")":
        end -= 1
    return end


def _skip_adverbial(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind an adverbial at i (day, venue, turn-taking, hearer), or i where none begins."""
    word = passage.word(i)
    words = knowledge.words
    turn = passage.phrase(i, words.turns, limit)
    if turn > i:
        return turn
    day = word in _DAY_OF and passage.word(i + 1).startswith("ال") and passage.word(i + 1) not in words.times
    if day or word in _PARTS_OF_MONTH:  # أعلنت يوم الحادثة, أواخر ديسمبر 2015
        return i + 2 + passage.is_number(i + 2)
    if (
        word in _COMMAS
        or word in knowledge.particles.with_pronouns
        or word in ("(", ")", "-")
        or (word in words.times or word[:1] == "و" and word[1:] in words.times)
        and word not in knowledge.particles.adjuncts
    ):
        return i + 1
    if passage.word(i - 1) == _MONTH:  # شهر جانفي الماضي
        return i + 1
    if passage.is_number(i) and passage.word(i - 1) in words.times:  # الجمعة 27 نوفمبر 2015
        return i + 3 if passage.is_number(i + 2) else i + 2
    if hearer := as_hearer(passage, i, limit, knowledge):
        return _behind_hearer(passage, i, hearer, limit, knowledge)
    adjunct = word in knowledge.particles.adjuncts and i not in passage.names  # علي، written على
    if adjunct or word == "في" or word.startswith("ب") and word in words.times:
        return _behind_adjunct(passage, i, limit)
    return i


def _behind_hearer(passage: Passage, i: int, hearer: tuple[int, int], limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind a medium that was told something; marks around its name end it (لـ«الميناء» الناطق …)."""
    opening = next((k for k in range(i, hearer[1] + 1) if k in passage.quotes), None)
    if opening is not None:
        behind = passage.behind_quote(opening)
        described = passage.word(i) != _TO and passage.word(behind).endswith(_NISBAS)  # لوكالة «مدار» المحلية
        return min(behind + described, limit)
    known = passage.names[i].end if i in passage.names else limit
    stop = next((k for k in range(i + 1, limit) if _ends_hearer(passage, k, known, knowledge)), limit)
    return find_end(passage, i, stop, knowledge)


def _ends_hearer(passage: Passage, k: int, known: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a comma, or a source that begins, behind a medium that was told something and is known up to a token."""
    word, words = passage.word(k), knowledge.words
    crowd = any(passage.word(at) in words.unnamed_group for at in (k, k + 1))  # ثلاثة مصادر
    begins = word in words.roles or word in words.unnamed_person or crowd
    return word in _COMMAS or begins and word not in words.reporters and (k >= known or not word.startswith("ال"))


def _behind_adjunct(passage: Passage, i: int, limit: int) -> int:
    """An adjunct before its subject runs to the next comma; without comma nothing behind it can be told from it."""
    j = i + 1
    while j < limit and passage.word(j) not in _COMMAS:
        j = passage.behind_quote(j) if j in passage.quotes else j + 1
    return j


def add_relative(passage: Passage, phrase: NounPhrase, limit: int, knowledge: ClaimKnowledge) -> NounPhrase:
    """Return the phrase with the relative clause that stands between it and its content, up to a comma."""
    if passage.word(phrase.end) not in knowledge.particles.relatives:
        return phrase
    ends = (k for k in range(phrase.end, limit) if passage.word(k) in _COMMAS or passage.word(k) in CLOSERS)
    return phrase._replace(tail=next(ends, limit))
