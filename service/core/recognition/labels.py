"""Turns the tagger's labels into names and trims what the guide leaves out: titles, generic words, marks."""

from collections.abc import Sequence

from service.core.arabic.letters import may_name_letter
from service.core.recognition.descriptions import agrees, describes_kind, describes_site, is_of_kind
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import FATHERS, LINKS, Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.neighbours import type_by_neighbours
from service.core.recognition.nominals import is_described, is_plain_noun
from service.core.recognition.purposes import tells_time
from service.core.recognition.surnames import is_foreign_name
from service.core.recognition.words import IMPERFECT, NAME_KINDS, UNSEEN, bare, find_stem, readings_of
from service.core.records import EntityType

_TYPES: dict[str, EntityType] = {"PER": "person", "LOC": "place", "ORG": "organization"}
_SCORE = 0.7
_CASES = {"ون": "ين", "ين": "ون"}
_SHORT, _SHORTEST_VERB = 5, 4  # letters
_THEIRS = ("اوه", "ايه", "اوها", "ايها", "اوهم", "ايهم")  # nouns in hamza with a pronoun: أصدقاؤه
_PARTICIPLE = 7  # letters
_OF_KIND = 2  # words: a head and its adjective
_GIVEN_AND_SURNAME = 2
_FULL = 3  # words of a name with more than a first name and a surname
_COMMON_BITS = 5
_DEMANDED = "طالب"  # a given name too, where the tagger reads it so
_THEN = "ف"  # is no clitic of a word in a name: روبرت فورد
_VAN = "فان"
_LIKE = "ك"  # begins names far more often than it compares to one: ريما كرامي
_MARKS = frozenset({("«", "»"), ('"', '"'), ("“", "”")})
_PRONOUNS, _ALREADY = ("ه", "ها"), frozenset({"قد", "وقد", "فقد", "لقد"})
_BUILDING, _ON = "بناء", "علي"


def read_labels(words: Sequence[str], labels: Sequence[str], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names that BIO labels mark, trimmed."""
    names = []
    for start, label in enumerate(labels):
        if label[0] == "B":
            end = start + 1
            while end < len(labels) and labels[end][0] == "I":
                end += 1
            name = trim_name(Name(start, end, _TYPES[label[2:]], "tagger", _SCORE), words, knowledge)
            if name.end > name.start:
                names.append(name)
    return names


def trim_name(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return a name without marks, titles, verbs at its edges and without a generic word that it can do without."""
    name = _before_time(_behind_title(type_by_neighbours(name, words, knowledge), words, knowledge), words)
    start, end = name.start, name.end
    filled = end > start + 1 and start and (words[start - 1], _at(words, end)) in _MARKS  # صحيفة "اليوم السابع"
    while not filled and start < end and _leads(words[start], _at(words, start + 1), name.type, end - start, knowledge):
        start += 1
    if name.type == "organization" and _begins_behind(words[start:end], knowledge):
        start += 1
    if name.type == "organization" and words[end - 1] in knowledge.tails and _at(words, start + 1).startswith("لل"):
        start += 1  # ورد للنسيم نيوز
    if name.type == "person":
        ends = range(start + 1, end)
        end = next((i for i in ends if _breaks(words[i - 1 : i + 1], _at(words, i + 1), knowledge)), end)
    if name.type == "organization" and end > start + 1 and _is_subject(words[start : start + 2], knowledge):
        end = start
    while end > start and words[end - 2] not in FATHERS and _trails(words[end - 1], name.type, end - start, knowledge):
        end -= 1
    if end == start + 1 and _is_no_name(words[start], name.type, knowledge):
        end = start
    if name.type == "person" and start and words[start - 1] in _ALREADY:  # قد عزت, قد وعد
        end = start
    if end == start + 1 and start and name.type == "person" and agrees(words[start - 1 : end], knowledge):
        end = start
    if (
        name.type == "place"
        and end == start + _OF_KIND
        and (describes_site(words[start:end], knowledge) or start and agrees(words[start - 1 : end], knowledge))
    ):
        end = start
    kind = end == start + 1 > name.start + 1 and describes_kind(words[start], knowledge)  # مؤسسة تعليمية
    kind = kind or end == start + 1 and is_described(words, start, words[start], knowledge)  # القاعدة العسكرية
    if name.type == "organization" and (kind or is_of_kind(words[start:end], knowledge)):
        end = start
    return _read_acronym(name._replace(start=start, end=end), words)


def _behind_title(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return the rare word behind a title that was taken for the name ("البابا تواضروس"), or the name as it is."""
    behind = _at(words, name.end)
    if name.type != "person" or name.end > name.start + 1 or words[name.start] not in knowledge.titles:
        return name
    rare = behind.isalpha() and not behind.startswith("ال")
    rare = rare and knowledge.words.uses.get(behind, UNSEEN).bits < _COMMON_BITS
    known = not NAME_KINDS.isdisjoint(knowledge.words.kinds.get(behind, ()))
    plain = find_stem(behind, knowledge.words).clitics == "" and behind not in knowledge.never
    return name._replace(start=name.end, end=name.end + 1) if (rare or known) and plain else name


def _before_time(name: Name, words: Sequence[str]) -> Name:
    """Return an institution's name without the time behind it: "جامعة الوادي للعام الدراسي"."""
    timed = (i for i in range(name.start + 1, name.end) if name.type == "organization" and tells_time(words[i]))
    return name._replace(end=next(timed, name.end))


def _begins_behind(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a definite subject before its object's head: "زار الوفد جامعة الخرطوم"."""
    return len(words) > _OF_KIND and bare(words[0]) != words[0] and words[1] in knowledge.strong


def _is_subject(pair: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a definite head before its verb, or before the verb's object: "النقابة تزور …", "أغلق الجيش مصفاة …"."""
    head, word = pair
    if bare(head) == head:
        return False
    body = bare(head) in knowledge.strong or bare(head) in knowledge.weak
    verb = body and word[0] in IMPERFECT and len(word) >= _SHORTEST_VERB
    return verb or bare(head) in knowledge.national and is_plain_noun(word, knowledge)


def _read_acronym(name: Name, words: Sequence[str]) -> Name:
    """Return the whole of an acronym in dotted letters, nothing of one that an agency signs with: "(يو.بي.آي)"."""
    start, end = name.start, name.end
    if start == end or not all(may_name_letter(word) or word == "." for word in words[start:end]):
        return name
    while start > 1 and words[start - 1] == "." and may_name_letter(words[start - 2]):
        start -= 2
    while _at(words, end) == "." and may_name_letter(_at(words, end + 1)):
        end += 2
    if "." not in words[start:end]:
        return name
    signed = start and words[start - 1] == "(" and _at(words, end) == ")"
    return Name(start, start if signed else end, "organization", name.rule, name.score)


def _is_no_name(word: str, kind: EntityType, knowledge: RecognitionKnowledge) -> bool:
    """Tell adjectives of nations, and for persons plurals that news has in both cases ("المتضررون", "المتضررين")."""
    unlisted = _is_unlisted(word, knowledge)
    if (
        is_nationality(find_stem(word, knowledge.words).rest, knowledge)
        or kind == "person"
        and (unlisted and word.endswith(_THEIRS) or word in knowledge.titles)
    ):
        return True
    if kind == "organization" and any(r in knowledge.classes or r in knowledge.media for r in readings_of(word)):
        return True
    if kind == "place":
        return bare(word) != word and bare(word) in knowledge.sites  # الميناء
    if word[-2:] not in _CASES or not unlisted:
        return False
    other = word[:-2] + _CASES[word[-2:]]  # والصيادون, الصيادين
    return len(word) > _SHORT and any(form in knowledge.words.uses for form in readings_of(other))


def _describes(word: str, following: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell an adjective of the title before a name ("الأستاذ المسرحي …"): common, in no list, before a first name."""
    if not word.startswith("ال") or not word.endswith("ي") or knowledge.words.kinds.get(word):
        return False
    common = knowledge.words.uses.get(word, UNSEEN).bits >= _COMMON_BITS
    return common and "given" in knowledge.words.kinds.get(following, ())


def _leads(word: str, following: str, kind: EntityType, left: int, knowledge: RecognitionKnowledge) -> bool:
    if word == _VAN and left >= _GIVEN_AND_SURNAME and is_foreign_name(following, knowledge):
        return False
    if not word[:1].isalnum() or word in knowledge.never or (word[0] in "وف" and word[1:] in knowledge.never):
        return word != _DEMANDED or left < _GIVEN_AND_SURNAME
    if left < _GIVEN_AND_SURNAME:
        return False
    if kind == "person":
        owned = word in knowledge.titles or word in knowledge.owned
        return owned or left >= _FULL and _describes(word, following, knowledge)
    rest = readings_of(word)
    return any(reading in knowledge.classes for reading in rest) if kind == "place" else False


def _trails(word: str, kind: EntityType, left: int, knowledge: RecognitionKnowledge) -> bool:
    if not word[-1:].isalnum() or word in knowledge.never:
        return True
    core = word.removeprefix("ال")
    told = core != word and not word.endswith("ي") and is_nationality(word, knowledge)  # "وأبلغ سالم الأتراك"
    if kind == "person" and left > 1 and (told or _is_participle(word, knowledge)):
        return True
    return kind == "organization" and left > 1 and core != word and core in knowledge.ordinary


def _is_participle(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell "المرتبطة", "المنتمية": what a group named after a person is said to be."""
    if not word.startswith("الم") or not word.endswith("ه") or len(word) < _PARTICIPLE:
        return False
    return _is_unlisted(word, knowledge)


def _at(words: Sequence[str], i: int) -> str:
    return words[i] if i < len(words) else ""


def _tells_office(word: str, following: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell an office behind a name ("فلان كاهية مدير …"), and "بناء على"."""
    kinds = knowledge.words.kinds.get(word, ())
    office = "office" in kinds and NAME_KINDS.isdisjoint(kinds) and not word.startswith("ال")
    theirs = word.endswith(_PRONOUNS) and "office" in knowledge.words.kinds.get(word.rstrip("اه"), ())  # نظيره
    office = office or theirs and (_is_unlisted(word, knowledge) or is_nationality(following, knowledge))
    return office or word == _BUILDING and following == _ON


def _breaks(pair: Sequence[str], following: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether the second word does not go on a person's name: it has و ف ب ك ل in front (but لمجرد)."""
    word = pair[1]
    if following in LINKS and word[0] == "و":  # عزيزة بولبيار ونصاف بن حفصية
        return True
    if _has_particle(word, knowledge) or word.startswith("لل") or _tells_office(word, following, knowledge):
        return True
    definite = pair[0].startswith("ال") and _is_unlisted(pair[0], knowledge)  # no أليكسي
    return definite and word[0] in "لب" and len(word) > 4 and _is_unlisted(word, knowledge)


def _has_particle(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a word with a particle in front, which a listed name has before a verb alone ("ليسير", but لمجرد)."""
    kinds = knowledge.words.kinds.get(word, ())
    if {"given", "first"}.isdisjoint(kinds) and word[0] == "ل" and word[1:2] in IMPERFECT:
        return knowledge.words.uses.get(word[1:], UNSEEN).bits >= _COMMON_BITS
    return find_stem(word, knowledge.words).clitics not in ("", _LIKE, _THEN) and NAME_KINDS.isdisjoint(kinds)


def _is_unlisted(word: str, knowledge: RecognitionKnowledge) -> bool:
    return NAME_KINDS.isdisjoint(knowledge.words.kinds.get(word, ()))
