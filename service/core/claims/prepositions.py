"""Tells whose a preposition behind a verb is: the verb's own, or a noun's before it (مدير الصحة بمدينة حلب)."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.nouns import is_verbal_noun
from service.core.claims.passages import Passage

_FARTHEST_ACT = 20  # tokens
_COMMAS, _FROM, _FARTHEST_FROM = ("،", ","), "من", 20  # tokens from "of a body" to what is warned of
_NEAREST_TO = 8  # tokens within which a verb has its own إلى
_SHORTEST_THING = 4  # letters of a noun with its ل
_IN_REGIONS = ("بمحافظه", "بمدينه", "بولايه", "بمنطقه", "ببلده", "بقريه", "بمديريه", "باقليم")


def completes_office(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell المحامية بالنقض …, where another ب begins the act that is asked for (بتشكيل لجنة), and والي بنزرت فلان."""
    if passage.word(i - 1) in knowledge.words.roles and i + 1 in passage.names:
        return passage.names[i + 1].type == "person"
    act = _begins_act_behind(passage, i, knowledge)
    office = passage.word(i - 1).removeprefix("ال") in knowledge.words.roles | knowledge.particles.next_of
    return office and act and not is_verbal_noun(passage.word(i)[1:].removeprefix("ال"), knowledge)


def tells_where(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell the place of a source (مدير الصحة بمدينة حلب), where another ب begins what it says (بقصف المستشفى)."""
    name = passage.names.get(i + 1 if passage.word(i) in _IN_REGIONS else i)
    return name is not None and name.type != "person" and _begins_act_behind(passage, i, knowledge)


def _begins_act_behind(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    for k in range(i + 1, i + _FARTHEST_ACT):
        word = passage.word(k)
        act = word[1:].removeprefix("ال") if word.startswith("ب") else ""
        if word == "ب" and k + 1 in passage.quotes or act.startswith("ت") or is_verbal_noun(act, knowledge):  # بالتكتم
            return True
    return False


def is_purpose_of(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what somebody is asked for with ل (لفتح, للانخراط) from whose office it is (الأمين العام للاتحاد … إلى)."""
    word = passage.word(i)
    near = range(i + 1, i + _NEAREST_TO)
    free = i not in passage.held and all(passage.word(k) != "الي" for k in near)
    if not word.startswith("لل"):
        called = free and word[1:] in knowledge.particles.called_for
        return called or is_verbal_noun(word[1:], knowledge) or _is_called_for(passage, i, knowledge)
    return free and (is_verbal_noun(word[2:], knowledge) or word[2:] in knowledge.particles.called_for)


def _is_called_for(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """الهلال الأحمر يدعو لخطة طوارئ: right behind the verb or its named subject."""
    before = knowledge.forms.get(passage.word(i - 1), ())
    called = any(form.verb.stance == "demand" and form.shape in ("perfect", "imperfect") for form in before)
    thing = i not in passage.names and len(passage.word(i)) >= _SHORTEST_THING
    return thing and called


def is_of_noun(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a preposition that goes with the noun before it: مداخلة له على الإذاعة, تعليق على, العديد من."""
    before, particles = passage.word(i - 1), knowledge.particles
    if passage.word(i) == "علي":
        participle = before.startswith("المت") and not _may_speak(before, knowledge)  # المتحصلة على
        if (participle or before.removeprefix("ال") in particles.charged) and i not in passage.name_ends:
            return True
        return before in particles.with_pronouns | particles.done_on or before.removesuffix("ا") in particles.commenting
    if passage.word(i) == "عن":
        away = before.removeprefix("و") in particles.away  # نيابة عن, ونيابة عن
        return away or before in particles.issued or before in knowledge.source_starts  # صادر عن, نقلا عن
    return passage.word(i) == "من" and before in particles.partitives


def is_from_body(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell where somebody named is from: "وحذر فلان، من كلية لندن، من المبالغة"."""
    beside = passage.word(i) == _FROM and passage.word(i - 1) in _COMMAS and i - 1 in passage.name_ends
    if not beside or passage.word(i + 1) not in knowledge.words.institutions and i + 1 not in passage.names:
        return False
    behind = (k for k in range(i + 2, min(i + _FARTHEST_FROM, len(passage.tokens))) if passage.word(k) == _FROM)
    return any(passage.word(k - 1) in _COMMAS for k in behind)


def _may_speak(word: str, knowledge: ClaimKnowledge) -> bool:
    words, bare = knowledge.words, word.removeprefix("ال")
    listed = (words.roles, words.unnamed_person, words.unnamed_group, words.the_speaker)
    return word.endswith(("ون", "ين")) or any(form in known for form in (word, bare) for known in listed)
