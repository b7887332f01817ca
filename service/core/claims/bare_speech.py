"""Finds what somebody said right behind "وقال" where a page has lost its quotation marks: "وقال فلان سنواصل …"."""

from service.core.claims.anonymity import hides_name
from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import as_hearer, find_hearer
from service.core.claims.own_words import opens_speech
from service.core.claims.passages import Named, Passage

_COMMAS = ("،", ",")
_FARTHEST = 14  # tokens from a verb to the name of its subject, and from there to what was said
_SHORTEST = 4  # tokens of speech
_BRACKET = 6  # tokens of an age or place in brackets
_THAT = "بذلك"
_ACCUSATIVE = ("ا", "ه")
_NOT, _ITS = ("لن", "لم", "لا"), ("ت", "ي")


def read_bare_speech(passage: Passage, cue: CueHit, limit: int, knowledge: ClaimKnowledge) -> Frame | None:
    """Return the frame of a verb that opens a sentence and takes no other complement, or None."""
    opens = not passage.is_word(cue.at - 1) and passage.word(cue.at + 1) != _THAT  # صرح بذلك الوزير
    may = cue.form.verb.bare or cue.form.verb.inserts and cue.form.verb.clause
    if not opens or cue.form.shape != "perfect" or cue.form.pronoun or not may:
        return None
    subject_end = _find_subject_end(passage, cue.at + 1, limit, knowledge)
    start = _skip_setting(passage, subject_end, limit, knowledge) if subject_end else 0
    if not start or limit - start < _SHORTEST or _is_no_speech(passage, start, knowledge):
        return None
    told = cue.form.verb.bare or find_hearer(passage, cue.at + 1, start, knowledge)
    return Frame("bare", start, start) if told else None


def _is_no_speech(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """A complementiser, whom it is taken from (نقلا عن), or how it was said (مشيرا إلى)."""
    word = passage.word(i)
    if word in knowledge.words.complementisers or word in knowledge.source_starts or not passage.is_word(i):
        return i not in passage.quotes
    return any(form.shape == "participle" for form in knowledge.forms.get(word, ())) and word.endswith(_ACCUSATIVE)


def _find_subject_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind the subject at token i, i where it is left out, 0 where its end cannot be told."""
    if opens_speech(passage, i, knowledge) or _is_setting(passage, i, knowledge):
        return i
    if i in passage.names:
        return (
            _behind_office(passage, passage.names[i].end, limit, knowledge) if passage.names[i].type != "place" else i
        )
    end = next((k for k in range(i, limit) if not passage.word(k).startswith("ال")), limit)
    person = _find_person(passage, i, min(i + _FARTHEST, limit))
    if not _may_speak(passage, i, knowledge):
        if person and person.start == end > i:  # المرشح فلان
            return _behind_office(passage, person.end, limit, knowledge)
        goes_on = _opens_own_speech(passage, end, knowledge) or _is_told(passage, end, limit, knowledge)
        return end if end > i and goes_on else i
    near = range(i, min(i + _FARTHEST, limit))
    hidden = next((behind for k in near if (behind := hides_name(passage, k, knowledge)) > k), 0)
    if hidden and not (person and person.start < hidden):  # قيادي رفض كشف اسمه
        return hidden
    told = None if person else find_hearer(passage, i, min(i + _FARTHEST, limit), knowledge)
    if told:  # متحدث باسم الوزارة لوكالة …
        return told[0]
    if person:
        spoken = any(opens_speech(passage, k, knowledge) for k in range(i, person.start))
        return 0 if spoken else _behind_office(passage, person.end, limit, knowledge)
    return end if end > i else 0


def _opens_own_speech(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell المرشح لن نقبل from المشكلة لن تكون, where what is negated is the noun's own act."""
    of_it = passage.word(i) in _NOT and passage.word(i + 1).startswith(_ITS)
    return opens_speech(passage, i, knowledge) and not of_it


def _is_told(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    """Tell by a hearer or a venue that the noun before token i is who said it ("المرشح للصحفيين", "المرشح في بيان")."""
    venue = passage.word(i) == "في" and passage.word(i + 1) in knowledge.words.places_of_saying
    return venue or as_hearer(passage, i, limit, knowledge) is not None


def _find_person(passage: Passage, start: int, end: int) -> Named | None:
    names = (passage.names[k] for k in range(start, end) if k in passage.names)
    return next((name for name in names if name.type == "person"), None)


def _behind_office(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Step over what tells of a name: an age in brackets, a relative clause, an office ("… أمين عام الاتحاد في …")."""
    if passage.word(i) == "(":
        i = next((k + 1 for k in range(i, min(i + _BRACKET, limit)) if passage.word(k) == ")"), i)
    if passage.word(i) not in knowledge.words.roles and passage.word(i) not in knowledge.particles.relatives:
        return i
    ends = (k for k in range(i, min(i + _FARTHEST, limit)) if _ends_office(passage, k, limit, knowledge))
    return next(ends, i)


def _ends_office(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    ends = passage.word(i) in _COMMAS or opens_speech(passage, i, knowledge)
    return (
        ends
        or passage.word(i) == "في"
        and passage.word(i + 1) in knowledge.words.places_of_saying
        or as_hearer(passage, i, limit, knowledge) is not None
    )


def _may_speak(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    word, words = passage.word(i), knowledge.words
    known = (words.roles, words.unnamed_person, words.documents)
    bare = word.removeprefix("ال")
    return any(word in listed for listed in known) or bare in words.institutions or bare in words.media_heads


def _is_setting(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(i)
    return word == "في" or word in knowledge.particles.adjuncts or word in knowledge.words.times


def _skip_setting(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where speech begins behind the day, the venues and the hearers, 0 where that cannot be told."""
    last = min(i + 2 * _FARTHEST, limit)
    while i < last:
        if opens_speech(passage, i, knowledge):
            return i
        hearer = as_hearer(passage, i, limit, knowledge)
        word, turn = passage.word(i), passage.phrase(i, knowledge.words.turns, limit)
        if hearer or turn > i:  # أمس الأول
            i = hearer[1] if hearer else turn
        elif word == "في" or word in knowledge.particles.adjuncts:
            i = _behind_venue(passage, i, min(i + _FARTHEST, limit), knowledge)
        elif word in _COMMAS or word in knowledge.words.times:
            i += 1
        else:
            return i
    return 0


def _behind_venue(passage: Passage, i: int, last: int, knowledge: ClaimKnowledge) -> int:
    """A venue ends with a comma or before the first word of speech; else it is a noun and what is definite behind."""
    for k in range(i + 1, last):
        if passage.word(k) in _COMMAS:
            return k + 1
        if opens_speech(passage, k, knowledge):
            return k
    end = i + 2 if passage.word(i + 1).startswith("ال") or passage.word(i + 1) in knowledge.words.talks else i + 3
    while end < last and (passage.word(end).startswith(("ال", "لل")) or passage.word(end) in knowledge.words.times):
        end += 1
    return end
