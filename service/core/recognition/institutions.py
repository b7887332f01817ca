"""Finds institutions by their head word and its complement: "وزارة الدفاع الأمريكية", "المركز الوطني للأعاصير"."""

from collections.abc import Sequence

from service.core.recognition.constructs import read_construct, read_eponym
from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name, scan_names
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import (
    begins_other,
    is_adjective,
    is_definite_noun,
    is_foreign_field,
    is_work,
    skip_adjectives,
    skip_kinds,
)
from service.core.recognition.purposes import read_purpose, skip_aim
from service.core.recognition.signs import INSTITUTION, places_of
from service.core.recognition.words import NAME_KINDS, UNSEEN, bare, find_name_stem, readings_of

_SURE, _LIKELY, _DOUBTFUL = 0.9, 0.6, 0.4
_ADJECTIVE = 2  # words of a head with one adjective
_LONGEST_EPONYM = 3  # words
_RARE_BITS, _KNOWN_BITS = 7, 4
_FOR = "اجل"
_NAMED = "باسم"
_FRONT = "جبهه"
_ARMS = frozenset({"مشاه", "مدرعه", "مدرعات", "مدفعيه"})  # الفرقة السادسة مشاة
_BETWEEN = frozenset({"العام", "في", "باسم"})  # stand between an office and its institution


def find_institutions(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the institutions among the folded words of a sentence."""
    return scan_names(places_of(flags, INSTITUTION), lambda i: _read_at(words, i, knowledge))


def _read_at(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    for head in readings_of(words[i]):
        core = head.removeprefix("ال")
        if core in knowledge.seated and core not in knowledge.strong and core != head:
            end = _read_seated(words, i, core, knowledge)
            return Name(i, end, "organization", "institution", _SURE) if end else None
        if end := _read_telling(words, i, core, core != head, knowledge):
            return Name(i, end, "organization", "institution", _SURE)
        if core not in knowledge.strong and core not in knowledge.weak and core not in knowledge.national:
            continue
        end = _read_definite(words, i, core, knowledge) if core != head else read_construct(words, i, core, knowledge)
        if end:
            alone, described = end == i + 1, end > i + _ADJECTIVE
            sure = alone or core in knowledge.strong or _told_apart(words[i + 1 : end], core != head, knowledge)
            aimed = skip_aim(words, end, core, knowledge)
            sure = sure or aimed > end or _FOR in words[i + 1 : end]
            end = _skip_seat(words, core, aimed, knowledge)
            if any(bare(word) in knowledge.regional for word in words[i + 1 : aimed]):
                end = _skip_town(words, aimed, knowledge)
            sure = sure or end > aimed  # كلية الحقوق بتونس
            likely = core == head and core in knowledge.called or _acts(words, i, core == head, knowledge)
            likely = likely or core != head and described  # الحركة الدستورية الإسلامية
            score = _SURE if sure else _LIKELY if likely else _DOUBTFUL
            return Name(i, end, "organization", "institution", score)
    return None


def _read_telling(words: Sequence[str], i: int, core: str, definite: bool, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a form that only names have: a number, a purpose, a town, whom a house is called after."""
    if definite and core in knowledge.numbered and words[i + 1 : i + 2] and words[i + 1] in knowledge.ordinals:
        return i + 2 + (i + 2 < len(words) and words[i + 2] in _ARMS)
    if definite:
        return _read_purposed(words, i, knowledge) if core in knowledge.purposed else 0
    directorate = _read_directorate(words, i, knowledge) if core in knowledge.districts else 0
    return directorate or (read_eponym(words, i + 1, knowledge) if core in knowledge.houses else 0)


def _acts(words: Sequence[str], i: int, construct: bool, knowledge: RecognitionKnowledge) -> bool:
    """Tell that an institution speaks or has an officer: "ودعت حركة …", "رئيس كتلة …", "القيادي في تيار …".

    That it speaks tells nothing of a definite head with an adjective ("رحب التحالف العسكري").
    """
    at = i - 1
    if at > 0 and words[at] in _BETWEEN:
        at -= 1
    kinds = {kind for reading in readings_of(words[at]) for kind in knowledge.words.kinds.get(reading, ())} if i else ()
    return "function" not in kinds and ("office" in kinds or construct and "saying" in kinds and at == i - 1)


def _read_seated(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """المستشفى الجهوي بالكاف: one of many, named by its town alone."""
    end = skip_adjectives(words, i + 1, knowledge)
    last = min(len(words), end + _LONGEST_EPONYM)
    called = next((k for k in range(end, last + 1) if not _may_name(words[k : k + 1], knowledge)), last)
    seat = _skip_seat(words, core, called, knowledge)
    return seat if seat > called and end > i + 1 else 0


def _read_directorate(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """مديرية الصحة بالمنوفية: what it is for and its town or province; 0 without."""
    if i + 2 >= len(words) or not is_definite_noun(words[i + 1], knowledge):
        return 0
    if knowledge.words.uses.get(words[i + 1], UNSEEN).bits < _KNOWN_BITS:
        return 0  # مديرية المحفد بأبين: a district
    end = skip_adjectives(words, i + 2, knowledge)
    town = _skip_town(words, end, knowledge)
    return town if town > end else 0


def _may_name(word: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a word of those a hospital is called after: a given or rare one without ب ("المستشفى الجامعي … بسوسة")."""
    if not word or not word[0].isalpha() or find_name_stem(word[0], knowledge.words).clitics:
        return False
    known = not NAME_KINDS.isdisjoint(knowledge.words.kinds.get(word[0], ()))
    return known or knowledge.words.uses.get(word[0], UNSEEN).bits <= _RARE_BITS


def _skip_seat(words: Sequence[str], core: str, i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a court's town, without which it is one of many: "المحكمة الابتدائية بصفاقس"."""
    return _skip_town(words, i, knowledge) if core in knowledge.seated else i


def _skip_town(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of ب with a town or province, i where none stands there."""
    if i >= len(words):
        return i
    clitics, rest = find_name_stem(words[i], knowledge.words)
    town = {"city1", "city2", "city3", "country"} & set(knowledge.words.kinds.get(rest, ()))
    return i + 1 if clitics == "ب" and (town or ((), "place") in knowledge.listed.get(rest, ())) else i


def _told_apart(words: Sequence[str], definite: bool, knowledge: RecognitionKnowledge) -> bool:
    """Tell by the words behind a head that no common noun is meant: a title, a nation, a rank, what it is for.

    A feminine rank behind a definite head ("اللجنة الوزارية") tells nothing.
    """
    works = not definite and is_work(words[0], knowledge)  # جهاز مكافحة …
    if works or words[0] in knowledge.honours or any(word.startswith("ل") for word in words[1:]):
        return True
    if any(is_nationality(word, knowledge) for word in words):
        return True
    if definite:
        return bare(words[-1]) in knowledge.ranks
    return any(bare(word).removesuffix("ه") in knowledge.ranks for word in words)


def _read_definite(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """الحكومة العراقية, المركز الوطني للأعاصير: a definite head, adjectives, at last what it is for."""
    end = skip_adjectives(words, _skip_interim(words, i + 1, knowledge), knowledge)
    further = skip_kinds(words, end, knowledge)
    end = further if words[further - 1].removeprefix("ال") in knowledge.ranks else end  # الإسلامي الشيعي الأعلى
    if end > i + 1:
        end = _skip_joined(words, end, knowledge)
    if end == i + 1 and (aimed := skip_aim(words, end, core, knowledge)) > end:
        return aimed
    if end == i + 1 and core in knowledge.fields_alone and _speaks_alone(words, i, knowledge):
        return end
    if end == i + 1 or _feminine(core) != _feminine(words[i + 1]) or _is_officers(words, i, end, core, knowledge):
        return 0
    nations = any(is_nationality(word, knowledge) for word in words[i + 1 : end])
    if core in knowledge.national and not nations and core not in knowledge.strong:
        rank = bare(words[end - 1]).removesuffix("ه")
        purpose = read_purpose(words, end, knowledge) if rank in knowledge.ranks or rank in knowledge.regional else 0
        described = core in knowledge.weak and end > i + _ADJECTIVE and _feminine(core) == _feminine(words[end - 1])
        return purpose or (end if described and rank in knowledge.ranks else 0)
    open_ended = core not in knowledge.national or core in knowledge.weak or not nations
    if open_ended and (purpose := read_purpose(words, end, knowledge)):
        return purpose
    if nations:
        return end
    if core in knowledge.national - knowledge.strong:
        return 0
    told = core not in knowledge.plain and not (core == _FRONT and words[i + 1] in knowledge.sides)  # الجبهة الشمالية
    known = told and (core in knowledge.strong or core in knowledge.weak)
    return end if known or words[end - 1].removeprefix("ال") in knowledge.ranks else 0


def _skip_joined(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of further adjectives of kind: "الأولمبية والبارالمبية السعودية", but not "الروسية والسورية"."""
    while i < len(words) and words[i].startswith("وال") and is_adjective(words[i][1:], knowledge):
        agree = _feminine(words[i - 1]) == _feminine(words[i])
        if not agree or is_nationality(words[i - 1], knowledge) or is_nationality(words[i][1:], knowledge):
            return i
        i = skip_adjectives(words, i + 1, knowledge)
    return i


def _read_purposed(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """المكتب الوطني للسكك الحديدية: an adjective and what it is for, which is no body that it belongs to; 0 without."""
    end = skip_kinds(words, i + 1, knowledge)
    told = {bare(word) for word in words[i + 1 : end]}
    ranks = {*told, *(word.removesuffix("ه") for word in told)} & (knowledge.ranks | knowledge.regional)
    named = ranks or any(is_nationality(word, knowledge) for word in told)
    if not named or end >= len(words) or begins_other("ال" + words[end].removeprefix("لل"), knowledge):
        return 0
    purpose = read_purpose(words, end, knowledge)
    return _skip_town(words, purpose, knowledge) if ranks & knowledge.regional else purpose


def _speaks_alone(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a ministry named by its field: "المتحدث باسم الخارجية", "وقالت الداخلية", "الخارجية : …"."""
    if not i:
        return words[1:2] == [":"]
    verbs = (reading for reading in readings_of(words[i - 1]) if reading.endswith("ت"))
    return words[i - 1] == _NAMED or any("saying" in knowledge.words.kinds.get(verb, ()) for verb in verbs)


def _skip_interim(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of an adjective that makes no name where a nation's is behind it: "… الانتقالي الصومالي"."""
    if i + 1 >= len(words) or not words[i].startswith("ال") or not words[i + 1].startswith("ال"):
        return i
    ordinary = bare(words[i]).removesuffix("ه") in knowledge.ordinary
    return i + 1 if ordinary and is_nationality(words[i + 1], knowledge) else i


def _feminine(word: str) -> bool:
    return word.endswith(("ه", "يا", "ات"))


def _is_officers(words: Sequence[str], i: int, end: int, core: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether an adjective may be the officer's: "وزير الخارجية العراقي", but not "رئيس الحكومة العراقية"."""
    if is_foreign_field(words, i, knowledge):
        return True
    kinds = list_kinds(words[i - 1], knowledge.words) if i and not words[i].startswith("و") else ()
    if core in knowledge.strong or core in knowledge.weak:
        return False
    if "office" not in kinds or "function" in kinds or not knowledge.members.isdisjoint(readings_of(words[i - 1])):
        return False
    serves = end < len(words) and words[end].startswith("لل")
    return not serves and words[i - 1].endswith("ه") == _feminine(words[i + 1])
