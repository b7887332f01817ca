"""Finds institutions by their head word and its complement: "وزارة الدفاع الأمريكية", "المركز الوطني للأعاصير"."""

from collections.abc import Sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name, scan_names
from service.core.recognition.nasab import read_person
from service.core.recognition.nations import is_nationality
from service.core.recognition.signs import INSTITUTION, places_of
from service.core.recognition.words import UNSEEN, bare, find_name_stem, find_stem, readings_of

_SURE, _DOUBTFUL = 0.9, 0.4
_NO_PURPOSES = frozenset({"office", "title", "function", "saying", "time", "country", "city3", "nisba"})
_NO_NOUNS = frozenset({"function", "time"})
_INDEFINITE = frozenset({"الاف", "الام", "الات", "الهه"})  # begin with ال as they are folded
_DEFINITE = ("ال", "لل")
_LONGEST = 7  # words of a name
_SHORTEST_PURPOSE = 4  # letters
_KNOWN_BITS = 6
_FOR = ("من", "اجل")


def find_institutions(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the institutions among the folded words of a sentence."""
    return scan_names(places_of(flags, INSTITUTION), lambda i: _read_at(words, i, knowledge))


def _read_at(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    for head in readings_of(words[i]):
        core = head.removeprefix("ال")
        if core not in knowledge.strong and core not in knowledge.weak and core not in knowledge.national:
            continue
        end = _read_definite(words, i, core, knowledge) if core != head else _read_construct(words, i, core, knowledge)
        if end:
            sure = core in knowledge.strong or _told_apart(words[i + 1 : end], core != head, knowledge)
            aimed = _skip_aim(words, end, core, knowledge)
            sure = sure or aimed > end
            end = _skip_seat(words, core, aimed, knowledge)
            return Name(i, end, "organization", "institution", _SURE if sure else _DOUBTFUL)
    return None


def _skip_aim(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """Return the end of what a party is for: "… من أجل الديمقراطية والعدالة"."""
    if core not in knowledge.aimed or tuple(words[i : i + 2]) != _FOR:
        return i
    end = i + 2
    while end < len(words) and _definite_noun(words[end] if end == i + 2 else words[end][1:], knowledge):
        if end > i + 2 and not words[end].startswith("وال"):
            break
        end += 1
    return end if end > i + 2 else i


def _skip_seat(words: Sequence[str], core: str, i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of a court's town, without which it is one of many: "المحكمة الابتدائية بصفاقس"."""
    if core not in knowledge.seated or i >= len(words):
        return i
    clitics, rest = find_name_stem(words[i], knowledge.words)
    town = {"city1", "city2", "city3", "country"} & set(knowledge.words.kinds.get(rest, ()))
    return i + 1 if clitics == "ب" and town else i


def _told_apart(words: Sequence[str], definite: bool, knowledge: RecognitionKnowledge) -> bool:
    """Tell by the words behind a head that no common noun is meant: a title, a nation, a rank, what it is for.

    A feminine rank behind a definite head ("اللجنة الوزارية") tells nothing.
    """
    if words[0] in knowledge.honours or any(word.startswith("ل") for word in words[1:]):
        return True
    if any(is_nationality(word, knowledge) for word in words):
        return True
    if definite:
        return bare(words[-1]) in knowledge.ranks
    return any(bare(word).removesuffix("ه") in knowledge.ranks for word in words)


def _read_definite(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """الحكومة العراقية, المركز الوطني للأعاصير: a definite head, adjectives, at last what it is for."""
    end = _skip_adjectives(words, i + 1, knowledge)
    if end == i + 1 or _feminine(core) != _feminine(words[i + 1]) or _is_officers(words, i, end, knowledge):
        return 0
    nations = any(is_nationality(word, knowledge) for word in words[i + 1 : end])
    if core in knowledge.national and not nations and core not in knowledge.strong:
        return 0
    open_ended = core not in knowledge.national or core in knowledge.weak or not nations
    if open_ended and (purpose := read_purpose(words, end, knowledge)):
        return purpose
    if nations:
        return end
    if core in knowledge.national - knowledge.strong:
        return 0
    known = (core in knowledge.strong or core in knowledge.weak) and core not in knowledge.plain
    return end if known or words[end - 1].removeprefix("ال") in knowledge.ranks else 0


def _feminine(word: str) -> bool:
    return word.endswith(("ه", "يا", "ات"))


def _is_officers(words: Sequence[str], i: int, end: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether an adjective may be the officer's: "وزير الخارجية العراقي", but not "رئيس الحكومة العراقية"."""
    kinds = list_kinds(words[i - 1], knowledge.words) if i and not words[i].startswith("و") else ()
    if "office" not in kinds or "function" in kinds:
        return False
    serves = end < len(words) and words[end].startswith("لل")
    return not serves and words[i - 1].endswith("ه") == _feminine(words[i + 1])


def _read_construct(words: Sequence[str], i: int, core: str, knowledge: RecognitionKnowledge) -> int:
    """وزارة الدفاع الأمريكية, منظمة برامج الطاقة النووية: a head, at most one bare noun, a definite one, adjectives."""
    at = i + 1
    if core not in knowledge.strong and core not in knowledge.weak:
        return 0
    if at + 1 < len(words) and words[at] in knowledge.honours:
        return _read_honoured(words, at + 1, knowledge)
    if at + 1 < len(words) and is_plain_noun(words[at], knowledge) and _definite_noun(words[at + 1], knowledge):
        at += 1
    if at >= len(words) or not _definite_noun(words[at], knowledge):
        return 0
    end = _skip_adjectives(words, at + 1, knowledge)
    if end == i + 2 and words[at].removeprefix("ال") in knowledge.bland:
        return 0
    while end < len(words) and end - i < _LONGEST and _joins(words[end], core, end > at + 1, knowledge):
        end = _skip_adjectives(words, end + 1, knowledge)
    return end


def _read_honoured(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """مركز الملك … للبحوث: a person's name, adjectives, at last what it is for."""
    end = read_person(words, i, knowledge)
    while end < len(words) and "given" in knowledge.words.kinds.get(words[end], ()):
        end += 1
    end = _skip_adjectives(words, end, knowledge)
    return read_purpose(words, end, knowledge) or end


def read_purpose(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of what an institution is for, 0 without: للغذاء والدواء, لمكافحة الفساد, للدفاع عن حقوق الإنسان.

    Nouns joined by و are no heads of further institutions.
    """
    start = _begin_purpose(words, i, knowledge)
    if not start:
        return 0
    end = _skip_adjectives(words, _skip_cause(words, start, knowledge), knowledge)
    while end < min(i + _LONGEST, len(words)) and words[end].startswith("وال"):
        if _begins_other(words[end][1:], knowledge):
            break
        end = _skip_adjectives(words, end + 1, knowledge)
    return end


def _skip_cause(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of "عن …" behind a purpose, with one or two nouns."""
    if i + 1 >= len(words) or words[i] != "عن":
        return i
    at = i + 2 if is_plain_noun(words[i + 1], knowledge) else i + 1
    return at + 1 if at < len(words) and _definite_noun(words[at], knowledge) else i


def _begin_purpose(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of ل with a definite noun, or with a noun and a definite one behind it; 0 without."""
    if i >= len(words) or not words[i].startswith("ل") or len(words[i]) < _SHORTEST_PURPOSE:
        return 0
    if words[i].startswith("لل") and len(words[i]) > 4:
        kinds = knowledge.words.kinds.get(find_stem(words[i], knowledge.words).rest, ())
        return 0 if "country" in kinds or "city3" in kinds else i + 1
    if i + 1 == len(words) or not _is_aim(words[i], knowledge):
        return 0
    return i + 2 if _definite_noun(words[i + 1], knowledge) and not _begins_other(words[i + 1], knowledge) else 0


def _is_aim(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word is ل with a noun that many texts have ("لمكافحة", "لحقوق")."""
    noun = word[1:]
    known = knowledge.words.uses.get(noun, UNSEEN).bits >= _KNOWN_BITS and noun not in knowledge.unnamed
    if not known or noun.startswith("ال") or _begins_other(noun, knowledge):
        return False
    return _NO_PURPOSES.isdisjoint(knowledge.words.kinds.get(word, ()))


def _begins_other(word: str, knowledge: RecognitionKnowledge) -> bool:
    core = bare(word)
    heads = (knowledge.strong, knowledge.weak, knowledge.national, knowledge.classes, knowledge.media)
    kinds = set(list_kinds(word, knowledge.words))
    if any(core in group for group in heads) or word in knowledge.never or is_nationality(word, knowledge):
        return True
    return bool(kinds & _NO_PURPOSES)


def _joins(word: str, core: str, described: bool, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a name goes on: a ministry's second field, a further adjective ("الاقتصادي والاجتماعي")."""
    if not word.startswith("وال") or is_nationality(word[1:], knowledge):
        return False
    if core in knowledge.paired:
        return not _begins_other(word[1:], knowledge) and not (core != "وزاره" and _tells_people(word))
    return described and is_adjective(word[1:], knowledge)


def _tells_people(word: str) -> bool:
    """والعاملين, والمقرب: no field of a body's."""
    return word.endswith(("ين", "ون")) or word.startswith("والم") and not word.endswith("ه")


def is_plain_noun(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether an indefinite word may stand between a head and the definite word that makes it a name."""
    bare_word = word.isalpha() and len(word) > 3 and word[:2] not in _DEFINITE and word not in knowledge.unnamed
    return bare_word and "function" not in knowledge.words.kinds.get(word, ())


def _definite_noun(word: str, knowledge: RecognitionKnowledge) -> bool:
    core = word.removeprefix("ال")
    if len(core) < 2 or core == word or word in _INDEFINITE or core in knowledge.unnamed:
        return False
    return _NO_NOUNS.isdisjoint(knowledge.words.kinds.get(word, ()))


def _skip_adjectives(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    end = i
    while end < len(words) and end - i < _LONGEST and is_adjective(words[end], knowledge):
        end += 1
    return end


def is_described(words: Sequence[str], i: int, word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell by the adjective of kind behind it that a word is no institution's name there ("القاعدة العسكرية")."""
    if bare(word) not in knowledge.nouns or i + 1 >= len(words) or is_nationality(words[i + 1], knowledge):
        return False
    return is_adjective(words[i + 1], knowledge)


def is_adjective(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word is a definite adjective of nation, kind or rank, as names of institutions have them."""
    core = word.removeprefix("ال")
    if core == word:
        return False
    masculine = core[:-1] if core.endswith("يه") else core
    if core in knowledge.ranks or masculine in knowledge.ranks:
        return True
    return masculine.endswith("ي") and len(masculine) >= 3 and masculine not in knowledge.ordinary
