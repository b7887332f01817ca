"""Gives names their full extent: first names and new surnames, a kunya's second half, the head of a site."""

from collections.abc import Sequence

from service.core.recognition.called_after import end_house
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import LINKS, Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.offices import names_speaker
from service.core.recognition.press_names import end_paper
from service.core.recognition.purposes import read_purpose
from service.core.recognition.surnames import completes_name, is_new_surname
from service.core.recognition.words import UNSEEN, bare, find_stem, readings_of

_COMMON_BITS, _GIVEN_BITS = 11, 8
_SHORTEST = 4  # letters
_STOPS = frozenset({"،", ":", "(", "«"})
_CAMP, _SEMI = "مخيم", "شبه"
# Heads that a rule's names do without.
_APART = {
    "listed": frozenset({"جزر", "جزيره", _CAMP}),
    "tagger": frozenset({"جزيره"}),
    "locality": frozenset({_CAMP}),
}
_GENERIC = frozenset({"نهر", "حقل"})  # دجلة, نهر دجلة
_PARTY, _PARTY_HEAD = 2, "حزب"
_NEW = "الجديده"  # a town's, no country's
_YEAR = "العام"
_AIRPORT, _CLITICS = "مطار", ("و", "ب", "ل")
_SURER = 0.3  # puts an airport's name before that of its second town
_KUNYA = frozenset({"ابو", "ابي", "ابا", "ام"})
_GO_ON = LINKS | _KUNYA
_INITIALS = frozenset("بتثجحخرزسشصضطظعغفقكلنهوي")  # but those of doctors, engineers and professors
_SERVANT, _CITY = "عبد", "مدينه"
_FAITH, _POPE = "الدين", "البابا"
# Bodies whose missions bear names of their own; those of others are told by the body alone.
_UNITED = (["الامم", "المتحده"], ["الاتحاد", "الاوروبي"], ["الاتحاد", "الافريقي"], ["الجامعه", "العربيه"])
_DIRECTORATE = ["مديريه", "عامه"]
_VON_DER = ["فون", "دير"]
_PARTICLES = frozenset({"function", "time"})
_COMMON = frozenset({"function", "office", "institution"})


def widen_name(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return a name with the words around it that belong to it."""
    if name.type == "person":
        return _read_eponym(name, words, knowledge) or _widen_person(name, words, knowledge)
    if name.type == "place":
        return _widen_site(name, words, knowledge)
    name = _read_eponym(name, words, knowledge) or name if name.rule == "tagger" else name
    name = name._replace(end=end_house(name, words, knowledge))
    name = name._replace(end=end_paper(name, words, knowledge))
    if name.rule == "listed" and words[name.start].startswith("لل"):
        return name._replace(start=name.start - len(_DIRECTORATE) * _is_directorate_of(name, words))
    if words[name.end - 1].isdecimal() and name.end < len(words) and words[name.end].startswith("ال"):
        return name._replace(end=name.end + is_nationality(words[name.end], knowledge))  # القناة 12 الإسرائيلية
    return name._replace(
        start=name.start + _is_party_of(name, words, knowledge) - _is_mission_of(name, words, knowledge)
    )


def _is_directorate_of(name: Name, words: Sequence[str]) -> bool:
    """Tell the whole name of a service that is listed: "المديرية العامة للدفاع المدني"."""
    before = words[max(0, name.start - len(_DIRECTORATE)) : name.start]
    return [bare(word) for word in before] == _DIRECTORATE


def _is_mission_of(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell that the word before makes a mission of a listed body: "بعثة الأمم المتحدة"."""
    united = name.rule == "listed" and words[name.start : name.end] in _UNITED
    return united and name.start > 0 and not knowledge.missions.isdisjoint(readings_of(words[name.start - 1]))


def _is_party_of(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell "حزب المؤتمر …", whose further words begin as names of parties do and are the usual name."""
    further = words[name.start + 1 : name.end]
    if len(further) < _PARTY + bool(further and further[0].startswith("ال")):
        return False
    return _PARTY_HEAD in readings_of(words[name.start]) and bare(further[0]) in knowledge.parties


def _widen_site(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """مطار and شبه جزيرة belong to the place behind them, جزر only to one that is no country without ("جزر القمر")."""
    start = name.start
    peninsula = start > 1 and _SEMI in readings_of(words[start - 2])
    heads = knowledge.works | knowledge.sites
    heads = heads if peninsula else heads - _APART.get(name.rule, frozenset()) - _GENERIC
    if start and words[start] in knowledge.honours and _CITY in readings_of(words[start - 1]):
        return name._replace(start=start - 1, rule="site")
    while start and not heads.isdisjoint(readings_of(words[start - 1])):
        start -= 1
    if start == name.start:
        headed = name.end - start > 1 and not (heads | knowledge.eponymous).isdisjoint(readings_of(words[start]))
        told = _tells_site(words, name.end, knowledge) if headed else _lies(name, words, knowledge)
        return name._replace(end=name.end + told)
    end = name.end + _lies_by_another(words[start], words, name.end, knowledge)
    told = _tells_site(words, end, knowledge) or _lies(name, words, knowledge)
    return name._replace(start=start, end=end + told, score=name.score + (end > name.end) * _SURER, rule="site")


def _tells_site(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell an adjective of rank, kind or side behind a site's name: "مطار … الدولي", "قاعدة … الجوية"."""
    core = bare(words[i]) if i < len(words) else ""
    told = core in knowledge.ranks or core in knowledge.site_kinds or i < len(words) and words[i] in knowledge.sides
    return told and core != words[i] != _YEAR


def _lies_by_another(head: str, words: Sequence[str], end: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell the second town of an airport's name: "مطار تونس قرطاج"."""
    if _AIRPORT not in readings_of(head) or end >= len(words) or words[end][:1] in _CLITICS:
        return False
    kinds = knowledge.words.kinds.get(words[end], ())
    rare = knowledge.words.uses.get(words[end], UNSEEN).bits < _COMMON_BITS
    placed = any(kind.startswith("city") or kind == "site" for kind in kinds)
    return rare and placed and _COMMON.isdisjoint(kinds)


def _lies(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a part of a region by its side ("البلقان الغربية"), which may be another noun's ("حدود … الغربية")."""
    if name.end >= len(words) or words[name.end] not in knowledge.sides:
        return False
    if words[name.end] == _NEW and "country" in knowledge.words.kinds.get(
        find_stem(words[name.start], knowledge.words).rest, ()
    ):
        return False
    alone = not name.start or find_stem(words[name.start], knowledge.words).clitics
    if alone:
        return True
    kinds = (knowledge.words.kinds.get(reading, ()) for reading in readings_of(words[name.start - 1]))
    return any("function" in kind for kind in kinds)


def _read_eponym(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name | None:
    """Return the place or institution called after a person: "مطار …", "شارع الملك …", "مستشفى …"."""
    start = name.start
    while start and words[start - 1] in knowledge.honours:
        start -= 1
    if not start or find_stem(words[start], knowledge.words).clitics:
        return None
    if start < name.start and _CITY in readings_of(words[start - 1]):  # مدينة الملك … الرياضية
        kind = name.end < len(words) and bare(words[name.end]) in knowledge.house_kinds
        return name._replace(start=start - 1, end=name.end + kind, type="place", rule="site")
    schooled = start > 1 and bare(words[start - 1]) in knowledge.house_kinds
    if schooled and any(bare(head) in knowledge.houses for head in readings_of(words[start - 2])):
        return name._replace(start=start - 2, type="organization", rule="institution")  # المستشفى الجهوي …
    heads = readings_of(words[start - 1])
    if not knowledge.eponymous.isdisjoint(heads):
        end = name.end + (name.end < len(words) and words[name.end] in knowledge.ordinals)  # ملعب الملك فيصل الثاني
        end += _tells_site(words, end, knowledge)
        return name._replace(start=start - 1, end=end, type="place", rule="site")
    if knowledge.houses.isdisjoint(heads):
        return None
    kinds = knowledge.house_kinds | knowledge.ranks  # مستشفى … الجامعي
    end = name.end + (name.end < len(words) and words[name.end] in knowledge.ordinals)
    while end < len(words) and bare(words[end]) != words[end] and bare(words[end]) in kinds:
        end += 1
    end = read_purpose(words, end, knowledge) or end
    return name._replace(start=start - 1, end=end, type="organization", rule="institution")


def _begin_person(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return where a person's name begins: with an initial, given names, or a rare one before a surname."""
    start = name.start
    if start > 1 and words[start - 1] == "." and len(words[start - 2]) == 1 and words[start - 2] in _INITIALS:
        start -= 2  # ب. عبد القادر
    while start and _given(words[start - 1], knowledge) and not find_stem(words[start], knowledge.words).clitics:
        start -= 1
    alone = name.end == start + 1 and start > 0 and name.rule == "tagger"
    return start - (alone and _is_rare_name(words[start - 1], knowledge))


def _widen_person(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    start, end = _begin_person(name, words, knowledge), name.end
    if words[end - 2 : end] == _VON_DER and end < len(words) and words[end].isalpha():
        end += 1
    if words[end - 1] in _GO_ON and end < len(words) and _may_go_on(words[end], words[end - 1], knowledge):
        end += 1
    if end - start == 2 and words[start] in _KUNYA and end < len(words) and _byname(words[end], knowledge):
        end += 1
    if end < len(words) and words[end - 1] not in _KUNYA and _given(words[end - 1], knowledge):
        end += is_new_surname(words[end], knowledge)
    if end == start + 1 and name.rule == "tagger" and end + 1 < len(words) and words[end + 1] in _STOPS:
        end += _is_foreign(words[end], knowledge)
    alone = end == start + 1 or end == start + 2 and words[start] == _SERVANT
    if alone and name.rule == "tagger" and end < len(words) and _names_given(words[start:end], knowledge):
        end += completes_name(words[end], knowledge)
    if end - start == 2 and words[start] == _SERVANT and end < len(words) and _ends_name(words[end], knowledge):
        end += 1
    if end == start + 1 and start and words[start - 1] in knowledge.titles:
        end += names_speaker(words, start, knowledge)
    if end - start == 2 and end < len(words) and words[end].startswith("بن") and completes_name(words[end], knowledge):
        end += 1  # فاطمة الزهراء بنعمر
    if end < len(words) and (words[end] == _FAITH or start and _reigns(words, start, end, knowledge)):
        end += 1
    return name._replace(start=start, end=end)


def _reigns(words: Sequence[str], start: int, end: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a king's or pope's number: "الملك فيصل الثاني"."""
    return words[end] in knowledge.ordinals and (words[start - 1] in knowledge.honours or words[start - 1] == _POPE)


def _names_given(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    return words[0] == _SERVANT or "given" in knowledge.words.kinds.get(words[0], ())


def _is_rare_name(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a listed name that news do not have, before a surname: "رويم الحداد"."""
    return word not in knowledge.words.uses and "name1" in knowledge.words.kinds.get(word, ())


def _is_foreign(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a word that no text and no list has, whose form is no adverb's ("… كزافيه،")."""
    known = word in knowledge.words.uses or word in knowledge.words.kinds or find_stem(word, knowledge.words).clitics
    adverb = word.startswith("م") and word.endswith("ا")
    return word.isalpha() and len(word) >= _SHORTEST and not (known or adverb or word.startswith("ال"))


def _ends_name(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell the surname behind "عبد …", which names nobody by itself: a definite word in ي that is no nation's."""
    if not word.startswith("ال") or not word.endswith("ي") or is_nationality(word, knowledge):
        return False
    return bare(word) not in knowledge.ordinary and "time" not in knowledge.words.kinds.get(word, ())


def _may_go_on(word: str, before: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a name goes on behind بن or أبو; behind أبو with a word that is a verb as well ("أبو طالب")."""
    if before in _KUNYA:
        return word.isalpha() and _PARTICLES.isdisjoint(knowledge.words.kinds.get(word, ()))
    return word.isalpha() and word not in knowledge.never


def _given(word: str, knowledge: RecognitionKnowledge) -> bool:
    stem = find_stem(word, knowledge.words).rest
    use, kinds = knowledge.words.uses.get(stem, UNSEEN), knowledge.words.kinds.get(stem, ())
    if word in knowledge.never or word in knowledge.owned or word in knowledge.titles:
        return False
    placed = ((), "place") in knowledge.listed.get(stem, ())  # واشنطن
    return "given" in kinds and not placed and use.bits <= _GIVEN_BITS and bare(stem) == stem


def _byname(word: str, knowledge: RecognitionKnowledge) -> bool:
    kinds = knowledge.words.kinds.get(bare(word), ())
    return (
        bare(word) != word
        and word not in knowledge.titles
        and not is_nationality(word, knowledge)
        and not {"time", "function"} & set(kinds)
    )
