"""Finds names by what stands around them: marks after a generic word, an outlet's dateline, media words, sites."""

from collections.abc import Sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.labels import trim_name
from service.core.recognition.names import CLOSING, OPENING, Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_adjective
from service.core.recognition.offices import may_be_name
from service.core.recognition.purposes import read_purpose
from service.core.recognition.signs import GENERIC, SITE, TALK, places_of
from service.core.recognition.words import UNSEEN, bare, find_stem, readings_of
from service.core.records import EntityType

_QUOTED, _MEDIUM, _DATELINE, _TALK, _RARE, _SITE = 0.96, 0.94, 0.94, 0.75, 0.72, 0.6
_COUNTRIES = "دول"
_ITSELF = "نفس"  # "مجموعة تسمي نفسها …": the word before is a verb
_AND = "و"
_LONGEST = 5  # words in the marks
_OF_TALK, _WITH = 3, frozenset({"مع", "الي"})  # حديث خاص إلى
_TOLD = 7  # words from a verb of saying to whom it is said
_IMPERFECT = "يت"  # with which verbs begin
_LONGEST_SITE = 3
_CHANNEL = 2  # digits
_RARE_BITS = 9
_PLURALS = ("ين", "ون")  # مسؤولين are told nothing, they tell
_NO_OUTLET = frozenset({"function", "saying", "time", "office", "title"})


def find_by_context(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names that stand in a telling place of a sentence, given as folded words."""
    found = []
    for i in places_of(flags[:-1], GENERIC | TALK | SITE):
        if flags[i] & GENERIC:
            head = _head(words[i], knowledge)
            readers = (_read_quoted, _read_medium, _read_rare)
            found += [name for read in readers if (name := read(words, i + 1, head, knowledge))][:1]
            found += _read_row(words, found[-1:], head, knowledge)
        if flags[i] & SITE and (name := _read_site(words, i + 1, knowledge)):
            found.append(name)
        if flags[i] & TALK and (name := _read_listener(words, i + 1, knowledge) or _read_host(words, i + 1, knowledge)):
            found.append(name)
    found += [name for i, word in enumerate(words[:-1]) if word == "ل" and (name := _read_told(words, i, knowledge))]
    found += [Name(i - 1, i + 1, "organization", "medium", _MEDIUM) for i in _channels(words, knowledge)]
    dateline = _read_dateline(words, knowledge)
    return [*found, dateline] if dateline else found


def _head(word: str, knowledge: RecognitionKnowledge) -> str:
    return next((r for r in readings_of(word) if r in knowledge.classes or r in knowledge.media), "")


def _read_quoted(words: Sequence[str], i: int, head: str, knowledge: RecognitionKnowledge) -> Name | None:
    """صحيفة "…", ميليشيا "…": the marked words are the name, a place's where the generic word is one of places."""
    if words[i] not in OPENING or not words[min(i + 1, len(words) - 1)][:1].isalnum():
        return None  # «رئيس "ساحل بنك"، إن …»: the mark behind بنك closes
    for end in range(i + 1, min(i + 2 + _LONGEST, len(words))):
        if words[end] in CLOSING:
            kind: EntityType = "place" if _of_places(head, knowledge) else "organization"
            whole = Name(i + 1, end, kind, "quoted", _QUOTED)
            name = trim_name(whole, words, knowledge)
            cut = name.start == i + 1 < name.end < end and not words[name.end].startswith("ال")
            name = name._replace(end=end) if cut else name  # "سي إن إن", whose particles are letters
            return name if name.end > name.start else None
    return None


def _channels(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[int]:
    """Return the numbers that are names of media: القناة 12."""
    numbers = (i for i, word in enumerate(words) if i and word.isdecimal() and len(word) <= _CHANNEL)
    return [i for i in numbers if words[i - 1].startswith("ال") and bare(words[i - 1]) in knowledge.media]


def _read_row(words: Sequence[str], first: list[Name], head: str, knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names in marks that و joins to one: "صحيفتي "…" و"…""."""
    row = list(first)
    while row and row[-1].rule == "quoted" and words[row[-1].end + 1 : row[-1].end + 2] == [_AND]:
        name = _read_quoted(words, row[-1].end + 2, head, knowledge) if row[-1].end + 2 < len(words) else None
        if not name:
            break
        row.append(name)
    return row[len(first) :]


def _read_rare(words: Sequence[str], i: int, head: str, knowledge: RecognitionKnowledge) -> Name | None:
    """A company or group by a rare name, with what it is for: "شركة …", "مجموعة … للطاقة"."""
    if head in knowledge.houses and "given" in knowledge.words.kinds.get(words[i], ()):  # مؤسسة … is called after him
        return None
    end = i
    while end < min(i + _LONGEST, len(words)) and may_be_name(words[end], False, knowledge):
        end += 1
    if end == i or head not in knowledge.groups or (end < len(words) and words[end].startswith(_ITSELF)):
        return None
    if end == i + 1 and words[i].endswith("يه") and words[i] in knowledge.words.uses:  # مؤسسة تعليمية
        return None
    return Name(i, read_purpose(words, end, knowledge) or end, "organization", "class", _RARE)


def _read_site(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    """A rare name behind جبل, نهر, مطار is a place's, which its head then joins ("ميناء ترفيهي" is none)."""
    end = i
    while end < min(i + _LONGEST_SITE, len(words)) and may_be_name(words[end], True, knowledge):
        if end > i and words[end][0] in _IMPERFECT and words[end] not in knowledge.words.kinds:
            break  # بحيرة المزيريب يفاقم
        end += 1
    if end == i or is_adjective(words[i], knowledge) or (words[i][-1] == "ي" and not words[i].startswith("ال")):
        return None
    return Name(i, end, "place", "site", _SITE)


def _of_places(head: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell words of place, but for countries: those in marks behind them are a group ("دول "5+1"")."""
    return head != _COUNTRIES and "place" in knowledge.words.kinds.get(head, ()) and head not in knowledge.media


def _read_medium(words: Sequence[str], i: int, head: str, knowledge: RecognitionKnowledge) -> Name | None:
    """صحيفة الرياض: one definite word that is no nationality."""
    core = bare(words[i])
    if head not in knowledge.media or core == words[i] or core in knowledge.ordinary or core in knowledge.ranks:
        return None
    if core in knowledge.codes or is_nationality(core, knowledge) or "time" in knowledge.words.kinds.get(words[i], ()):
        return None
    return Name(i, i + 1, "organization", "medium", _MEDIUM)


def _read_listener(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    """في تصريح لـ: a rare word behind ل that no list has for a person is an outlet."""
    clitics, rest = find_stem(words[i], knowledge.words)
    use, kinds = knowledge.words.uses.get(rest, UNSEEN), knowledge.words.kinds.get(rest, ())
    if clitics != "ل" or use.bits > _RARE_BITS or {"given", "function", "nisba", "office", "title"} & set(kinds):
        return None
    outlet = not rest.startswith("ال") and not rest.endswith(_PLURALS)
    return Name(i, i + 1, "organization", "listener", _TALK) if outlet else None


def _read_host(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    """في اتصال هاتفي مع "…": marks behind the words that join a talk to whom it is given hold an outlet."""
    at = next((k for k in range(i, min(i + _OF_TALK, len(words) - 1)) if words[k] in _WITH), None)
    name = _read_quoted(words, at + 1, "", knowledge) if at is not None else None
    person = name and any("given" in knowledge.words.kinds.get(word, ()) for word in words[name.start : name.end])
    return None if person else name


def _read_told(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    """وأوضح لـ"…": marks behind ل soon after a verb of saying hold an outlet."""
    before = (reading for word in words[max(0, i - _TOLD) : i] for reading in readings_of(word))
    said = any("saying" in list_kinds(reading, knowledge.words) for reading in before)
    return _read_quoted(words, i + 1, "", knowledge) if said else None


def _read_dateline(words: Sequence[str], knowledge: RecognitionKnowledge) -> Name | None:
    """An outlet opens its story: "… من لندن:", "…/"."""
    for end in (1, 2, 3):
        if end < len(words) and all(word.isalpha() for word in words[:end]) and _ends_dateline(words[end : end + 3]):
            told = words[: end + 2] if words[end] == "من" else words[:end]
            return Name(0, end, "organization", "dateline", _DATELINE) if _may_be_outlet(told, knowledge) else None
    return None


def _ends_dateline(words: Sequence[str]) -> bool:
    return words[0] == "/" or (words[0] == "من" and len(words) > 2 and words[2] == ":")


def _may_be_outlet(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell an outlet from a place, a day and a person with an office ("تونس/")."""
    kinds = {kind for word in words if word != "من" for kind in list_kinds(word, knowledge.words)}
    first = set(list_kinds(words[0], knowledge.words))
    return len(words[0]) > 2 and not kinds & _NO_OUTLET and not first & {"country", "city3"}
