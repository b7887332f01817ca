"""Reads media in a sentence: those that speak, and those to which something was told."""

from service.core.claims.broadcasts import behind_broadcast
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_MARKS_BEHIND = 3  # tokens behind a body's name within which its officer's begins
_NEWS = ("انباء", "الانباء", "للانباء")
_WITH, _TO, _IN, _BY_IT = ("مع", "الي", "علي"), "الي", "في", "به"
_ADJECTIVE = ("ي", "يه", "خاص", "خاصه", "مطول", "مطوله")
_LONGEST_IN_MARKS = 4  # tokens of a medium's name, and its marks
_FARTHEST_NEWS = 4  # words from وكالة to للأنباء
_LATEST = 5  # tokens of a time before who broadcast
_LONGEST_NAME = 3  # words of a medium that recognition does not know


def is_medium(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a noun phrase begins with a word for media (صحيفة، الوكالة) or a medium's name."""
    words = [token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word"][:3]
    if not words:
        return False
    known = knowledge.words
    bare = words[0].removeprefix("لل").removeprefix("ل").removeprefix("ال")
    if bare in known.media_heads or words[0] in known.media_heads:
        return (
            len(words) == 1 or bare not in knowledge.particles.shared_heads or _tells_news(passage, phrase, knowledge)
        )
    return any(" ".join(words[:length]) in known.media_names for length in range(1, 4))


def _tells_news(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    i = phrase.start + 1
    if passage.word(i) in knowledge.words.media_heads:
        i += 1
    if any(passage.word(k) in _NEWS for k in range(i, min(i + _FARTHEST_NEWS, len(passage.tokens)))):
        return True
    if passage.phrase(i, knowledge.words.media_names, phrase.end) > i:
        return True
    whole = passage.names.get(phrase.start)
    named = whole and whole.end == i + 1 or named_medium_end(passage, i, phrase.end, knowledge) > i  # وكالة مهر
    return named and not passage.word(i).startswith("ال")


def named_medium_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where a medium's name that begins at token i, behind its class word, ends; i where none begins."""
    if i in passage.quotes:
        return min(passage.behind_quote(i), limit)
    known = passage.phrase(i, knowledge.words.media_names, limit)
    if known > i or i not in passage.names or passage.names[i].type == "place":
        return known
    return min(passage.names[i].end, limit)


def find_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the first medium among tokens i to limit to which something was told, or None."""
    for j in range(i, limit):
        hearer = as_hearer(passage, j, limit, knowledge)
        if hearer:
            return hearer
    return None


def as_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the range of a medium or of journalists told something: لرويترز، لوكالة …، لنسيم أف أم، للصحفيين."""
    word = passage.word(i)
    if first := _behind_talk(passage, i, knowledge):
        end = _medium_end(passage, first, limit, knowledge)
        return (first, end) if end > first else None
    if not word.startswith("ل"):
        return None
    if word == "ل":
        end = _behind_preposition(passage, i + 1, limit, knowledge)
        return (i + 1, end) if end > i + 1 and not _is_served(passage, i, end) else None
    rest = word[1:]
    whole = "ال" + word[2:] if word.startswith("لل") else rest
    words = knowledge.words
    if is_talk(passage, i - 1, knowledge) and rest in knowledge.outlets:  # في تصريح لوأج
        return i, i + 1
    if whole in words.hearers or rest in words.media_heads or rest in words.media_names or whole in words.media_names:
        named = rest in words.media_heads or whole in words.reporters or _is_called(passage, i + 1, whole, knowledge)
        return i, min(_name_end(passage, i + 1, limit, knowledge), limit) if named else i + 1
    if word.startswith("لل") and word[2:] in words.media_heads:  # وقال للإذاعة إن, للإذاعة الوطنية
        following = passage.word(i + 1)
        return i, i + 1 + (following.startswith("ال") and following.endswith(_ADJECTIVE))
    name = passage.names.get(i)
    before = knowledge.forms.get(passage.word(i - 1).removeprefix("و"), ())
    said = any(form.shape == "perfect" and not form.pronoun for form in before)  # وقال ليونايتد برس إن
    if name and name.attached:
        listed = " ".join([rest, *map(passage.word, range(i + 1, name.end))]) in knowledge.outlets
        if listed or said and name.type == "organization":
            return i, min(name.end, limit)
    end = _tail_end(passage, i, limit, knowledge)
    return (i, end) if end else None


def _is_served(passage: Passage, i: int, end: int) -> bool:
    """Tell the body of an office (الأمين العام لـ"الحزب"، فلان) from a medium that somebody told something."""
    behind = next((k for k in range(end, end + _MARKS_BEHIND) if passage.is_word(k)), end)
    officer = passage.word(i - 1).startswith("ال") and passage.word(i - 2).startswith("ال")
    persons = (passage.names.get(k) for k in (behind, behind + 1))
    return officer and any(name is not None and name.type == "person" for name in persons)


def find_told_medium(
    passage: Passage, subject: NounPhrase, limit: int, knowledge: ClaimKnowledge
) -> tuple[int, int] | None:
    """Return the medium that somebody told something, as the verb's object: أبلغ مسؤول وكالة رويترز أن."""
    j = subject.start + 1
    while j < min(subject.end + 1, limit):
        end = _medium_end(passage, j, limit, knowledge)
        named = end > j + 1 or end > j and not passage.word(j).startswith("ال")
        before = passage.word(j - 1)
        if named and (before.startswith("ال") or before not in knowledge.words.roles):  # not رئيس وكالة …
            return j, end
        j = max(end, j + 1)
    return None


def is_told_person(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a person or a body told something behind a person's name: أكد فلان لوزير الدفاع أن, أكد فلان للوفد أن."""
    word = passage.word(i)
    told = passage.ends_person(i) and i not in passage.named
    return told and (word.startswith("لل") or is_to_somebody(word, knowledge))


def is_to_somebody(word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell لمصدر, لوزير, لصحافيين: ل before an office, somebody or a crowd without article."""
    words = knowledge.words
    known = (words.roles, words.unnamed_person, words.unnamed_group)
    return word.startswith("ل") and any(word[1:] in listed for listed in known)


def _behind_talk(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return where the medium may begin behind "في مقابلة مع", "في حوار على", "في بيان نشرته"; 0 where none can."""
    word, venues = passage.word(i), knowledge.words.places_of_saying
    if word in _WITH and is_talk(passage, i - 1, knowledge) and passage.word(i + 1) not in knowledge.particles.networks:
        return i + 1
    if word == _TO and passage.word(i - 1) in venues:  # في رسالة إلى رويترز
        classed = passage.word(i + 1).removeprefix("ال") in knowledge.words.media_heads
        return i + 1 if classed or i + 1 in passage.names else 0
    if station := behind_broadcast(passage, i, knowledge):
        return station
    if word == _BY_IT and passage.word(i - 1) in knowledge.particles.given_to:  # في حديث خص به جريدة …
        return i + 1
    if word not in knowledge.particles.spread_by:
        return 0
    if passage.word(i + 1) == _IN and passage.word(i + 2) in knowledge.words.media_heads:  # في مقال نشره في صحيفة …
        return i + 2
    told = any(passage.word(k) in venues or is_talk(passage, k, knowledge) for k in (i - 1, i - 2))
    beside = knowledge.particles.with_pronouns | knowledge.words.times
    behind = range(i + 1, i + _LATEST)
    return next((k for k in behind if passage.word(k) not in beside), 0) if told else 0  # بثتها مساء الأربعاء شبكة …


def is_talk(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a talk at a token, behind which an adjective or له may stand: مقابلة, اتصال هاتفي, حوار له."""
    talks, word = knowledge.words.talks, passage.word(i)
    goes_on = word.endswith(_ADJECTIVE) or word in knowledge.particles.with_pronouns
    return word in talks or passage.word(i - 1) in talks and goes_on


def _medium_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where a medium ends that begins at a token: its class word and name, or its name; i where none begins."""
    words, name = knowledge.words, passage.names.get(i)
    if passage.word(i).removeprefix("ال") in words.media_heads:
        end = named_medium_end(passage, i + 1, limit, knowledge)
        whole = name.end if name and name.type == "organization" else i
        alone = passage.word(i).startswith("ال")
        shared = passage.word(i) in knowledge.particles.shared_heads or passage.word(i + 1) in _NEWS
        if max(end, whole) == i + 1 and not alone and not shared:
            end = min(_placed_end(passage, i + 1), limit)  # في حديث إلى تلفزيون الكويت
        return max(end, whole) if end > i + 1 or whole > i + 1 or alone else i
    if i in passage.quotes:
        inside = passage.phrase(i + 1, words.media_names, limit) > i + 1 or passage.word(i + 1) in words.media_heads
        host = is_talk(passage, i - 2, knowledge) and _may_be_medium(passage, i + 1)
        short = passage.quotes[i].closing - i <= _LONGEST_IN_MARKS
        return min(passage.behind_quote(i), limit) if short and (inside or host) else i
    known = passage.phrase(i, words.media_names, limit)
    tail = passage.phrase(i + 1, words.media_tails, limit)
    return known if known > i else tail if tail > i + 1 else i


def _may_be_medium(passage: Passage, i: int) -> bool:
    """Tell a name in marks that may be a medium's: of nobody known, or a body's by a definite word, no "حزب …"."""
    name = passage.names.get(i)
    return name is None or name.type == "organization" and passage.word(i).startswith("ال")


def _behind_preposition(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where a medium's name that stands behind a bare ل ends: in marks, listed, or an institution's."""
    if i in passage.quotes:
        return min(passage.behind_quote(i), limit)
    if passage.word(i) == "(":  # في تصريح ل(وات)
        end = _behind_preposition(passage, i + 1, limit, knowledge)
        return end + 1 if end > i + 1 and passage.word(end) == ")" else i
    name = passage.names.get(i)
    if name and name.type == "organization":
        return min(name.end, limit)
    return passage.phrase(i, knowledge.words.media_names, limit)


def _tail_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where a medium's name of several words ends, ل on its first, that is listed or ends like one; or 0."""
    words = knowledge.words
    if i + 1 in passage.quotes and passage.phrase(i + 2, words.media_tails, limit) > i + 2:  # لنسيم "أف أم"
        return min(passage.behind_quote(i + 1), limit)
    if (tail := passage.phrase(i + 1, words.media_tails, limit)) > i + 1:
        return tail
    names = (" ".join([passage.word(i)[1:], *passage.words[i + 1 : i + length]]) for length in (2, 3))
    return next((i + length for length, name in zip((2, 3), names, strict=True) if name in words.media_names), 0)


def _is_called(passage: Passage, i: int, whole: str, knowledge: ClaimKnowledge) -> bool:
    """للقناة الوطنية: a definite class word and its adjective are a name."""
    return whole.removeprefix("ال") in knowledge.words.media_heads and passage.word(i).startswith("ال")


def _name_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where the name behind a class word (لمراسل، لصحيفة) ends that stands before token i."""
    while passage.word(i) in knowledge.words.media_heads:
        i += 1
    if i in passage.quotes:
        return passage.quotes[i].closing + 1
    if passage.word(i) == "(" and passage.word(i + 2) == ")":  # لمراسل (وات)
        return i + 3
    words = knowledge.words
    known = max(passage.phrase(i, words.media_names, limit), passage.phrase(i + 1, words.media_tails, limit))
    if known > i + 1:  # قناة إن تي في
        return known
    if i in passage.names:
        return _placed_end(passage, i)
    last = min(i + _LONGEST_NAME, limit)
    return next((k for k in range(i, last) if not _goes_on(passage, k, knowledge)), max(last, i))


def _placed_end(passage: Passage, i: int) -> int:
    """Return where a medium's name that begins at token i ends: a name, a place and its adjective, a definite word."""
    name = passage.names.get(i)
    if name is None:
        return i + passage.word(i).startswith("ال")
    described = name.type == "place" and name.end not in passage.names and passage.word(name.end).startswith("ال")
    return name.end + described


def _goes_on(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    word, words = passage.word(i), knowledge.words
    if not passage.is_word(i) or word in words.complementisers or word in words.times or word in words.places_of_saying:
        return False
    return word not in knowledge.particles.adjuncts and word not in knowledge.particles.no_beginnings
