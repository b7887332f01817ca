"""Ends a subject where its verb's object begins: whom it asks or accuses, what it describes."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.manners import ITS
from service.core.claims.nouns import is_verbal_noun
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_NISBA, _NISBAS = ("ي", "يه"), ("ي", "يه", "يون", "يين")
_NO_ADJECTIVES = ("الذي", "التي", "الي")
_LONGEST_UNREAD = 4  # tokens of a subject without name; a longer one has run into the object
_PLURAL, _BROKEN_PLURAL = "ين", "اه"  # القضاة
_SHORTEST_PLURAL = 6  # letters with the article: الأمين is one person
_COMMAS = ("،", ",")
_WHAT, _IN = "ما", "في"
_QUALITIES = ("كبير", "كبار", "بارز", "بارزون", "سابق", "سابقون", "اخر", "اخرون")
_AND, _OF, _TO = "و", "لل", "ل"
_TANWIN = ("اً", "ًا")
_PARTICIPLE = "الم"
_LONGEST_SINGULAR = 4  # letters: لدي, حوالي is an adverb


def leave_object(
    passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge, *, described: bool = False
) -> NounPhrase:
    """Return the subject of a verb told to somebody (دعا النواب وزير …): it ends where another source begins."""
    for j in range(phrase.start + 1, phrase.end):
        thing = described and _begins_object(passage, phrase.start, j, knowledge)
        if thing or _begins_another(passage, phrase, j, knowledge):
            return phrase._replace(end=j, reach=j)
        if j in passage.held:
            continue
        office = passage.ends_person(j) and passage.word(j).removeprefix("ال") in knowledge.words.roles
        if office and not described:  # واتهم فلان الوزير
            return phrase._replace(end=j, reach=j)
        accusative = passage.written(j).endswith(_TANWIN) and j not in passage.named
        if accusative or _ends_source(passage, phrase.start, j, knowledge) and _begins_source(passage, j, knowledge):
            return phrase._replace(end=j, reach=j)
    return phrase


def _begins_another(passage: Passage, phrase: NounPhrase, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell by grammar alone that what stands at a token is no part of a subject."""
    start = phrase.start
    return (
        _follows_adjective(passage, start, j, knowledge)
        or _are_asked(passage, j)
        or _is_office_behind_body(passage, start, j, knowledge)
        or _begins_construct(passage, start, j, knowledge)
        or _follows_indefinite(passage, start, j, knowledge)
        or _follows_state(passage, start, j, knowledge)
        or _is_behind_comma(passage, phrase, j, knowledge)
    )


def _begins_object(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what is described (ووصفت التقارير لقاء الرئيسين بأنه …): a bare noun behind a definite one or a person."""
    word, particles = passage.word(j), knowledge.particles
    if word in particles.demonstratives or word == _WHAT and passage.word(j - 1).startswith("ال"):
        return True
    name = passage.names.get(j - 2 + (passage.word(j - 2) == _IN)) if j in passage.name_ends else None
    if name and name.type == "place" and word.startswith("ال") and not word.endswith(_NISBAS):
        return True  # المصدر في باريس الخطوة
    whole = passage.word(j - 1).startswith("ال") or j in passage.name_ends
    act = word[2:] in particles.of_acts or not word.endswith(_NISBA) and is_verbal_noun(word[2:], knowledge)
    act = act and word.startswith("ال")
    if act and whole and j not in passage.names:
        return True  # ووصف الوزير الاتفاق بأنه
    if (
        j in passage.named
        or j in passage.names
        or word.startswith(("ال", "وال", "لل", "بال", "باسم"))
        or not passage.is_word(j)
    ):
        return False
    if word in knowledge.words.roles or word in particles.prepositions or word in particles.adjuncts:
        return False
    if passage.written(j).endswith(ITS):  # وصف العمدة المنتخب قراره بأنه
        return True
    if j == start + 2 and _is_described_medium(passage, start, knowledge) and not word.endswith(_NISBA):
        return True
    behind = passage.word(j - 1).startswith("ال") and start not in passage.names
    return behind and passage.word(start).startswith("ال") or passage.ends_person(j)


def _is_office_behind_body(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell هيئة الإسعاف الوزير: an office with the article describes no body."""
    word, head = passage.word(j), passage.word(start)
    office = word.startswith("ال") and word in knowledge.words.roles and j not in passage.held
    return office and head in knowledge.words.institutions and passage.word(j - 1).startswith("ال")


def _is_behind_comma(passage: Passage, phrase: NounPhrase, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "رئيسة الجمعية، البنك المركزي": behind the only comma neither a person nor an office says who it is."""
    if passage.word(j) not in _COMMAS or any(passage.word(k) in _COMMAS for k in range(j + 1, phrase.end + 1)):
        return False
    name, head = passage.names.get(j + 1), passage.word(j + 1)
    body = name is not None and name.type != "person" and not name.attached
    known = head[2:] in knowledge.words.institutions or head in knowledge.particles.authorities
    return j > phrase.start + 1 and (body or head.startswith("ال") and known)


def _begins_construct(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell قائد عسكري مراكز الدراسات, المعارضة نظام الرئيس: a noun that another completes, where none can belong."""
    word, words, particles = passage.word(j), knowledge.words, knowledge.particles
    before = passage.word(j - 1)
    described = before.endswith(_NISBA) and not before.startswith("ال") and before not in particles.prepositions
    crowd = passage.word(start) in words.unnamed_group and before.endswith("يه") and before[:2] != "ال"
    crowd = crowd and j == start + 2 and not (word.startswith("م") and word.endswith("ه"))  # مصادر نيابية مطلعة
    whole = j > start + 1 and (crowd or passage.word(start) in words.unnamed_person and described)
    whole = whole or j == start + 1 and before.startswith("ال") and before not in words.roles
    noun = not word.startswith(("ال", "ب", "ل")) and not word.endswith(_NISBAS) and j not in passage.named
    other = word in words.roles or word in words.unnamed_person or word in particles.prepositions
    other = other or word in particles.adjuncts or word in words.times
    return whole and noun and not other and passage.word(j + 1).startswith("ال") and j not in passage.held


def _are_asked(passage: Passage, j: int) -> bool:
    """Tell الوزارة مستعملي الطريق: many of a kind, whom no definite word before them governs."""
    word = passage.word(j)
    many = word.endswith("ي") and not word.startswith(("ال", "وال", _TO)) and len(word) > _LONGEST_SINGULAR
    free = j not in passage.names and j not in passage.named and j not in passage.held
    return many and free and passage.word(j - 1).startswith("ال") and passage.word(j + 1).startswith("ال")


def _follows_adjective(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell الرئيس الإيراني الغرب: behind an adjective of a nation or kind a definite noun is somebody else."""
    word, before, words = passage.word(j), passage.word(j - 1), knowledge.words
    if j in passage.names or j in passage.held or j - 1 in passage.held or not word.startswith("ال"):
        return False
    adjective = word.endswith(_NISBAS) or word.startswith(_PARTICIPLE) or word in knowledge.particles.qualities
    office = word in words.roles or word in words.times or word[2:] in knowledge.offices.roles.heads
    definite = [passage.word(k).startswith("ال") for k in range(start, j)]
    agrees = definite[-1] or not any(definite)  # not الوزارة مستعملي الطريق
    described = j > start + 1 and before.endswith(_NISBA) and agrees and before[:1] != "ل"
    return described and not (adjective or office or passage.word(j + 1) == "من")


def _follows_indefinite(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell مسؤولون إيرانيون الحكومة, مسؤول كبير الغرب: no definite noun completes an adjective without article."""
    head, word, before, words = passage.word(start), passage.word(j), passage.word(j - 1), knowledge.words
    if j <= start + 1 or not word.startswith("ال") or word in words.times:
        return False
    if head not in words.unnamed_person and head not in words.unnamed_group:
        return False
    described = ("ي", "يون") if head in words.unnamed_person else (*_NISBA, "يون")
    adjective = before.endswith(described) or before in _QUALITIES
    indefinite = not any(passage.word(k).startswith("ال") for k in range(start, j))
    return adjective and indefinite and before not in knowledge.particles.prepositions


def _follows_state(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell موسكو الغرب: behind a state alone a definite noun is somebody else, an adjective is its own."""
    state, word = passage.names.get(start), passage.word(j)
    behind = state is not None and state.type == "place" and state.end == j and word.startswith("ال")
    return behind and not word.endswith(_NISBAS) and word not in knowledge.particles.qualities


def _is_described_medium(passage: Passage, start: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "صحيفة سعودية", behind whose adjective nothing completes it."""
    return passage.word(start) in knowledge.words.media_heads and passage.word(start + 1).endswith(_NISBA)


def _ends_source(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """Behind a name, a definite word, or an adjective without article (منظمات محلية) another source may begin."""
    if j in passage.name_ends or passage.word(j - 1).startswith("ال"):
        return True
    described = j > start + 1 and passage.word(j - 2) not in knowledge.words.roles  # رئيسة بعثة المنظمة
    return described and passage.word(j).startswith("ال") and passage.word(j - 1).endswith("ه")


def _begins_source(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    word, words = passage.word(j), knowledge.words
    if j in passage.names:
        name = passage.names[j]
        joined = name.attached and (name.type == "organization" or word.startswith((_AND, _TO))) or word.startswith(_OF)
        return name.type != "person" and not joined
    if word.startswith("ال"):
        told = word in words.unnamed_group | knowledge.particles.bodies | knowledge.particles.everybody
        told = told or word.endswith("ات") or word[2:] in words.institutions and word not in words.roles
        return told or _is_many(passage, j, knowledge) or _disagrees(passage.word(j - 1), word, knowledge)
    asked = knowledge.particles.quantities | knowledge.particles.counterparts
    free = word[:1] not in ("ل", "ب", "و")
    many = free and word.endswith("ات") and passage.word(j + 1).startswith("ال")  # مكونات المجتمع
    return many or word in words.roles or word in words.unnamed_group or word in asked


def _is_many(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """Tell people in the plural (حث الصدر العراقيين على) behind a name, an office or a word in the singular."""
    word, before = passage.word(j), passage.word(j - 1)
    if not word.endswith(_PLURAL) or len(word) <= _SHORTEST_PLURAL:
        return False
    single = before.endswith(_NISBA) or before.endswith("ه") and not before.endswith(_BROKEN_PLURAL)
    office = before.removeprefix("ال") in knowledge.words.roles
    return j in passage.name_ends or single and before not in knowledge.words.unnamed_group or office


def _disagrees(head: str, word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a definite word cannot describe the office before it: it is feminine, the office is not."""
    return word.endswith("ه") and not head.endswith("ه") and head.removeprefix("ال") in knowledge.words.roles


def without_object(passage: Passage, subject: NounPhrase) -> NounPhrase | None:
    """A subject without name ends behind its adjectives; a long one has run into the object."""
    words = range(subject.start, subject.end)
    first = passage.names.get(subject.start)
    if first and first.type != "person":
        return NounPhrase(subject.start, first.end, first.end)
    names = [passage.names[i] for i in words if i in passage.names]
    person = next((name for name in names if name.type == "person"), None)
    if person and passage.word(person.end) not in _COMMAS:
        return NounPhrase(subject.start, person.end, person.end)
    if names:
        return subject
    if passage.word(subject.start).startswith("ال"):
        end = next((i for i in words[1:] if not describes(passage, i)), subject.end)
        return NounPhrase(subject.start, end, end)
    whole = passage.word(subject.start).endswith("ون")  # no noun completes it, as one does مسؤولو
    end = next((i for i in words[1 if whole else 2 :] if passage.word(i).startswith("ال")), subject.end)
    subject = NounPhrase(subject.start, end, max(end, subject.tail))
    return subject if len(words) <= _LONGEST_UNREAD else None


def describes(passage: Passage, i: int) -> bool:
    """Tell a definite adjective behind a definite noun: الشركة الوطنية."""
    word = passage.word(i)
    kind = word.startswith("ال") and word.endswith(_NISBAS) and word not in _NO_ADJECTIVES
    return kind and passage.word(i - 1).startswith("ال")
