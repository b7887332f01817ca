"""Settles what the lists, the forms of institutions and offices, and the tagger say of the same words."""

from collections.abc import Mapping, Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name, touching
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_object
from service.core.recognition.words import bare, readings_of

_GOING_ON = ("ال", "وال", "لل")  # how the further words of an institution's name begin
_SHORTEST = 5  # letters of a definite word
_AGREED, _SURE = 0.93, 0.9
_SURER = 0.01  # puts one name before another
_FOR, _AT, _SAKE, _IN = "ل", "ب", "من", "في"
_PAIR = 2  # words


def outgrow(name: Name, known: Mapping[int, Name], formed: Mapping[int, Name]) -> Name:
    """Return a person or institution that the tagger sees made surer than the listed places in its name.

    "صلاح الدين …", "زين الأردن", but "حماس غزة"; the form of an institution tells better how long its name is ("بنك
    النرويج المركزي").
    """
    if name.type == "place" or any(other.start <= name.start for other in touching(formed, name.start, name.end)):
        return name
    listed = touching(known, name.start, name.end)
    if listed and listed[0].type == name.type and listed[0].start == name.start:
        return name
    places = (other for other in listed if other.type == "place")
    inside = (other for other in places if name.start <= other.start and other.end <= name.end)
    return name._replace(score=max([name.score, *(other.score + _SURER for other in inside if other[:2] != name[:2])]))


def opens_story(name: Name, seen: Mapping[int, Name]) -> bool:
    """Tell a person or place that the tagger sees where an outlet may open its story: "ولد سالم من …:"."""
    return name.rule == "dateline" and any(
        other.type != "organization" for other in touching(seen, name.start, name.end)
    )


def retype(name: Name, known: Mapping[int, Name], seen: Mapping[int, Name]) -> Name:
    """Return a person of one word as the place that lists have it for ("بوغوتا"), no first name: "جورجيا ميلوني"."""
    if name.type != "person" or name.end > name.start + 1:
        return name
    listed, behind = known.get(name.start), seen.get(name.end)
    place = listed and listed.type == "place" and listed[:2] == name[:2]
    return name._replace(type="place") if place and not (behind and behind.type == "person") else name


def names_medium(name: Name, known: Mapping[int, Name]) -> bool:
    """وكالة رويترز للأنباء: known without the words around it."""
    inside = (other for other in touching(known, name.start, name.end) if name.start <= other.start)
    return any(other.end < name.end and other.type == "organization" for other in inside)


def agree(name: Name, seen: Mapping[int, Name], words: list[str], knowledge: RecognitionKnowledge) -> Name:
    """Return an institution made surer, and as long as the tagger's, where the tagger sees one there too."""
    for other in touching(seen, name.start, name.end):
        if other.type == "organization":
            end = _reach(name, other.end, words, knowledge)
            if name.score > _AGREED:
                return name._replace(end=end)
            return name._replace(start=min(name.start, other.start), end=end, score=_AGREED)
    return name


def _reach(name: Name, end: int, words: Sequence[str], knowledge: RecognitionKnowledge) -> int:
    """Return where an institution's name ends: where the tagger's does, if what is between goes on the name."""
    extra = words[name.end : end]
    if not extra or extra[0][0] == _FOR and is_nationality(words[name.end - 1], knowledge):
        return name.end  # تستعد وزارة الدفاع النرويجية للعرض
    told = _tells_more(extra, knowledge) and not _lies_there(words[name.start], extra[0], knowledge)
    return end if told or _go_on(words, name.end, end, knowledge) else name.end


def _go_on(words: Sequence[str], start: int, end: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether words go on an institution's name; a definite noun behind a definite word is the verb's object."""
    return all(_goes_on(words[i], knowledge) and not is_object(words, i, knowledge) for i in range(start, end))


def _goes_on(word: str, knowledge: RecognitionKnowledge) -> bool:
    core = bare(word.removeprefix("و"))
    heads = (core in knowledge.weak or core in knowledge.strong) and core not in knowledge.parties  # … النادي الأهلي
    return word.startswith(_GOING_ON) and len(word) >= _SHORTEST and not heads  # ألقت begins with no article


def _tells_more(words: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell words in which the tagger sees what an institution is for, or where: "لدراسات …", "من أجل …", "في …"."""
    if any("function" in knowledge.words.kinds.get(word, ()) for word in words[1:]):
        return False
    return words[0].startswith((_FOR, _AT)) and len(words[0]) >= _SHORTEST or words[0] in (_SAKE, _IN)


def _lies_there(head: str, word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell where a national body acts, outside its name: "الحرس الوطني بفريانة"."""
    return word.startswith(_AT) and bare(head) != head and bare(head) in knowledge.national


def complete(name: Name, seen: Mapping[int, Name]) -> Name:
    """Return a person behind an office made surer where the tagger sees the later words of the name alone."""
    for other in touching(seen, name.start, name.end):
        if other.type == "person" and name.start < other.start < other.end <= name.end:
            return name._replace(end=other.end, score=other.score + _SURER)
    return name


def outdo(name: Name, words: list[str], known: Mapping[int, Name], knowledge: RecognitionKnowledge) -> Name:
    """Return an institution made surer than the listed names that its own name holds ("جامعة القدس") or ends with."""
    behind = (other.end for other in touching(known, name.start + 1, name.end) if other.start > name.start)
    name = name._replace(end=max([name.end, *behind]))
    inside = [other for other in touching(known, name.start, name.end) if other.start >= name.start]
    inside = [other for other in inside if other.end <= name.end]
    inside = [other for other in inside if other.start > name.start or _joins(words, other.end, name.end)]
    apart = name.end == name.start + _PAIR and not knowledge.apart_if_listed.isdisjoint(readings_of(words[name.start]))
    class_word = apart or _is_class(words[name.start], knowledge)  # منظمة اليونيسف
    if not inside or name.score < _SURE or class_word and _hold_institution(inside):
        return name
    return name._replace(score=max(name.score, *(other.score + _SURER for other in inside)))


def _joins(words: list[str], i: int, end: int) -> bool:
    """Tell that a longer name goes on with a further field or purpose."""
    return i < end and words[i].startswith(("وال", "لل"))


def _is_class(word: str, knowledge: RecognitionKnowledge) -> bool:
    return not any(reading in knowledge.strong and reading not in knowledge.classes for reading in readings_of(word))


def _hold_institution(names: list[Name]) -> bool:
    return any(name.type == "organization" for name in names)
