"""Finds towns and quarters that no list has, by the word of kind before them: "قرية …", "معتمدية منزل …", "حي …"."""

from collections.abc import Iterator, Mapping, Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import LINKS, Name
from service.core.recognition.nasab import read_person
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_adjective
from service.core.recognition.offices import may_be_name
from service.core.recognition.signs import LOCALITY, places_of
from service.core.recognition.words import UNSEEN, bare, find_name_stem, find_stem, readings_of

_SCORE = 0.72
_IN_ROW = 0.74  # surer than the tagger, which takes towns called after people for them
# How frequent a definite word may be that is a name behind its word of kind.
_TOWN_BITS, _REGION_BITS, _SECOND_BITS, _ANY_BITS, _WORD_BITS = 8, 5, 4, 9, 3
_NO_KINDS = frozenset({"function", "time", "saying", "office", "institution", "place", "country"})


def find_localities(
    words: Sequence[str], flags: Sequence[int], tagged: Sequence[Name], knowledge: RecognitionKnowledge
) -> list[Name]:
    """Return the places behind a word of kind among the folded words of a sentence, where the tagger sees no name."""
    seen = {name.start: name for name in tagged if name.type == "place" or name.end - name.start > 1}
    found = []
    for i in places_of(flags[:-1], LOCALITY):
        if i in seen and seen[i].end > i + 1:
            continue
        if i + 1 not in seen and (end := _read(words, i, knowledge)):
            quarter = _is_one(words[i], knowledge.quarters)
            found.append(Name(i if quarter else i + 1, end, "place", "locality", _SCORE))
        elif i + 1 in seen and _is_one(words[i], knowledge.quarters) and _names_quarter(words, seen[i + 1], knowledge):
            found.append(seen[i + 1]._replace(start=i, type="place", rule="locality", score=_SCORE))
        elif i + 1 in seen and _calls_after(words, i, seen[i + 1], knowledge):
            found.append(seen[i + 1]._replace(type="place", rule="locality", score=_SCORE))
        if _is_one(words[i], knowledge.plural_regions):
            found += _read_row(words, i + 1, tagged, knowledge)
    return found


def _read_row(words: Sequence[str], i: int, tagged: Sequence[Name], knowledge: RecognitionKnowledge) -> Iterator[Name]:
    """Yield the places that و joins behind a word of kind in the plural: "ولايات … و… وسيدي …", "محافظات … وصلاح …"."""
    ends = {name.start: name.end for name in tagged}
    first = i
    while i < len(words) and (i == first or words[i].startswith("و")):
        end = _end_in_row(words, i, ends, knowledge)
        if not end:
            return
        yield Name(i, end, "place", "locality", _IN_ROW)
        i = end


def _end_in_row(words: Sequence[str], i: int, ends: Mapping[int, int], knowledge: RecognitionKnowledge) -> int:
    stem = find_name_stem(words[i], knowledge.words).rest
    kinds = set(knowledge.words.kinds.get(stem, ()))
    if words[i].removeprefix("و") in knowledge.toponyms and i + 1 < len(words) and words[i + 1].isalpha():
        return i + 2
    if i in ends:
        return ends[i]
    if stem in knowledge.settlements:
        return i + 1
    city = kinds & {"city1", "city2", "city3"} and not kinds & {"function", "time", "saying", "place"}
    named = city or stem not in knowledge.classes and _names_region(stem, knowledge)
    return i + 1 if named and stem not in knowledge.sites else 0


def _names_quarter(words: Sequence[str], name: Name, knowledge: RecognitionKnowledge) -> bool:
    """Tell a name that is a quarter's with the word of kind alone: a person's, and a word of the language."""
    word = words[name.start]
    common = knowledge.words.uses.get(bare(word), UNSEEN).bits >= _WORD_BITS
    return (
        name.type == "person" or name.rule != "listed" and name.end == name.start + 1 and common and bare(word) != word
    )


def _calls_after(words: Sequence[str], i: int, name: Name, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a town is called after a person: "قرية …", "منطقة أبو …", but not "ولاية …" (a term of office)."""
    return name.type == "person" and (_is_one(words[i], knowledge.towns) or words[i + 1] in knowledge.toponyms)


def _is_one(word: str, heads: frozenset[str]) -> bool:
    return any(reading in heads for reading in readings_of(word))


def _read(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of the name behind a word of kind, 0 without one."""
    at = i + 1
    if _is_one(words[i], knowledge.quarters):
        return _read_quarter(words, at, knowledge)
    if words[at] in knowledge.toponyms:
        return _read_compound(words, at + 1, knowledge)
    names = _names_town if _is_one(words[i], knowledge.towns) else _names_region
    if not names(words[at], knowledge):
        return 0
    return at + 1 + (at + 1 < len(words) and _names_second(words[at + 1], knowledge))


def _read_compound(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """منزل تميم, بئر علي بن …: behind its first word, the second, or a person with his father."""
    if i + 1 < len(words) and words[i + 1] in LINKS:
        return read_person(words, i, knowledge)
    return i + 1 if i < len(words) and _follows(words[i], knowledge) else 0


def _read_quarter(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """حي الأمين, حي الشيخ …: a definite noun however frequent, or a title with the name behind it."""
    if words[i] in knowledge.honours:
        return i + 2 if i + 1 < len(words) and _follows(words[i + 1], knowledge) else 0
    return i + 1 if _is_definite_noun(words[i], knowledge) else 0


def _follows(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word may be the second of a town's name, whatever it means ("عين دراهم")."""
    if not word.isalpha() or word in knowledge.never or find_stem(word, knowledge.words).clitics:
        return False
    use = knowledge.words.uses.get(word, UNSEEN)
    return use.bits <= _ANY_BITS and _NO_KINDS.isdisjoint(knowledge.words.kinds.get(word, ()))


def _names_town(word: str, knowledge: RecognitionKnowledge) -> bool:
    if not word.startswith("ال"):
        return may_be_name(word, False, knowledge) and not word.endswith("يه")
    return _is_definite_noun(word, knowledge) and knowledge.words.uses.get(word, UNSEEN).bits <= _TOWN_BITS


def _names_region(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a word that is no verb, adjective or rare noun ("مناطق تقع", "منطقة جبلية", "مناطق الجذب")."""
    if not word.startswith("ال"):
        return word[0] not in "تيب" and word[-1] not in "هي" and may_be_name(word, False, knowledge)
    return _is_definite_noun(word, knowledge) and knowledge.words.uses.get(word, UNSEEN).bits <= _REGION_BITS


def _names_second(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a rare definite word: "التحتانية", "الشرقي" is none."""
    return _is_definite_noun(word, knowledge, adjectives=True) and (
        knowledge.words.uses.get(word, UNSEEN).bits <= _SECOND_BITS
    )


def _is_definite_noun(word: str, knowledge: RecognitionKnowledge, *, adjectives: bool = False) -> bool:
    if bare(word) == word or word in knowledge.never or is_nationality(word, knowledge):
        return False
    return (adjectives or not is_adjective(word, knowledge)) and _NO_KINDS.isdisjoint(
        knowledge.words.kinds.get(word, ())
    )
