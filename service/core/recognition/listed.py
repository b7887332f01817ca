"""Finds names that are listed: countries, regions of the world, institutions of the world."""

import re
from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import CLOSING, OPENING, Name, scan_names
from service.core.recognition.nations import is_nationality, same_spelling
from service.core.recognition.nominals import is_described, is_foreign_field
from service.core.recognition.signs import CITY, LISTED, places_of
from service.core.recognition.words import UNSEEN, find_name_stem, listed_stems, readings_of
from service.core.records import EntityType

_SURE = 0.95
_SINGLE = 0.58  # a city or person of one word: less sure than the tagger, which knows longer names that hold it
_LIKELY = 0.55
_SHORT = 4  # letters
_FREQUENT_BITS, _COMMON_BITS, _RARE_BITS = 12, 10, 7
_TOWARDS = frozenset({"في", "وفي", "الي", "والي"})
_SLASH = "/"
_TO, _GLUED, _DASHES = "ل", "لال", ("-", "–")
_ROWS = frozenset((_SLASH, "،"))  # stand between the places of a row
_UN, _BROKEN_PLURAL = "غير", re.compile(r"\w\wا\w\w")  # مناطق, فصائل
_SITES = frozenset({"city1", "city2", "city3", "site"})


def find_listed(words: Sequence[str], flags: Sequence[int], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the listed names among the folded words of a sentence, longest first at every place."""
    return scan_names(places_of(flags, LISTED), lambda i: _match(words, i, knowledge))


def find_cities(
    words: Sequence[str], flags: Sequence[int], listed: Sequence[Name], knowledge: RecognitionKnowledge
) -> list[Name]:
    """Return the words that the place lists hold, no list of persons or adjectives does, behind a word of place.

    In a row with "/" or "،" one such place is enough.
    """
    places = places_of(flags, CITY)
    found = [Name(i, i + 1, "place", "gazetteer", _LIKELY) for i in places if _is_city(words, i, knowledge)]
    if _ROWS.isdisjoint(words):
        return found
    known = {i for name in (*found, *listed) if name.type == "place" for i in range(name.start, name.end)}
    places = sorted({*places, *_between_slashes(words, knowledge)})
    for i in (*places, *reversed(places)):
        if i not in known and _in_row(words, i, known, knowledge):
            known.add(i)
            found.append(Name(i, i + 1, "place", "gazetteer", _LIKELY))
    return sorted(found)


def _is_city(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    clitics, stem = find_name_stem(words[i], knowledge.words)
    if i == 0 and words[1:2] == [":"] and stem in knowledge.settlements:  # a headline's "صفاقس : …"
        return True
    kinds = knowledge.words.kinds.get(stem, ())
    towards = i > 0 and (words[i - 1] in _TOWARDS or _stands_near(words[i - 1], stem, knowledge))
    behind = i > 0 and _is_kind_of_place(words[i - 1], knowledge)
    often = "site" in kinds or (clitics and words[i] in knowledge.words.uses)
    most = _COMMON_BITS if behind or often or (towards and not stem.startswith("ال")) else _RARE_BITS
    if _is_great(kinds):
        most = _FREQUENT_BITS
    return (towards or behind or clitics[-1:] == "ب") and knowledge.words.uses.get(stem, UNSEEN).bits <= most


def _between_slashes(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[int]:
    """Return where a word stands between slashes, or the last of a row, that any list of places holds."""
    places = [i for i in range(2, len(words)) if words[i - 1] == _SLASH and words[i - 2].isalpha()]
    return [i for i in places if not _SITES.isdisjoint(knowledge.words.kinds.get(words[i], ()))]


def _stands_near(word: str, stem: str, knowledge: RecognitionKnowledge) -> bool:
    return stem in knowledge.settlements and not knowledge.near.isdisjoint(readings_of(word))


def _in_row(words: Sequence[str], i: int, known: set[int], knowledge: RecognitionKnowledge) -> bool:
    """Tell a further place of a row: "…/…/…"."""
    before = i - 2 in known and words[i - 1] in _ROWS
    behind = i + 2 in known and words[i + 1] in _ROWS
    most = _FREQUENT_BITS if _SLASH in words[i - 1 : i + 2] else _COMMON_BITS
    use = knowledge.words.uses.get(find_name_stem(words[i], knowledge.words).rest, UNSEEN)
    return (before or behind) and use.bits <= most


def _is_great(kinds: Sequence[str]) -> bool:
    """Tell a city that two kinds of lists hold: it may be as frequent as words of the language are."""
    return "site" in kinds and any(kind.startswith("city") for kind in kinds)


def _is_kind_of_place(word: str, knowledge: RecognitionKnowledge) -> bool:
    kinds = knowledge.words.kinds
    return any(reading in knowledge.regions or "place" in kinds.get(reading, ()) for reading in readings_of(word))


def _match(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> Name | None:
    for _, first in listed_stems(words[i]):
        for rest, kind in knowledge.listed.get(same_spelling(first), ()):
            end = i + 1 + len(rest)
            if end <= len(words) and tuple(map(same_spelling, words[i + 1 : end])) == rest:
                paper = kind == "place" and i > 0 and _names_paper(words, i, end, (first, *rest), knowledge)
                if not rest and not paper and _doubtful(words, i, first, kind, knowledge):
                    continue
                if kind == "place" and not rest and _is_their(words, i, first, knowledge):
                    continue
                behind = kind == "organization" and _nation_behind(words, i, end, knowledge)
                if _lacks_nation((first, *rest), words[end] if behind else "", knowledge):
                    continue
                if kind == "place" and end < len(words) and words[end] in knowledge.tails:
                    continue
                if kind == "organization" and _is_no_body(words, i, (first, *rest), knowledge):
                    continue
                end += behind
                station = paper and not knowledge.houses.isdisjoint(readings_of(words[i - 1]))  # إذاعة صفاقس
                start = i - station + (kind == "organization" and _is_apart(first, rest, knowledge))
                surname = kind == "person" and len(rest) == 1  # أحمدي نجاد, with a first name before it
                unsure = surname or not rest and same_spelling(first) in knowledge.unsure
                sure = _SINGLE if unsure else _SURE
                return Name(start, end, "organization" if paper else kind, "listed", sure)
    return None


def _is_no_body(words: Sequence[str], i: int, name: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a surname behind a foreign first name ("مايكل بلومبرغ"), a common noun or adjective by its neighbour."""
    first, *rest = name
    if rest:
        return first == words[i] and is_foreign_field(words, i, knowledge)
    before = knowledge.words.kinds.get(words[i - 1], ()) if i and first == words[i] else ()
    return "foreign" in before and "given" in before or is_described(words, i, first, knowledge)


def _lacks_nation(name: tuple[str, ...], nation: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell a force or corps that is an institution with its nation's adjective alone, where none agrees with it."""
    if name in knowledge.with_nation:
        return not nation.endswith("ه")
    return name in knowledge.corps and (not nation or nation.endswith("ه"))


def _is_apart(first: str, rest: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a generic word that the name can do without: "قناة …", "جماعة …" where the rest is listed too."""
    if not rest or first in knowledge.apart:
        return bool(rest)
    return first in knowledge.apart_if_listed and (tuple(rest[1:]), "organization") in knowledge.listed.get(rest[0], ())


def _names_paper(words: Sequence[str], i: int, end: int, name: Sequence[str], knowledge: RecognitionKnowledge) -> bool:
    """Tell a newspaper from the place it is called after: behind صحيفة, or in marks where a great one has the name."""
    marked = words[i - 1] in OPENING and end < len(words) and words[end] in CLOSING
    told = words[i - 1] == _TO or words[i].startswith(_GLUED)  # "وقال ل الخليج", where the dump lost the marks
    signed = words[i - 1] in _DASHES and end < len(words) and words[end] == ":"  # "صنعاء - الخليج:"
    if (marked or told or signed) and " ".join(name) in knowledge.papers:
        return True
    return any(reading in knowledge.media for reading in readings_of(words[i - 1]))


def _nation_behind(words: Sequence[str], i: int, end: int, knowledge: RecognitionKnowledge) -> int:
    """The adjective of a nation belongs to the institution before it: "الكونغرس الأمريكي"."""
    definite = "ال" in words[i][:4] or words[i].lstrip("وف").startswith("لل") or words[end - 1].startswith("ال")
    definite = definite and knowledge.apart.isdisjoint(readings_of(words[i]))  # "صحيفة … المصرية": hers
    if end >= len(words) or not definite or not words[end].startswith("ال"):
        return 0
    if words[i].endswith("ه") and not words[end].endswith("ه"):  # "مفاوض المفوضية الأوروبية الفرنسي"
        return 0
    return int(is_nationality(words[end], knowledge))


def _is_their(words: Sequence[str], i: int, first: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell the adjective of a nation that is spelled as its country ("القوات السعودية", "منظمات سورية")."""
    if not i or first != words[i] or not first.endswith(("ه", "يا")) or not is_nationality(first, knowledge):
        return False
    before = words[i - 1]
    if first.endswith("يا"):  # "670 طالبا سوريا"
        return i > 1 and words[i - 2].isdecimal() and before.endswith("ا")
    if not first.startswith("ال"):
        plural = before.endswith(("ات", "ه")) or before == _UN or _BROKEN_PLURAL.fullmatch(before)
        return bool(plural) and before.isalpha() and "ال" not in before[:3]
    definite = before.startswith(("ال", "وال", "بال", "لل", "ولل", "فال", "كال"))
    verb = before.endswith("ت") and not before.endswith("ات")  # ألقت السعودية
    return definite and not verb and "time" not in knowledge.words.kinds.get(before, ())


def _doubtful(words: Sequence[str], i: int, first: str, kind: EntityType, knowledge: RecognitionKnowledge) -> bool:
    """A listed word that is a word of the language too, or short and behind a particle, needs more."""
    if first in knowledge.ambiguous:
        towards = kind == "place" and i > 0 and words[i - 1] in _TOWARDS
        before = readings_of(words[i - 1]) if i else ()
        return not towards and all(word.removeprefix("ال") not in knowledge.classes for word in before)
    return first != words[i] and len(first) < _SHORT
